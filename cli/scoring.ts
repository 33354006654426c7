import { maskedWords } from '../bot/events/maskedWords.ts';
import type { Doubt } from '../dialogs/understanding/doubts.ts';
import { explain } from '../dialogs/understanding/explain.ts';
import { Intent } from '../dialogs/understanding/intents.ts';
import type { Decider } from '../dialogs/understanding/judgement.ts';
import { ordinaryTopics } from '../dialogs/understanding/topics.ts';
import { understand } from '../dialogs/understanding/understand.ts';
import { isTopic } from '../words/topics.ts';

/** What is meant that is none of what a card service does for a customer by itself. */
const otherMeaning = 'other';

/** A line of a file of sentences: what it may be taken for, and the sentence. */
export type Labelled = { line: number; meant: readonly string[]; sentence: string };

/**
 * How one sentence was read.
 * - `right`: at once
 * - `asked`: the customer is asked which of two is meant, and one of them is right
 * - `wrong`
 * - `dangerous`: it was taken for unfreezing, and is not
 */
export type Verdict = 'right' | 'asked' | 'wrong' | 'dangerous';

/** `by` says whose word it was; `rule` of the guard, if it was that; `best` what the model alone takes it for. */
export type Scored = Labelled & {
  taken: string;
  verdict: Verdict;
  by: Decider | 'topic';
  rule?: string;
  best: { intent: string; likelihood: number };
};

/** What leads to something of ours; all else is answered, or said not to be ours. */
const ours: readonly string[] = ['cardStatus', 'unfreeze', 'howToUnfreeze', 'freezeOrReport', 'agent'];

export function isMeaning(name: string): boolean {
  return name === otherMeaning || Intent.safeParse(name).success || isTopic(name);
}

export function scored(labelled: Labelled): Scored {
  const { sentence } = labelled;
  const { intent, confidence, namesReport, between } = understand(sentence);
  const topic = ordinaryTopics.of({
    words: sentence,
    intent,
    confidence,
    ...(namesReport && { namesReport }),
  });
  const { guard, intents, decidedBy } = explain(sentence);
  const [best = ['none', 0]] = Object.entries(intents);
  const by = topic ? 'topic' : decidedBy;
  return {
    ...labelled,
    taken: topic ?? intent,
    verdict: verdictOf(labelled.meant, topic ?? intent, topic ? undefined : between),
    by,
    ...(by === 'guard' && guard && { rule: guard.rule }),
    best: { intent: best[0], likelihood: best[1] },
  };
}

function verdictOf(meant: readonly string[], taken: string, between: Doubt | undefined): Verdict {
  if (between) return between.some((one) => meant.includes(one)) ? 'asked' : 'wrong';
  if (meant.includes(taken)) return 'right';
  if (taken === 'unfreeze') return 'dangerous';
  // The answer to a victim of fraud is a report as well.
  if (taken === 'fraudVictim' && meant.includes('freezeOrReport')) return 'right';
  return meant.includes(otherMeaning) && !ours.includes(taken) ? 'right' : 'wrong';
}

/** The sentence as it may be shown, without numbers, addresses and what may be a password. */
export function shownSentence(sentence: string): string {
  return maskedWords(sentence) ?? '•';
}

/** Where the share of a whole lies with a certainty of 95 % (Wilson), in hundredths. */
export function interval(count: number, whole: number): [least: number, most: number] {
  if (whole === 0) return [0, 100];
  const z = 1.96;
  const share = count / whole;
  const middle = share + (z * z) / (2 * whole);
  const half = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 100 / (1 + (z * z) / whole);
  return [(middle - half) * scale, (middle + half) * scale];
}
