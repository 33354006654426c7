import { join } from 'node:path';
import type { Classifier, Scores } from './classifier.ts';
import { Intent } from './intents.ts';
import { modelFile, readModel } from './model.ts';
import { modelsFolder } from './models.ts';

/** An intent and how likely it is, from 0 to 1. */
export type Likely = { intent: Intent; confidence: number };

/** Read when the first is asked for: a start decides where models stand. */
let read: Classifier | undefined;
const classifier = () => (read ??= readModel(join(modelsFolder(), modelFile)));

/** How likely each intent is for a plain text, by the model alone. */
export function scoresOf(plain: string): Scores {
  return classifier().scores(plain);
}

/** The intents, the likeliest first. */
export function ranked(scores: Scores): Likely[] {
  return Intent.options
    .map((intent) => ({ intent, confidence: scores[intent] }))
    .toSorted((one, other) => other.confidence - one.confidence);
}
