import assert from 'node:assert/strict';
import { clock } from '../readers/cpuTime.ts';
import { repeated } from '../readers/worstTexts.ts';
import { liNa } from '../services/testBank.ts';
import { tracesIn } from '../traces.ts';
import type { ScenarioChannel } from './channel.ts';
import { overDirectLine } from './overDirectLine.ts';
import { ScenarioBank } from './scenarioBank.ts';

/** The most characters that web chat takes. */
const length = 4000;
/** Milliseconds of processor time for a turn, with its answers: far more than it takes, far less than anybody would notice. */
const most = 1000;
const units = [
  '@',
  '﹫',
  '㌖',
  'ﷺ',
  '㋿',
  'ⅷ',
  'a@',
  '1 ',
  '的',
  '帮',
  '解',
  '?',
  '\u200b',
  'lift',
  'not pin wrong ',
];

/** What is said before, so that a question is open. */
const questions: Record<string, readonly string[]> = {
  'nothing is asked': [],
  'the card number is asked for': ['check my card'],
  'the customer is asked whether to unfreeze': [liNa.number],
  'the identity document is asked for': [liNa.number, 'yes'],
};

describe('a message of the worst signs, as long as the web chat takes', function () {
  this.timeout(120_000);
  let bank: ScenarioBank;
  let channel: ScenarioChannel;
  before(async () => {
    bank = await ScenarioBank.open();
    channel = await overDirectLine(bank);
  });
  after(async () => {
    await channel.close();
    await bank.close();
  });

  for (const [question, said] of Object.entries(questions)) {
    it(`is answered at once where ${question}, and leaves no secret that ends it`, async () => {
      await bank.reset();
      const slow: string[] = [];
      const secret = liNa.identityDocument;
      for (const unit of units) {
        const conversation = await channel.begin('en');
        for (const text of said) await conversation.takes({ does: 'says', text });
        const text = `${repeated(unit, length - secret.length - 1)} ${secret}`;
        const taken = clock();
        const answers = await conversation.takes({ does: 'says', text });
        const milliseconds = taken();
        assert.ok(answers.length > 0, JSON.stringify(unit));
        if (milliseconds > most) slow.push(`${JSON.stringify(unit)} ${milliseconds} ms`);
        bank.bank.passes(60_000);
      }
      assert.deepEqual(slow, []);
      assert.deepEqual(tracesIn(await bank.keptByTheBot(), [secret]), []);
    });
  }
});
