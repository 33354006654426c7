import assert from 'node:assert/strict';
import { languages } from '../../kit/language.ts';
import { counts } from '../counts.ts';
import { say } from '../progress.ts';
import type { Sentence } from './channel.ts';
import { CustomerWithGoal, type Goal, goals } from './customerWithGoal.ts';
import { InProcessConversation } from './inProcess.ts';
import { ScenarioBank } from './scenarioBank.ts';

const { conversations } = counts;
const mostTurns = 40;
/** The share of customers who reach what they want. */
const leastReached = 0.99;

/** The same numbers each time, so that a walk that failed can be walked again by its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('customers who have a goal', function () {
  this.timeout(conversations * 2000);
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  after(() => bank.close());

  type Walk = { reached: boolean; wrong: string[]; repeats: string[]; transcript: string[] };

  async function walk(goal: Goal, seed: number): Promise<Walk> {
    await bank.reset();
    const before = await bank.cards();
    const customer = new CustomerWithGoal(goal, random(seed));
    const conversation = await new InProcessConversation(bank, goal.language).begins();
    let answers: Sentence[] = conversation.greeting;
    const transcript: string[] = [];
    const heard: string[] = [];
    for (let turns = 0; turns < mostTurns; turns++) {
      const does = customer.does(answers);
      if (does === undefined) break;
      answers = await conversation.takes(does);
      transcript.push(`${JSON.stringify(does)} -> ${answers.map(({ messageId }) => messageId).join(', ')}`);
      heard.push(answers.map(({ text }) => text).join(' '));
      assert.ok(answers.length > 0, `nobody answered: ${transcript.join('\n')}`);
    }
    const after = await bank.cards();
    const changed = Object.keys(after).filter((lastFour) => after[lastFour] !== before[lastFour]);
    const wants = goal.want.startsWith('unfreeze') ? [goal.card.lastFour] : [];
    const isHeld =
      goal.want === 'person' || goal.want === 'report' ? (await bank.queue.list()).length > 0 : true;
    return {
      reached: customer.isDone && isHeld && changed.join() === wants.join(),
      wrong: changed.filter((lastFour) => !wants.includes(lastFour)),
      repeats: heard.filter((one, place) => one === heard[place - 1] && one === heard[place - 2]),
      transcript,
    };
  }

  it(`reach it, unfreeze no other card, are never at a dead end and hear nothing three times (${conversations})`, async () => {
    const all = goals(languages);
    assert.equal(all.length, 120);
    const failed: string[] = [];
    const repeated: string[] = [];
    for (let nth = 0; nth < conversations; nth++) {
      const goal: Goal | undefined = all[nth % all.length];
      assert.ok(goal);
      const seed = 1000 + nth;
      const { reached, wrong, repeats, transcript } = await walk(goal, seed);
      const about: string = `${seed} ${goal.want}, ${goal.habit}, ${goal.language}, ${goal.card.lastFour}\n${transcript.join('\n')}`;
      assert.deepEqual(wrong, [], about);
      if (!reached) failed.push(about);
      if (repeats.length > 0) repeated.push(`${repeats[0]}\n${about}`);
      say(`${nth + 1} customers, ${failed.length} without what they wanted`, (nth + 1) % 1000 === 0);
    }
    assert.equal(
      repeated.length,
      0,
      `${repeated.length} heard something three times in a row\n${repeated.slice(0, 6).join('\n\n')}`,
    );
    const share = 1 - failed.length / conversations;
    say(`${failed.length} of ${conversations} did not come to what they wanted`, true);
    assert.ok(share >= leastReached, `${share}\n${failed.slice(0, 8).join('\n\n')}`);
  });
});
