import assert from 'node:assert/strict';
import { hours, minutes } from '../../kit/time.ts';
import { Conversation } from '../journeys/conversation.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { ProductionBank } from './productionBank.ts';

const frozen = {
  language: 'en',
  transactionPassword: '802461',
  status: 'frozen',
  freezeReasons: 'abnormalTransaction',
};
const premium = { phone: '+19005551234', number: cardNumber(1) };
const satellite = { phone: '+881612345678', number: cardNumber(2) };
const ordinary = { phone: '+12025550173', number: cardNumber(3) };

/** So few in a day that a script reaches them. */
const mostOverAll = 100;

describe('who writes to the bank’s number to make it pay', function () {
  this.timeout(300_000);
  let bank: ProductionBank;
  before(async () => {
    const cards = [premium, satellite, ordinary].map(({ phone, number }) => ({
      ...frozen,
      phone,
      cardNumber: number,
    }));
    bank = await ProductionBank.opened(cards, {
      MESSAGES_A_DAY: String(mostOverAll),
      MANAGEMENT_PORT: '0',
    });
  });
  after(() => bank.close());

  /** @returns how many of so many messages are answered */
  async function answered(times: number, from: string): Promise<number> {
    let count = 0;
    for (let sent = 0; sent < times; sent++)
      if ((await bank.carrier.text(from, `hello ${sent}`)).replies.length > 0) count += 1;
    return count;
  }

  it('gets nothing at a premium or satellite number, or from a country where the bank has no customer', async () => {
    for (const from of [premium.phone, satellite.phone, '+447400123456', '+4915112345678'])
      assert.equal(await answered(2, from), 0, from);
  });

  it('has no link sent to such a number, though a customer has registered it', async () => {
    for (const { number } of [premium, satellite]) {
      const conversation = await Conversation.with(bank.from('198.51.100.7'));
      await conversation.say(`unfreeze ${number}`);
      const [answer] = await conversation.say('send me a link');
      assert.equal(answer, 'secureLink.none');
    }
    assert.deepEqual(bank.provider.messages, []);
  });

  it('gets ten answers in a minute and sixty in a day to one number, and the day after again', async () => {
    const from = '+12025550174';
    assert.ok((await answered(25, from)) <= 10);
    let all = 0;
    for (let minute = 0; minute < 8; minute++) {
      await bank.passes(1 * minutes);
      all += await answered(11, from);
    }
    assert.ok(all > 30 && all <= 60, `${all}`);
    await bank.passes(24 * hours);
    assert.ok((await answered(1, from)) === 1);
  });

  it('gets no more from ever new numbers than a day may have, and the bank is warned before', async () => {
    await bank.passes(24 * hours);
    let all = 0;
    for (let number = 0; number < 15; number++) all += await answered(10, `+120255501${10 + number}`);
    assert.equal(all, mostOverAll);
    const body = await bank.metrics();
    assert.match(body, new RegExp(`thawline_answers_of_a_day\\{what="sent"\\} ${mostOverAll}`));
    assert.match(body, new RegExp(`thawline_answers_of_a_day\\{what="ceiling"\\} ${mostOverAll}`));
  });

  it('keeps nobody from their own link meanwhile', async () => {
    const conversation = await Conversation.with(bank.from('203.0.113.9'));
    await conversation.say(`unfreeze ${ordinary.number}`);
    assert.deepEqual(await conversation.say('send me a link'), ['secureLink.sent']);
    await bank.link(ordinary.phone);
  });
});
