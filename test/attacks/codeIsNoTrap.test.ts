import assert from 'node:assert/strict';
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
const cards = [1, 2, 3].map((place) => ({ phone: `+1202555017${place}`, number: cardNumber(place) }));
const [begunByThief = assert.fail(), takenFrom = assert.fail(), own = assert.fail()] = cards;

describe('a code with which a case moves', function () {
  this.timeout(120_000);
  let bank: ProductionBank;
  before(async () => {
    bank = await ProductionBank.opened(
      cards.map(({ phone, number }) => ({ ...frozen, phone, cardNumber: number })),
    );
  });
  after(() => bank.close());

  async function begins(address: string, number: string): Promise<Conversation> {
    const conversation = await Conversation.with(bank.from(address));
    assert.equal((await conversation.say(`unfreeze ${number}`))[0], 'cardStatus.frozen');
    assert.deepEqual(await conversation.say('yes'), ['transactionPassword.ask']);
    return conversation;
  }
  async function codeOf(conversation: Conversation): Promise<string> {
    assert.equal((await conversation.say('I want to continue on another device'))[0], 'moving.code');
    const said = (await conversation.all()).map(({ text = '' }) => text).join('\n');
    const [code] = /\d{4} \d{4} \d{5}/.exec(said) ?? assert.fail(said);
    return code;
  }
  const lastText = async (conversation: Conversation) =>
    (await conversation.all())
      .slice(-3)
      .map(({ text = '' }) => text)
      .join('\n');

  it('that a thief passes on to a customer tells where it is from, to stop, and opens a case at "not me"', async () => {
    const thief = await begins('198.51.100.1', begunByThief.number);
    const code = await codeOf(thief);
    const victim = await Conversation.with(bank.from('203.0.113.1'));
    const [first] = await victim.say(code);
    assert.equal(first, 'moving.goesOnByCode');
    assert.match(await lastText(victim), /somebody else gave you the code, stop/);
    assert.deepEqual(await victim.say('not me'), ['freezeOrReport', 'handoff.noted']);
    assert.match(await bank.run('cases', 'list'), new RegExp(begunByThief.number.slice(-4)));
    assert.deepEqual(await thief.say(transactionPassword), ['moving.movedAway']);
  });

  it('that a thief has seen takes no secret along, and its customer hears that it was used, with "not me" at hand', async () => {
    const customer = await begins('203.0.113.2', takenFrom.number);
    const code = await codeOf(customer);
    const thief = await Conversation.with(bank.from('198.51.100.2'));
    assert.deepEqual(await thief.say(code), ['moving.goesOnByCode', 'unfreeze.confirm']);
    assert.deepEqual(await thief.say('yes'), ['transactionPassword.ask'], 'every secret is asked for anew');
    assert.deepEqual(await customer.say('hello'), ['moving.movedAway']);
    assert.doesNotMatch(await lastText(customer), /as you wished/);
    assert.deepEqual(await customer.say('not me'), ['freezeOrReport', 'handoff.noted']);
  });

  it('works once, and is not found by guessing', async () => {
    const code = await codeOf(await begins('203.0.113.3', own.number));
    const guesser = await Conversation.with(bank.from('198.51.100.3'));
    for (let guess = 0; guess < 7; guess++)
      assert.notEqual((await guesser.say(`1000 1234 5670${guess}`))[0], 'moving.goesOnByCode');
    assert.notEqual((await guesser.say(code))[0], 'moving.goesOnByCode', 'five wrong ones from one place');
    const other = await Conversation.with(bank.from('203.0.113.4'));
    assert.equal((await other.say(code))[0], 'moving.goesOnByCode');
    const again = await Conversation.with(bank.from('203.0.113.5'));
    assert.notEqual((await again.say(code))[0], 'moving.goesOnByCode');
  });
});
