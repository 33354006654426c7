import assert from 'node:assert/strict';
import { demoCustomers } from '../../demo/demoBank.ts';
import type { Language } from '../../kit/language.ts';
import { tracesIn } from '../traces.ts';
import type { ScenarioChannel, Sentence } from './channel.ts';
import type { Expected, Scenario, Turn } from './scenario.ts';
import type { ScenarioBank } from './scenarioBank.ts';

/** Everything of the demo bank that may stand nowhere on the bot's side. */
export const secrets: readonly string[] = demoCustomers().flatMap(({ reserved, cards }) =>
  [
    reserved.identityDocument?.number,
    reserved.transactionPassword ?? undefined,
    ...cards.map(({ number }) => number),
  ].filter((one) => one !== undefined),
);

/** A turn of the customer, or some minutes in which nothing happened, and what the bot said to it. */
export type Exchange = { turn?: Turn; minutes?: number; answers: Sentence[] };

/** Plays a scenario on a channel and holds every step of it against what happens. @throws AssertionError with file and line */
export async function play(
  file: string,
  { steps, phone }: Scenario,
  { language, channel, bank }: { language: Language; channel: ScenarioChannel; bank: ScenarioBank },
): Promise<Exchange[]> {
  let conversation = await channel.begin(language, phone);
  const heard = [...conversation.greeting];
  const exchanges: Exchange[] = [{ answers: conversation.greeting }];
  let unread = 0;
  for (const step of steps) {
    const at = `${file}:${step.line}`;
    if (step.kind !== 'bot' && step.kind !== 'speaks')
      assert.ok(unread <= 0, `${at}: the bot said more before`);
    switch (step.kind) {
      case 'customer': {
        const answers = await conversation.takes(step.turn);
        heard.push(...answers);
        exchanges.push({ turn: step.turn, answers });
        unread = answers.length;
        break;
      }
      case 'elsewhere': {
        const code = codeIn(heard);
        conversation = await channel.begin(language, phone);
        const answers = await conversation.takes({ does: 'says', text: code });
        heard.push(...answers);
        exchanges.push({ turn: { does: 'says', text: code }, answers });
        unread = answers.length;
        break;
      }
      case 'bot':
        holds(at, heard.slice(heard.length - unread), step.expected.map(closingOn(channel.name)));
        unread = 0;
        break;
      case 'speaks':
        assert.equal(heard.at(-1)?.locale, step.language, at);
        break;
      case 'waits':
        await conversation.waits(step.minutes);
        exchanges.push({ minutes: step.minutes, answers: [] });
        break;
      case 'page':
        await bank.onThePage(step.item, step.value);
        break;
      case 'freezes':
        await bank.bank.freeze(step.number, step.reason);
        break;
      case 'card':
        assert.equal((await bank.cards())[step.lastFour], step.status, `${at}: card ${step.lastFour}`);
        break;
      case 'cases':
        assert.equal((await bank.queue.list()).length, step.waiting, `${at}: cases that wait`);
    }
  }
  assert.equal(unread, 0, `${file}: the last turn’s answer is not in the scenario`);
  assert.deepEqual(tracesIn((await bank.keptByTheBot()) + JSON.stringify(heard), secrets), [], file);
  assert.deepEqual(bank.logged, [], file);
  return exchanges;
}

/** The code that the bot has given last. */
export function codeIn(heard: Sentence[]): string {
  const [code] = heard
    .map(({ text }) => /\d{4} \d{4} \d{5}/.exec(text)?.[0])
    .filter(Boolean)
    .slice(-1);
  assert.ok(code, 'the bot has given no code');
  return code;
}

/**
 * Whether it is solved is asked nowhere on the telephone, and in messages not after an unfreezing: there the bot asks what else
 * there is.
 */
function closingOn(
  name: ScenarioChannel['name'],
): (sentence: Expected, place: number, all: Expected[]) => Expected {
  return (sentence, place, all) => {
    const isAnswered = all[place - 1]?.messageId === 'cardStatus.noFrozenCard';
    const isAsked = name !== 'voice' && (name !== 'SMS' || isAnswered);
    return sentence.messageId === 'solved.ask' && !isAsked
      ? { ...sentence, messageId: 'anythingElse' }
      : sentence;
  };
}

function holds(at: string, answers: Sentence[], expected: Expected[]): void {
  assert.deepEqual(
    answers.map(({ messageId }) => messageId),
    expected.map(({ messageId }) => messageId),
    `${at}: the bot said ${answers.map(({ messageId }) => messageId).join(', ')}`,
  );
  for (const [place, { containing }] of expected.entries()) {
    const text = answers[place]?.text ?? '';
    for (const words of containing) assert.ok(text.includes(words), `${at}: "${words}" is not in: ${text}`);
  }
}
