import assert from 'node:assert/strict';
import * as z from 'zod';
import {
  chatwootInbox,
  chatwootSettingsShape,
  reasonsAgainstChatwoot,
} from '../../../../bot/desk/chatwoot/chatwootSettings.ts';

const all = {
  CHATWOOT_URL: 'https://chatwoot.bank.example/',
  CHATWOOT_ACCOUNT: '1',
  CHATWOOT_INBOX: '3',
  CHATWOOT_TOKEN: 'an-access-token-of-chatwoot',
  CHATWOOT_WEBHOOK_SECRET: 'the-secret-of-the-inbox',
};
const read = (given: Record<string, string>) => z.object(chatwootSettingsShape).parse(given);
const reasons = (given: Record<string, string>, more: { demo?: boolean; desk?: boolean } = {}) =>
  reasonsAgainstChatwoot(read(given), { demo: false, desk: true, ...more });

describe('the settings of a Chatwoot', () => {
  it('are all there, or none: a part of them opens nothing', () => {
    assert.deepEqual(reasons({}), []);
    assert.equal(chatwootInbox(read({})), undefined);
    assert.deepEqual(reasons(all), []);
    assert.equal(chatwootInbox(read(all))?.url, 'https://chatwoot.bank.example');
    for (const name of Object.keys(all)) {
      const { [name]: _left, ...others } = all as Record<string, string>;
      assert.equal(chatwootInbox(read(others)), undefined, name);
      assert.deepEqual(reasons(others), [`${name}: the other settings of Chatwoot need it`]);
    }
  });

  it('need the desk, and https to another machine; the demo bank reaches none', () => {
    assert.match(reasons(all, { desk: false }).join(), /DESK=on/);
    assert.match(reasons({ ...all, CHATWOOT_URL: 'http://chatwoot.bank.example' }).join(), /over https/);
    assert.match(reasons(all, { demo: true }).join(), /demo bank/);
    assert.deepEqual(reasons({ ...all, CHATWOOT_URL: 'http://127.0.0.1:3000' }, { demo: true }), []);
  });

  it('have numbers, and secrets of a length', () => {
    for (const wrong of [
      { CHATWOOT_ACCOUNT: '0' },
      { CHATWOOT_INBOX: 'three' },
      { CHATWOOT_TOKEN: 'short' },
      { CHATWOOT_WEBHOOK_SECRET: 'short' },
      { CHATWOOT_URL: 'ftp://chatwoot.bank.example' },
    ])
      assert.equal(z.object(chatwootSettingsShape).safeParse({ ...all, ...wrong }).success, false);
  });
});
