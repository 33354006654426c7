import { featurePlaces, featuresOf } from './features.ts';
import { Intent } from './intents.ts';

export type Scores = Record<Intent, number>;

const intents = Intent.options;

/** One weight for each feature's place and intent, the intents of one place side by side. */
export const weightCount = featurePlaces * intents.length;

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
    return Object.fromEntries(intents.map((intent, place) => [intent, scores[place] ?? 0])) as Scores;
  }
}

/** Makes one of the likelihoods count as much as `weight` says; their sum stays 1. */
export function weigh(scores: Float64Array, place: number, weight: number): void {
  const whole = 1 - (scores[place] ?? 0) * (1 - weight);
  scores[place] = (scores[place] ?? 0) * weight;
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / whole;
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
