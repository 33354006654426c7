import { featurePlaces, featuresOf } from './features.ts';
import { Intent } from './intents.ts';

export type Scores = Record<Intent, number>;

const intents = Intent.options;

/** One weight for each feature's place and intent, the intents of one place side by side. */
export const weightCount = featurePlaces * intents.length;

/** A softmax over weighted features. */
export class Softmax {
  readonly #weights: ArrayLike<number>;
  readonly #unit: number;
  readonly #meanings: number;

  /** `weights` are multiples of `unit`, one for each feature's place and meaning, the meanings of one place side by side. */
  constructor({ weights, unit, meanings }: { weights: ArrayLike<number>; unit: number; meanings: number }) {
    this.#weights = weights;
    this.#unit = unit;
    this.#meanings = meanings;
  }

  /** How likely each meaning is, in sum 1. */
  likelihoods(features: Uint32Array): Float64Array {
    const scores = new Float64Array(this.#meanings);
    predict(this.#weights, features, scores, this.#unit);
    return scores;
  }
}

/** Tells what is wanted in a sentence. */
export class Classifier {
  readonly #softmax: Softmax;

  /** `weights` are multiples of `unit`. */
  constructor(weights: ArrayLike<number>, unit = 1) {
    this.#softmax = new Softmax({ weights, unit, meanings: intents.length });
  }

  /** How likely each intent is for a plain text, in sum 1. */
  scores(plain: string): Scores {
    const scores = this.#softmax.likelihoods(featuresOf(plain));
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
