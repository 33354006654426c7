import assert from 'node:assert/strict';
import { Conversation } from '../journeys/conversation.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { ProductionBank } from './productionBank.ts';

const transactionPassword = '802461';

/**
 * What the stranger does in the owner's name before the owner writes, and what the owner writes then. What the stranger
 * has used up of the answers that a number gets is gone; the freezing is not.
 */
const attacks = [
  { before: 'nothing', forges: [], cries: 'WHAT? I didn’t do this', isAnswered: true },
  { before: 'nothing', forges: [], cries: '我没解冻啊', isAnswered: true },
  { before: 'nothing', forges: [], cries: '邊個解凍㗎', isAnswered: true },
  {
    before: 'ten of the same',
    forges: Array(10).fill('not me'),
    cries: 'who unlocked my card',
    isAnswered: false,
  },
  { before: 'a STOP', forges: ['STOP'], cries: 'NOT ME', isAnswered: false },
  { before: 'a STOP', forges: ['STOP'], cries: 'no', isAnswered: false },
  {
    before: 'seventy in a minute',
    forges: Array(70).fill('hello'),
    cries: 'freeze it back NOW',
    isAnswered: false,
  },
  { before: 'nothing', forges: [], cries: 'STOP. call the police \u202e4444\u202c', isAnswered: true },
].map((attack, place) => ({ ...attack, phone: `+1202555018${place}`, number: cardNumber(place + 1) }));
const thanked = { phone: '+12025550189', number: cardNumber(20) };

describe('a stranger who has unfrozen a card with its password', function () {
  this.timeout(240_000);
  let bank: ProductionBank;
  before(async () => {
    const frozen = {
      language: 'en',
      transactionPassword,
      status: 'frozen',
      freezeReasons: 'abnormalTransaction',
    };
    const cards = [...attacks, thanked].map(({ phone, number }) => ({
      ...frozen,
      phone,
      cardNumber: number,
    }));
    bank = await ProductionBank.opened(cards);
  });
  after(() => bank.close());

  async function unfreezes(number: string, address: string): Promise<void> {
    const conversation = await Conversation.with(bank.from(address));
    await conversation.say(`unfreeze ${number}`);
    await conversation.say('yes');
    const [outcome] = await conversation.give('transactionPassword', transactionPassword);
    assert.equal(outcome, 'outcome.unfrozen');
  }
  /** The freeze reasons of all cards, by their last four digits. */
  async function reasons(): Promise<Record<string, string[]>> {
    const listed: { last4: string; freezeReasons: string[] }[] = JSON.parse(
      await bank.run('cards', 'list', '--json'),
    );
    return Object.fromEntries(listed.map(({ last4, freezeReasons }) => [last4, freezeReasons]));
  }

  it('keeps no owner from freezing it again: not by words before, a STOP or a flood, whatever the owner writes', async () => {
    for (const [place, { forges, cries, isAnswered, phone, number }] of attacks.entries()) {
      const isFlood = forges.length > 60;
      if (!isFlood) for (const text of forges) await bank.carrier.text(phone, text);
      await unfreezes(number, `198.51.100.${10 + place}`);
      if (isFlood) await Promise.all(forges.map((text) => bank.carrier.text(phone, text)));
      const { replies, problems } = await bank.carrier.text(phone, cries);
      assert.deepEqual(problems, []);
      assert.equal(replies.join().includes(number.slice(-4)), isAnswered, `${cries}: ${replies}`);
    }
    const found = await reasons();
    for (const { cries, number } of attacks)
      assert.deepEqual(found[number.slice(-4)], ['suspectedFraud'], cries);
  });

  it('leaves for each of them a case that says who was sent nothing, and that shows as it was written', async () => {
    const cases = await bank.run('cases', 'list');
    assert.equal(cases.match(/unfreezingDisowned/g)?.length, attacks.length);
    assert.equal(
      cases.match(/has said STOP/g)?.length,
      attacks.filter(({ before }) => before === 'a STOP').length,
    );
    assert.doesNotMatch(cases, /\p{Bidi_Control}/u);
    assert.match(cases, /call the police/);
  });

  it('is taken for nobody where the owner thanks, or says that it was them', async () => {
    await unfreezes(thanked.number, '198.51.100.40');
    for (const text of ['thanks', 'yes it was me', 'what is my balance', 'ok'])
      await bank.carrier.text(thanked.phone, text);
    assert.deepEqual((await reasons())[thanked.number.slice(-4)], []);
  });
});
