import assert from 'node:assert/strict';
import { CardSystemStub, cardSystemToken } from '../services/cardSystem/cardSystemStub.ts';
import { liNa } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

describe('the telephone in the browser over a bank’s own test system', () => {
  let stub: CardSystemStub;
  let thawline: Thawline;
  before(async () => {
    stub = await CardSystemStub.open();
    const cards = { DEMO: 'off', CARD_SYSTEM_URL: stub.url, CARD_SYSTEM_TOKEN: cardSystemToken };
    const phone = { DEMO_PHONE: 'on', DEMO_PHONE_NUMBERS: liNa.phone, MESSAGE_COUNTRIES: 'US' };
    thawline = await Thawline.started({ ...cards, ...phone });
  });
  after(async () => {
    await thawline?.close();
    await stub.close();
  });

  it('calls and writes as the bank’s test customers, and asks that system for their cards', async () => {
    const page = await (await fetch(`${thawline.url}/phone`)).text();
    assert.ok(page.includes(liNa.phone));
    const call = await thawline.call('POST', '/phone/calls', { body: { from: liNa.phone } });
    assert.equal(call.status, 201, JSON.stringify(call.body));
    const written = { number: liNa.phone, app: 'sms', words: `unfreeze ${liNa.number}` };
    assert.equal((await thawline.call('POST', '/phone/messages', { body: written })).status, 204);
    const look = { number: liNa.phone, app: 'sms', after: 0 };
    for (;;) {
      const { body } = await thawline.call('POST', '/phone/messages/look', { body: look });
      if (/1114/.test(JSON.stringify(body))) break;
    }
    assert.ok(stub.asked('card-look-ups') > 0);
  });

  it('has no demo bank and none of its people beside it', async () => {
    assert.equal((await fetch(`${thawline.url}/operator`)).status, 404);
    assert.doesNotMatch(thawline.log, /"level":[56]0/);
  });
});
