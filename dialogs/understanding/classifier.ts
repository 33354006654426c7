import { featurePlaces, featuresOf } from './features.ts';
import { Intent } from './intents.ts';

export type Scores = Record<Intent, number>;

const intents = Intent.options;

/** One weight for each feature's place and intent, the intents of one place side by side. */
export const weightCount = featurePlaces * intents.length;

/**
 * More than half of what is learnt is about other subjects, and much less of what customers say here: so `none` weighs three
 * tenths of what it was learnt with. Measured: more of it loses wishes, less of it lets other subjects in.
 */
const noneWeight = 0.3;
const nonePlace = intents.indexOf('none');

/** A softmax over weighted features. */
export class Classifier {
  readonly #weights: ArrayLike<number>;
  readonly #unit: number;

  /** `weights` are multiples of `unit`. */
  constructor(weights: ArrayLike<number>, unit = 1) {
    this.#weights = weights;
    this.#unit = unit;
  }

  /** How likely each intent is for a plain text, in sum 1. */
  scores(plain: string): Scores {
    const scores = new Float64Array(intents.length);
    predict(this.#weights, featuresOf(plain), scores, this.#unit);
    const none = scores[nonePlace] ?? 0;
    const whole = 1 - none * (1 - noneWeight);
    for (let place = 0; place < scores.length; place++)
      scores[place] = ((scores[place] ?? 0) * (place === nonePlace ? noneWeight : 1)) / whole;
    return Object.fromEntries(intents.map((intent, place) => [intent, scores[place] ?? 0])) as Scores;
  }
}

/** Fills `scores` with how likely each intent is. */
export function predict(
  weights: ArrayLike<number>,
  features: Uint32Array,
  scores: Float64Array,
  unit = 1,
): void {
  const count = scores.length;
  const scale = unit / Math.sqrt(features.length || 1);
  scores.fill(0);
  for (const feature of features) {
    const start = feature * count;
    for (let place = 0; place < count; place++) {
      scores[place] = (scores[place] ?? 0) + (weights[start + place] ?? 0);
    }
  }
  let largest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < count; place++) largest = Math.max(largest, scores[place] ?? 0);
  let sum = 0;
  for (let place = 0; place < count; place++) {
    const likely = Math.exp(((scores[place] ?? 0) - largest) * scale);
    scores[place] = likely;
    sum += likely;
  }
  for (let place = 0; place < count; place++) scores[place] = (scores[place] ?? 0) / sum;
}
