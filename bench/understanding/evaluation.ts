import { Intent } from '../../dialogs/understanding/intents.ts';
import type { Sentence } from './sentences.ts';

export type Mistake = Sentence & { taken: Intent };

export type Evaluation = {
  count: number;
  accuracy: number;
  /** The mean of the intents' F1, of those that the sentences have. */
  macroF1: number;
  mistakes: Mistake[];
  /** Freeze or report, taken as unfreeze. */
  reportsAsUnfreeze: Mistake[];
  /** Anything that is not unfreeze, taken as it. */
  takenAsUnfreeze: Mistake[];
};

/** How often `understand` is right about the sentences, and where not. */
export function evaluate(sentences: readonly Sentence[], understand: (text: string) => Intent): Evaluation {
  const answers = sentences.map((sentence) => ({ ...sentence, taken: understand(sentence.text) }));
  const mistakes = answers.filter(({ intent, taken }) => intent !== taken);
  const takenAsUnfreeze = mistakes.filter(({ taken }) => taken === 'unfreeze');
  const f1 = Intent.options.flatMap((one) => {
    const meant = answers.filter(({ intent }) => intent === one);
    const taken = answers.filter((answer) => answer.taken === one);
    const right = meant.filter((answer) => answer.taken === one).length;
    return meant.length === 0 ? [] : [(2 * right) / (meant.length + taken.length)];
  });
  return {
    count: answers.length,
    accuracy: 1 - mistakes.length / answers.length,
    macroF1: f1.reduce((sum, one) => sum + one, 0) / f1.length,
    mistakes,
    takenAsUnfreeze,
    reportsAsUnfreeze: takenAsUnfreeze.filter(({ intent }) => intent === 'freezeOrReport'),
  };
}

/** The confusions as lines `meant: taken count, taken count`; an intent that is always right has none. */
export function confusions(mistakes: readonly Mistake[]): string[] {
  return Intent.options.flatMap((intent) => {
    const own = mistakes.filter((mistake) => mistake.intent === intent).map(({ taken }) => taken);
    if (own.length === 0) return [];
    const counts = Intent.options
      .map((taken) => [taken, own.filter((one) => one === taken).length] as const)
      .filter(([, count]) => count > 0);
    return [`${intent}: ${counts.map(([taken, count]) => `${taken} ${count}`).join(', ')}`];
  });
}
