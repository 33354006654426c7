import assert from 'node:assert/strict';
import { hours, minutes } from '../../kit/time.ts';
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
const guessed = { phone: '+12025550171', number: cardNumber(1) };
const others = [2, 3, 4, 5].map((place) => ({ phone: `+1202555017${place}`, number: cardNumber(place) }));

describe('who guesses at a card whose service is started again on a clock that was set', function () {
  this.timeout(240_000);
  let bank: ProductionBank;
  before(async () => {
    const cards = [guessed, ...others].map(({ phone, number }) => ({ ...frozen, phone, cardNumber: number }));
    bank = await ProductionBank.opened(cards);
    assert.equal(await guessesUntilLocked(), 'outcome.locked');
  });
  after(() => bank.close());

  async function asks(address: string, number: string, password: string): Promise<string | undefined> {
    const conversation = await Conversation.with(bank.from(address));
    const [status] = await conversation.say(`unfreeze ${number}`);
    if (status !== 'cardStatus.frozen') return status;
    const [answer] = await conversation.say('yes');
    if (answer !== 'transactionPassword.ask') return answer;
    return (await conversation.give('transactionPassword', password))[0];
  }
  async function guessesUntilLocked(): Promise<string | undefined> {
    let answer: string | undefined;
    for (let guess = 0; guess < 8 && answer !== 'outcome.locked'; guess++) {
      await bank.passes(2 * minutes);
      answer = await asks(`198.51.100.${guess}`, guessed.number, '000000');
    }
    return answer;
  }

  const days = 24 * hours;
  // Set back, it is before the moment at which the cards were frozen: then no date is believed, and a person helps.
  const clocks = [
    { ahead: -2 * days, guesser: 'cardStatus.needsStaff', other: 'cardStatus.needsStaff' },
    { ahead: 1 * hours, guesser: 'outcome.locked', other: 'outcome.unfrozen' },
    { ahead: -1 * hours, guesser: 'cardStatus.needsStaff', other: 'cardStatus.needsStaff' },
    { ahead: 2 * days, guesser: 'outcome.locked', other: 'outcome.unfrozen' },
  ];
  for (const [place, { ahead, guesser, other }] of clocks.entries())
    it(`is let in by none: ${ahead / hours} hours ahead`, async () => {
      await bank.restarts(ahead);
      assert.equal(await asks(`203.0.113.${place}`, guessed.number, transactionPassword), guesser);
      const number = others[place]?.number ?? assert.fail();
      assert.equal(await asks(`203.0.113.${100 + place}`, number, transactionPassword), other);
    });
});
