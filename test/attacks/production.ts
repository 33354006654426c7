import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Carrier } from '../../demo/carrier.ts';
import { harbour } from '../brand/harbour.ts';
import type { Settings } from '../journeys/serviceProcess.ts';
import { Thawline } from '../journeys/thawline.ts';
import { demoTopics } from '../topics/demoTopics.ts';

/** The address that carriers and browsers know; the proxy in front of the service is the test's. */
const publicUrl = 'https://chat.bank.example';
const account = { sid: `AC${'5'.repeat(32)}`, token: 'a-token-that-no-account-has' };

/** What a bank that runs in production has: a key file of its own, and settings for a proxy on this machine. */
export async function installedForProduction(settings: Settings = {}): Promise<Thawline> {
  const thawline = Thawline.installed({
    NODE_ENV: 'production',
    KEYS_FILE: 'keys.json',
    BRAND_FILE: harbour,
    TOPICS_DIR: demoTopics,
    PUBLIC_URL: publicUrl,
    TRUSTED_PROXIES: '127.0.0.1',
    TWILIO_ACCOUNT_SID: account.sid,
    TWILIO_AUTH_TOKEN: account.token,
    LOG_LEVEL: 'info',
    ...settings,
  });
  const { code, err } = await thawline.run('cli/thawline.ts', ['keys', 'create']);
  if (code !== 0) throw new Error(`no key file was made:\n${err}`);
  return thawline;
}

/** The service as a bank runs it, in production mode. */
export async function inProduction(settings: Settings = {}): Promise<Thawline> {
  const port = await freePort();
  const thawline = await installedForProduction(settings);
  await thawline.up({ PORT: port });
  // The service says its public address, which no name server knows, so the test takes the loopback address.
  thawline.bot.url = `http://127.0.0.1:${port}`;
  return thawline;
}

/** A carrier that signs for the account in the settings. */
export function carrierOf(thawline: Thawline): Carrier {
  return new Carrier({
    accountSid: account.sid,
    token: account.token,
    publicUrl: () => publicUrl,
    reach: (url) => url.replace(publicUrl, thawline.url),
  });
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}
