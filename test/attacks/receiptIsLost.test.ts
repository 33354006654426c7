import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Carrier } from '../../demo/carrier.ts';
import { hours } from '../../kit/time.ts';
import { Conversation } from '../journeys/conversation.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { ProductionBank } from './productionBank.ts';

const transactionPassword = '802461';
const frozen = {
  language: 'en',
  transactionPassword,
  status: 'frozen',
  freezeReasons: 'abnormalTransaction',
};
const reached = { phone: '+12025550171', number: cardNumber(1) };
const unreached = { phone: '+12025550172', number: cardNumber(2) };
const refused = { phone: '+12025550173', number: cardNumber(3) };
const everybody = [reached, unreached, refused];

describe('a stranger who has unfrozen cards, and wants no receipt to be heard of', function () {
  this.timeout(120_000);
  let bank: ProductionBank;
  before(async () => {
    const cards = everybody.map(({ phone, number }) => ({ ...frozen, phone, cardNumber: number }));
    bank = await ProductionBank.opened(cards);
    for (const [place, { number }] of everybody.entries()) {
      const conversation = await Conversation.with(bank.from(`198.51.100.${place}`));
      await conversation.say(`unfreeze ${number}`);
      await conversation.say('yes');
      const [outcome] = await conversation.give('transactionPassword', transactionPassword);
      assert.equal(outcome, 'outcome.unfrozen');
    }
    while (bank.provider.messages.length < everybody.length) await bank.provider.nextMessage();
  });
  after(() => bank.close());

  const MessageSid = `SM${'7'.repeat(32)}`;
  const addressOf = (phone: string) => {
    const sent = bank.provider.messages.find(({ to }) => to === phone);
    return new URL(sent?.reportTo ?? assert.fail('nobody is to report'));
  };
  const report = (carrier: Carrier, phone: string, { pathname, search }: URL, MessageStatus: string) =>
    carrier
      .post(pathname + search, {
        ...carrier.messageParameters(MessageSid, phone, ''),
        MessageStatus,
      })
      .then(({ status }) => status);

  it('cannot report that they have arrived', async () => {
    const forger = new Carrier({
      accountSid: `AC${'1'.repeat(32)}`,
      token: 'guessed',
      publicUrl: () => bank.url,
    });
    const address = addressOf(unreached.phone);
    assert.equal(await report(forger, unreached.phone, address, 'delivered'), 403);
    const { phone } = unreached;
    const swapped = { pathname: address.pathname, search: `?receipt=${randomUUID()}` } as URL;
    assert.equal(await report(bank.carrier, phone, swapped, 'delivered'), 204, 'one that was never sent');
  });

  it('has a person call each owner of whom the carrier did not report that, and no other', async () => {
    assert.equal(await report(bank.carrier, reached.phone, addressOf(reached.phone), 'delivered'), 204);
    assert.equal(await report(bank.carrier, refused.phone, addressOf(refused.phone), 'undelivered'), 204);
    await bank.restarts(2 * hours);
    await bank.logs('could not be told in any way', 2);
    // Cases are opened at each start, and then each minute.
    await bank.restarts(2 * hours);
    await bank.logs('somebody must call', 2);
    const cases = await bank.run('cases', 'list');
    const calls = cases.split('\n').filter((line) => line.includes('receiptUnreached'));
    assert.deepEqual(
      everybody.map(({ number }) => calls.filter((line) => line.includes(number.slice(-4))).length),
      [0, 1, 1],
    );
  });
});
