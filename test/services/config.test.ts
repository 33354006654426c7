import assert from 'node:assert/strict';
import { UnfreezeError } from '../../kit/errors.ts';
import { readProcessorConfig } from '../../services/config.ts';

describe('the settings of the bank’s side alone', () => {
  const PROCESSOR_TOKEN = 'only-for-tests-and-long-enough-for-it';
  const own = { PROCESSOR_TLS_CERT: 'cert.pem', PROCESSOR_TLS_KEY: 'key.pem' };
  const PROCESSOR_TLS_CA = 'ca.pem';
  const PROCESSOR_TLS_CLIENT = 'bot.bank.example';

  function refused(given: NodeJS.ProcessEnv): string[] {
    try {
      readProcessorConfig(given);
    } catch (error) {
      assert.ok(error instanceof UnfreezeError, String(error));
      return error.message.split('\n').map((reason) => reason.split(':')[0] ?? '');
    }
    return [];
  }

  const links: [string, NodeJS.ProcessEnv, string[]][] = [
    ['a token', { PROCESSOR_TOKEN }, []],
    ['a token over TLS', { PROCESSOR_TOKEN, ...own }, []],
    ['a token and a certificate', { PROCESSOR_TOKEN, ...own, PROCESSOR_TLS_CA }, []],
    ['a certificate of a given name', { ...own, PROCESSOR_TLS_CA, PROCESSOR_TLS_CLIENT }, []],
    ['any certificate of the authority', { ...own, PROCESSOR_TLS_CA }, ['PROCESSOR_TLS_CLIENT']],
    ['nothing', own, ['PROCESSOR_TOKEN']],
    [
      'a name without an authority',
      { PROCESSOR_TOKEN, ...own, PROCESSOR_TLS_CLIENT },
      ['PROCESSOR_TLS_CLIENT'],
    ],
    ['a certificate to plain http', { PROCESSOR_TOKEN, PROCESSOR_TLS_CA }, ['PROCESSOR_TLS_CA']],
    ['a token, half of TLS', { PROCESSOR_TOKEN, PROCESSOR_TLS_CERT: 'c' }, ['PROCESSOR_TLS_KEY']],
    ['a token, the other half', { PROCESSOR_TOKEN, PROCESSOR_TLS_KEY: 'k' }, ['PROCESSOR_TLS_CERT']],
    ['no token', {}, ['PROCESSOR_TOKEN']],
    ['a short token', { PROCESSOR_TOKEN: 'hunter2' }, ['PROCESSOR_TOKEN']],
  ];
  for (const [shown, given, settings] of links) {
    it(`${settings.length > 0 ? 'refuse' : 'take'} a bot that shows ${shown}`, () => {
      assert.deepEqual(refused(given), settings);
    });
  }

  it('have the secure form beside it, and in production only where its public address is known', () => {
    const port = (given: NodeJS.ProcessEnv) =>
      readProcessorConfig({ PROCESSOR_TOKEN, ...given }).secureFormPort;
    assert.deepEqual(
      [port({}), port({ PROCESSOR_PORT: '0' }), port({ SECURE_FORM_PORT: '8080' })],
      [3980, 0, 8080],
    );
    const production = {
      NODE_ENV: 'production',
      KEYS_FILE: 'keys.json',
      BRAND_FILE: 'b.json',
      PROCESSOR_TOKEN,
    };
    assert.equal(port(production), undefined);
    assert.equal(port({ ...production, SECURE_FORM_URL: 'https://form.bank.example' }), 3980);
    assert.deepEqual(refused({ ...production, SECURE_FORM_URL: 'http://form.bank.example' }), [
      'SECURE_FORM_URL',
    ]);
  });

  it('refuse in production what is for trying only, all at once', () => {
    const given = { NODE_ENV: 'production', DEMO: 'on', HOST: '0.0.0.0' };
    assert.deepEqual(refused(given), ['DEMO', 'BRAND_FILE', 'KEYS_FILE', 'HOST', 'PROCESSOR_TOKEN']);
  });

  it('name the token of the bot whose conversations are read, and https where that is on another machine', () => {
    const CONVERSATIONS_TOKEN = 'another-one-for-tests-and-long-enough';
    const read = (CONVERSATIONS_URL: string, more: NodeJS.ProcessEnv = { CONVERSATIONS_TOKEN }) =>
      refused({ PROCESSOR_TOKEN, CONVERSATIONS_URL, ...more });
    assert.deepEqual(read('http://127.0.0.1:3978'), []);
    assert.deepEqual(read('https://chat.bank.example'), []);
    assert.deepEqual(read('http://chat.bank.example'), ['CONVERSATIONS_URL']);
    assert.deepEqual(read('https://chat.bank.example', {}), ['CONVERSATIONS_TOKEN']);
    assert.deepEqual(read('https://chat.bank.example', { CONVERSATIONS_TOKEN: 'short' }), [
      'CONVERSATIONS_TOKEN',
    ]);
  });

  it('let others reach it over TLS only', () => {
    const beyond = { DEMO: 'off', HOST: '0.0.0.0', PROCESSOR_TOKEN };
    assert.deepEqual(refused(beyond), ['HOST']);
    assert.deepEqual(refused({ ...beyond, ...own }), []);
  });
});
