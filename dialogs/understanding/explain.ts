import { utteranceText } from '../../kit/customerText.ts';
import { coreOf } from './core.ts';
import { guardOf, reportsLoss } from './guard.ts';
import type { Intent } from './intents.ts';
import type { Decider } from './judgement.ts';
import { isPlainRequest } from './plainRequest.ts';
import { plainText } from './plainText.ts';
import { scoresOf } from './scores.ts';
import type { Guess } from './topicModel.ts';
import { ordinaryTopics } from './topics.ts';
import { decidedBy } from './understand.ts';
import { yesIn } from './yes.ts';

/**
 * What each reader makes of a sentence before it is decided what was meant. `guard` is the rule that keeps it from being
 * taken as unfreezing, with the intents that it may then be.
 */
export type Explanation = {
  normalForm: string;
  kernel: string;
  yes?: readonly string[];
  reportsLoss: boolean;
  isPlainRequest: boolean;
  decidedBy: Decider;
  guard?: { rule: string; may: readonly Intent[] };
  intents: Partial<Record<Intent, number>>;
  topic: Guess;
};

/** What is less likely than this explains nothing. */
const leastShown = 0.01;

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Why a sentence is taken as it is. */
export function explain(text: string): Explanation {
  const start = utteranceText(text);
  const plain = plainText(start);
  const yes = yesIn(start);
  const scores = scoresOf(plain);
  const guard = guardOf(plain, scores.unfreeze);
  const likely = (Object.entries(scores) as [Intent, number][])
    .filter(([, score]) => score >= leastShown)
    .toSorted(([, one], [, other]) => other - one);
  const { topic, confidence, lead } = ordinaryTopics.guess(start);
  return {
    normalForm: plain,
    kernel: coreOf(plain),
    ...(yes && yes.size > 0 && { yes: [...yes] }),
    reportsLoss: reportsLoss(plain),
    isPlainRequest: isPlainRequest(plain),
    decidedBy: decidedBy(text),
    ...(guard && { guard: { rule: guard.rule, may: guard.may } }),
    intents: Object.fromEntries(likely.map(([intent, score]) => [intent, rounded(score)])),
    topic: { topic, confidence: rounded(confidence), lead: rounded(lead) },
  };
}
