import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { defaultVoices } from '../../bot/channels/twilio/voice/voices.ts';
import { readConfig } from '../../bot/config.ts';
import { missedRetentionShape } from '../../bot/events/missedSentencesTable.ts';
import { usualConversationPeriod } from '../../bot/turn/conversationPeriod.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { eventRetentionShape } from '../../kit/events/eventTables.ts';
import { usualSending } from '../../kit/sendingSettings.ts';
import { hours } from '../../kit/time.ts';
import { usualTraffic } from '../../kit/trafficSettings.ts';
import { usualRetention } from '../../services/bankRetention.ts';

function reasons(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof UnfreezeError);
    assert.equal(error.code, 'settingsInvalid');
    return error.message.split('\n');
  }
  return assert.fail('nothing was refused');
}

describe('the settings', () => {
  it('need nothing to try Thawline', () => {
    assert.deepEqual(readConfig({}), {
      profiles: { bank: undefined, countries: new Map() },
      production: false,
      host: '127.0.0.1',
      port: 3978,
      publicUrl: undefined,
      trustedProxies: [],
      startPatience: 60_000,
      stopGrace: 0,
      timeLimits: { handshake: 10_000, headers: 10_000, request: 30_000 },
      managementPort: undefined,
      shownCounts: { text: 'PT10M', milliseconds: 600_000 },
      slips: [],
      webChatOrigins: [],
      databaseListenUrl: undefined,
      databaseUrl: 'sqlite:data/thawline.db',
      dataDir: 'data',
      keysFile: 'data/keys.json',
      keysTransit: undefined,
      auditAnchors: 'data/audit-anchors.jsonl',
      bankSenderAt: undefined,
      riskDecisionsAt: undefined,
      noticeToken: undefined,
      asksForFreezings: false,
      cardSystemAt: undefined,
      cardSystemFiles: undefined,
      demoCallers: undefined,
      spansAt: undefined,
      trustsTrace: false,
      agentHours: undefined,
      agentLines: new Map(),
      auditSink: { to: 'file' },
      auditSinkToken: undefined,
      cardNumbers: undefined,
      agentPhone: undefined,
      ordinary: { cardsAbout: undefined, fixed: {} },
      brandFile: fileURLToPath(new URL('../../demo/brand.json', import.meta.url)),
      topicsDir: fileURLToPath(new URL('../../demo/topics', import.meta.url)),
      demo: true,
      desk: false,
      deskToken: undefined,
      logLevel: 'info',
      login: undefined,
      timeZone: 'Asia/Shanghai',
      twilio: { sid: `AC${'0'.repeat(32)}`, tokens: ['development'], from: '+12025550100' },
      remoteBank: undefined,
      voices: defaultVoices,
      webhooksTo: undefined,
      presetConditionsFile: undefined,
      fourEyes: false,
      passwordLengths: { shortest: 6, longest: 6 },
      auditTrailKeptFor: { text: 'P3650D', milliseconds: 3650 * 24 * hours },
      retention: usualRetention,
      conversationsKeptFor: usualConversationPeriod,
      eventsKeptFor: z.object({ ...eventRetentionShape, ...missedRetentionShape }).parse({}),
      keepsMissed: false,
      asksWhetherSolved: true,
      conversationsToken: undefined,
      microsoft: undefined,
      weChat: undefined,
      chatwoot: undefined,
      messagingSecrets: 'guided',
      secureFormUrl: undefined,
      sending: usualSending,
      traffic: usualTraffic,
    });
  });

  it('keep everything in DATA_DIR unless told otherwise', () => {
    const config = readConfig({ DATA_DIR: '/srv/thawline', KEYS_FILE: '/etc/thawline.json' });
    assert.equal(config.databaseUrl, 'sqlite:/srv/thawline/thawline.db');
    assert.equal(config.keysFile, '/etc/thawline.json');
  });

  it('say how often, how many and where to, each in its form', () => {
    const { sending, traffic } = readConfig({
      MESSAGE_COUNTRIES: 'CN, HK,noNumber',
      ANSWERS_A_DAY: '5',
      LIMIT_POLLS: '1 20 300',
      LIMIT_SOCKETS: '7 70',
      LIMIT_ACTIVITIES: '60',
    });
    assert.deepEqual([...(sending.countries ?? [])], ['CN', 'HK', 'noNumber']);
    assert.equal(sending.answersADay, 5);
    assert.deepEqual(traffic.polls, { conversation: 1, address: 20, all: 300 });
    assert.deepEqual(traffic.sockets, { address: 7, all: 70 });
    assert.equal(traffic.activities, 60);
    for (const [name, value] of [
      ['MESSAGE_COUNTRIES', 'China'],
      ['ANSWERS_A_MINUTE', '0'],
      ['MESSAGES_A_DAY', 'many'],
      ['LIMIT_POLLS', '1 2'],
      ['LIMIT_SOCKETS', '100 0'],
      ['LIMIT_ACTIVITIES', '0'],
    ] as const)
      assert.match(reasons({ [name]: value })[0] ?? '', new RegExp(`^${name}`));
  });

  it('let a bank ask nobody whether it is solved, and nothing else than on or off', () => {
    assert.equal(readConfig({ SOLVED_QUESTION: 'off' }).asksWhetherSolved, false);
    assert.throws(() => readConfig({ SOLVED_QUESTION: 'sometimes' }), /SOLVED_QUESTION/);
  });

  it('must name the countries of messages where the customers stand elsewhere', () => {
    const twilio = { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'a token', DEMO: 'off' };
    const token = 'x'.repeat(32);
    for (const elsewhere of [
      { CARD_SYSTEM_URL: 'https://cards.bank.example', CARD_SYSTEM_TOKEN: token },
      { PROCESSOR_URL: 'https://bank.example', PROCESSOR_TOKEN: token },
    ]) {
      const settings = { ...twilio, ...elsewhere };
      assert.match(reasons(settings).join(), /^MESSAGE_COUNTRIES: [^\n]*$/);
      readConfig({ ...settings, MESSAGE_COUNTRIES: 'CN' });
      readConfig({ ...elsewhere, DEMO: 'off' });
    }
    readConfig(twilio);
  });

  it('count an empty value as absent', () => {
    assert.equal(readConfig({ PORT: '', PUBLIC_URL: '' }).port, 3978);
  });

  it('are refused all at once, each with its name and without its value', () => {
    const given = {
      PORT: 'seven',
      PUBLIC_URL: 'ftp://secret',
      DEMO: 'maybe',
      LOG_LEVEL: 'loud',
      AGENT_PHONE: 'call me',
      CARD_NUMBERS: 'all of ours',
    };
    const found = reasons(given);
    for (const name of Object.keys(given))
      assert.ok(
        found.some((reason) => reason.startsWith(`${name}: `)),
        name,
      );
    assert.doesNotMatch(found.join(), /seven|secret|maybe|loud|call me|all of ours/);
  });

  it('are refused in production with the demo bank, without keys, without https', () => {
    const found = reasons({ NODE_ENV: 'production', DEMO: 'on' });
    assert.deepEqual(
      found.map((reason) => reason.split(':')[0]),
      ['DEMO', 'BRAND_FILE', 'KEYS_FILE', 'TOPICS_DIR', 'PUBLIC_URL'],
    );
    const complete = {
      NODE_ENV: 'production',
      KEYS_FILE: '/etc/keys.json',
      BRAND_FILE: '/etc/brand.json',
      TOPICS_DIR: '/etc/topics',
      PUBLIC_URL: 'https://bank.example/',
    };
    const config = readConfig(complete);
    assert.equal(config.demo, false);
    assert.equal(config.publicUrl, 'https://bank.example');
  });

  it('let the demo bank be seen from this machine only', () => {
    assert.match(reasons({ HOST: '0.0.0.0' }).join(), /HOST: .*loopback/);
    assert.equal(readConfig({ HOST: '0.0.0.0', DEMO: 'off' }).host, '0.0.0.0');
  });

  it('let pages of the bank’s own origins hold the chat, in production over https only', () => {
    const WEBCHAT_ORIGINS = 'https://www.bank.example, http://localhost:8080';
    const { webChatOrigins } = readConfig({ WEBCHAT_ORIGINS });
    assert.deepEqual(webChatOrigins, ['https://www.bank.example', 'http://localhost:8080']);
    assert.match(reasons({ WEBCHAT_ORIGINS, NODE_ENV: 'production' }).join(), /WEBCHAT_ORIGINS: .*https/);
    for (const wrong of [
      '*',
      'bank.example',
      'https://a.example/path',
      "https://a.example'",
      'https://*.a',
    ]) {
      assert.match(reasons({ WEBCHAT_ORIGINS: wrong }).join(), /WEBCHAT_ORIGINS/, wrong);
    }
  });

  it('open WeChat with all of an official account, and name what is missing', () => {
    const { WECHAT_TOKEN, ...others } = {
      WECHAT_APP_ID: 'wx0123456789abcdef',
      WECHAT_TOKEN: 'a'.repeat(16),
      WECHAT_AES_KEY: 'k'.repeat(43),
    };
    assert.deepEqual(readConfig({ ...others, WECHAT_TOKEN }).weChat, {
      appId: others.WECHAT_APP_ID,
      token: WECHAT_TOKEN,
      aesKey: others.WECHAT_AES_KEY,
    });
    const refuses = (environment: NodeJS.ProcessEnv, reason: RegExp) =>
      assert.throws(() => readConfig(environment), { code: 'settingsInvalid', message: reason });
    refuses(others, /^WECHAT_TOKEN: the other settings of the official account need it$/);
    refuses({ ...others, WECHAT_TOKEN: 'short' }, /^WECHAT_TOKEN: must be 16 to 32 letters and digits$/);
    refuses({ WECHAT_APP_ID: 'gh_1' }, /WECHAT_APP_ID: must be wx/);
  });

  it('want a whole registration for the Bot Framework, or none', () => {
    const MicrosoftAppId = '11111111-2222-4333-8444-555555555555';
    const MicrosoftAppTenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa';
    const names = (environment: NodeJS.ProcessEnv) =>
      reasons(environment).map((reason) => reason.split(':')[0]);
    assert.deepEqual(names({ MicrosoftAppPassword: 'p' }), ['MicrosoftAppId']);
    assert.deepEqual(names({ MicrosoftAppId }), ['MicrosoftAppTenantId', 'MicrosoftAppPassword']);
    const id = { MicrosoftAppId, MicrosoftAppTenantId };
    assert.deepEqual(names({ ...id, MicrosoftAppCertificate: 'a.pem' }), ['MicrosoftAppCertificateKey']);
    assert.deepEqual(
      names({
        ...id,
        MicrosoftAppPassword: 'p',
        MicrosoftAppCertificate: 'a.pem',
        MicrosoftAppCertificateKey: 'b.pem',
      }),
      ['MicrosoftAppPassword'],
    );
    assert.deepEqual(readConfig({ ...id, MicrosoftAppPassword: 'p' }).microsoft, {
      appId: MicrosoftAppId,
      tenantId: MicrosoftAppTenantId,
      proof: { password: 'p' },
    });
  });

  it('want a whole account of Twilio’s, and none but the development one with the demo bank', () => {
    const own = { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'secret' };
    assert.match(reasons(own).join(), /^TWILIO_ACCOUNT_SID: with the demo bank/);
    assert.equal(readConfig({ ...own, DEMO: 'off' }).twilio?.sid, own.TWILIO_ACCOUNT_SID);
    assert.equal(readConfig({ DEMO: 'off' }).twilio, undefined);
    assert.match(reasons({ ...own, TWILIO_AUTH_TOKEN: '', DEMO: 'off' }).join(), /^TWILIO_AUTH_TOKEN: /);
    const development = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'x' };
    assert.match(reasons({ ...development, DEMO: 'off' }).join(), /^TWILIO_ACCOUNT_SID: the development/);
    assert.deepEqual(readConfig({ ...development, TWILIO_AUTH_TOKEN_NEXT: 'y' }).twilio?.tokens, ['x', 'y']);
    assert.match(reasons({ TWILIO_FROM: '12345', TIME_ZONE: 'Mars' }).join(), /TIME_ZONE: .*TWILIO_FROM: /);
  });

  const PROCESSOR_TOKEN = 'only-for-tests-and-long-enough-for-it';
  const PROCESSOR_TLS_CA = 'ca.pem';
  const elsewhere: [string, NodeJS.ProcessEnv, RegExp][] = [
    ['without its token', { PROCESSOR_URL: 'http://127.0.0.1:1' }, /^PROCESSOR_TOKEN: /],
    [
      'on another machine without https',
      { PROCESSOR_URL: 'http://bank.example', PROCESSOR_TOKEN },
      /^PROCESSOR_URL: another machine must be reached over https$/,
    ],
    [
      'without a token or a certificate of the bot’s own',
      { PROCESSOR_URL: 'https://bank.example', PROCESSOR_TLS_CA },
      /^PROCESSOR_TOKEN: .*, or PROCESSOR_TLS_CERT$/,
    ],
    [
      'with certificates for plain http',
      { PROCESSOR_URL: 'http://127.0.0.1:1', PROCESSOR_TOKEN, PROCESSOR_TLS_CA },
      /^PROCESSOR_URL: the PROCESSOR_TLS_ settings want an https address$/,
    ],
    ['at no address', { PROCESSOR_URL: 'bank.example', PROCESSOR_TOKEN }, /^PROCESSOR_URL: /],
  ];
  for (const [what, environment, reason] of elsewhere) {
    it(`refuse a bank’s side elsewhere ${what}`, () => {
      const [first, ...more] = reasons(environment);
      assert.match(first ?? '', reason);
      assert.deepEqual(more, []);
    });
  }
});
