import assert from 'node:assert/strict';
import { preflightCommand } from '../../cli/preflightCommand.ts';
import type { AccountSettings } from '../../cli/telephoneFindings.ts';
import { run } from '../../kit/command.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';

const publicUrl = 'https://bank.example';
const good = {
  phoneNumber: '+12025550199',
  voiceUrl: `${publicUrl}/twilio/voice#rc=2&rp=all`,
  voiceMethod: 'POST',
  voiceFallbackUrl: 'https://handler.twilio.com/twiml/EH1',
  statusCallback: `${publicUrl}/twilio/status`,
  smsUrl: `${publicUrl}/twilio/messages`,
  smsMethod: 'POST',
};
const environment = {
  DEMO: 'off',
  PUBLIC_URL: publicUrl,
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
};

async function preflight(
  account: AccountSettings,
  settings: NodeJS.ProcessEnv = environment,
  words: string[] = [],
) {
  const { terminal, said } = recordedTerminal();
  const parts = {
    ...{ terminal, environment: () => settings, readAccount: async () => account },
    askToken: async () => 'a token',
  };
  return { code: await run(preflightCommand(parts), words, terminal), said };
}

describe('thawline preflight', () => {
  it('finds nothing unsafe in an account that is set up as the documents say, and names what it cannot read', async () => {
    const { code, said } = await preflight({ numbers: [good], hasRecordings: false });
    assert.equal(code, 0);
    assert.doesNotMatch(said.out, /UNSAFE/);
    assert.match(said.out, /look {2}PCI mode/);
    assert.doesNotMatch(said.out, /SMS:/);
  });

  it('prints its findings for programs', async () => {
    const { said } = await preflight({ numbers: [], hasRecordings: false }, environment, ['--json']);
    const weights = JSON.parse(said.out).map(({ weight }: { weight: string }) => weight);
    assert.ok(weights.includes('unsafe') && weights.includes('look'));
  });

  it('names a number’s messages that come to no address of ours, which may be meant', async () => {
    const { code, said } = await preflight({ numbers: [{ ...good, smsUrl: '' }], hasRecordings: false });
    assert.equal(code, 0);
    assert.match(said.out, /look {2}SMS: no number/);
  });

  const wrong: [string, AccountSettings, RegExp][] = [
    ['no number that calls here', { numbers: [], hasRecordings: false }, /no number of the account calls/],
    [
      'a webhook that is GET',
      { numbers: [{ ...good, voiceMethod: 'GET' }], hasRecordings: false },
      /must be POST/,
    ],
    [
      'messages that are fetched with GET',
      { numbers: [{ ...good, smsMethod: 'GET' }], hasRecordings: false },
      /messages must come by POST/,
    ],
    ['no fallback', { numbers: [{ ...good, voiceFallbackUrl: '' }], hasRecordings: false }, /no fallback/],
    [
      'a fallback on the same host',
      { numbers: [{ ...good, voiceFallbackUrl: `${publicUrl}/fallback.xml` }], hasRecordings: false },
      /no fallback on another host/,
    ],
    [
      'no status callback',
      { numbers: [{ ...good, statusCallback: '' }], hasRecordings: false },
      /call status/,
    ],
    ['recordings', { numbers: [good], hasRecordings: true }, /recordings of calls/],
  ];
  for (const [title, account, expected] of wrong) {
    it(`warns of ${title}, with exit code 1`, async () => {
      const { code, said } = await preflight(account);
      assert.equal(code, 1);
      assert.match(said.out, new RegExp(`UNSAFE {2}.*${expected.source}`));
      assert.doesNotMatch(said.out, /\+12025550199/);
    });
  }

  it('warns of an address that is not https', async () => {
    const number = { ...good, voiceUrl: 'http://bank.example/twilio/voice' };
    const settings = { ...environment, PUBLIC_URL: 'http://bank.example' };
    const { said } = await preflight({ numbers: [number], hasRecordings: false }, settings);
    assert.match(said.out, /UNSAFE {2}PUBLIC_URL is not https/);
  });

  it('warns of links that are the rule and that nobody sends', async () => {
    const account = { numbers: [good], hasRecordings: false };
    const settings = { ...environment, MESSAGING_SECRETS: 'link' };
    const { code, said } = await preflight(account, settings);
    assert.equal(code, 1);
    assert.match(said.out, /UNSAFE {2}TWILIO_FROM: is not set/);
    const sends = await preflight(account, { ...settings, TWILIO_FROM: '+12025550100' });
    assert.equal(sends.code, 0);
    const token = 'x'.repeat(40);
    const elsewhere = {
      PROCESSOR_URL: 'https://bank.internal',
      PROCESSOR_TOKEN: token,
      MESSAGE_COUNTRIES: 'CN',
    };
    const apart = { ...settings, ...elsewhere };
    assert.match((await preflight(account, apart)).said.out, /look {2}TWILIO_FROM: must be set where/);
  });

  it('reads nothing with the demo bank on', async () => {
    const { code, said } = await preflight({ numbers: [], hasRecordings: true }, {});
    assert.equal(code, 0);
    assert.match(said.out, /^nothing to read/);
  });
});
