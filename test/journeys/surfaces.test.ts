import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { apis } from '../../cli/apiCommand.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { ServiceProcess, type Settings } from './serviceProcess.ts';

const Served = z.object({ routes: z.array(z.array(z.string())), packages: z.array(z.string()) });
type Served = z.infer<typeof Served>;

const token = 'only-for-tests-and-long-enough-for-it';
const account = {
  TWILIO_ACCOUNT_SID: `AC${'5'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a-token-that-no-account-has',
};
/** The bank's people log in somewhere: nobody asks there before somebody does. */
const people = {
  OIDC_ISSUER: 'https://login.bank.example',
  OIDC_CLIENT_ID: 'thawline',
  OIDC_CLIENT_SECRET: token,
  OIDC_ROLES: 'claim=groups,agent=desk,supervisor=leads,operator=operations,auditor=audit',
};
/** Everything that a half can serve. */
const whole: Record<'bot' | 'services', Settings> = {
  bot: {
    ...{
      PORT: '0',
      PROCESSOR_TOKEN: token,
      DESK: 'on',
      DESK_TOKEN: token,
      CONVERSATIONS_TOKEN: token,
      ...account,
      ...people,
    },
    ...{ PUBLIC_URL: 'https://chat.bank.example', TWILIO_FROM: '+12025550100', MESSAGE_COUNTRIES: 'US' },
    ...{ WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_TOKEN: 'aTokenOfThePlatform' },
    ...{ CHATWOOT_URL: 'https://chatwoot.bank.example', CHATWOOT_ACCOUNT: '1', CHATWOOT_INBOX: '3' },
    ...{ CHATWOOT_TOKEN: token, CHATWOOT_WEBHOOK_SECRET: token },
    WECHAT_AES_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    ...{
      MicrosoftAppId: '6f1d8d5e-8f6b-4b0a-9d57-2f3ce1f0a3b1',
      MicrosoftAppTenantId: '6f1d8d5e-8f6b-4b0a-9d57-2f3ce1f0a3b2',
    },
    ...{ MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: token },
  },
  services: {
    ...{ PROCESSOR_PORT: '0', PROCESSOR_TOKEN: token, ...people, OPERATOR_PORT: '0', SECURE_FORM_PORT: '0' },
    ...{ OPERATOR_URL: 'https://operator.bank.example', SECURE_FORM_URL: 'https://form.bank.example' },
    ...{ CARD_SYSTEM_URL: 'http://127.0.0.1:9', CARD_SYSTEM_TOKEN: token, CARD_SYSTEM_NOTICE_TOKEN: token },
  },
};

/** What the bank serves itself: documents of it are for others to keep. */
const ofTheBank = ['card-system', 'bank-calls', 'webhooks'];
/** The interface of OpenTelemetry, which does nothing by itself. */
const broughtByPromClient = '@opentelemetry/api';
/** The document of the bank's side on its own port. */
const theDocument = 'GET /bank/v1/openapi.json';

describe('every address of a running service', function () {
  this.timeout(60_000);
  const { path, remove } = temporaryFolder();
  const running: ServiceProcess[] = [];
  const served = {} as Record<'bot' | 'services', Served>;
  before(async () => {
    const ready = {
      bot: /^Thawline is ready\. Chat: (\S+)\/\n/,
      services: /^Thawline's processor is ready: (\S+)\n/,
    };
    for (const half of ['services', 'bot'] as const) {
      const folder = join(path, half);
      mkdirSync(folder);
      const preload = 'test/journeys/tellsWhatItServes.ts';
      const service = new ServiceProcess({
        folder,
        program: `${half}/start.ts`,
        ready: ready[half],
        preload,
      });
      running.push(service);
      await service.up({
        DEMO: 'off',
        ...whole[half],
        ...(half === 'bot' && { PROCESSOR_URL: running[0]?.url ?? '' }),
      });
      await service.tell({});
      served[half] = Served.parse(JSON.parse(readFileSync(join(folder, 'served.json'), 'utf8')));
    }
  });
  after(async () => {
    for (const service of running) await service.end('SIGKILL');
    remove();
  });

  it('stands in a document, and each of a document is served', () => {
    const documented = Object.entries(apis)
      .filter(([name]) => !ofTheBank.includes(name))
      .flatMap(([, document]) => addressesOf(document()));
    const routes = Object.values(served).flatMap((half) => half.routes.flat());
    assert.deepEqual(sorted(routes.filter((route) => route !== theDocument).map(plain)), sorted(documented));
  });

  it('is served without anything being loaded that records spans or sends them, where nobody asks for traces', () => {
    for (const { packages } of Object.values(served)) {
      assert.ok(packages.includes('zod') && packages.includes('typeorm'), 'what is loaded is seen');
      assert.deepEqual(
        packages.filter((name) => name.startsWith('@opentelemetry/') && name !== broughtByPromClient),
        [],
      );
    }
  });
});

/** A HEAD is a GET without its body. */
const plain = (route: string) => route.replace('HEAD ', 'GET ').replaceAll(/:(\w+)/g, '{$1}');
const sorted = (addresses: string[]) => [...new Set(addresses)].toSorted();

function addressesOf(document: object): string[] {
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}
