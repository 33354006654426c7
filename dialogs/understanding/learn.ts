import { predict } from './classifier.ts';
import type { Example } from './corpus.ts';
import { featurePlaces, featuresOf } from './features.ts';
import { Intent } from './intents.ts';
import type { Weights } from './modelFile.ts';
import { plainText } from './plainText.ts';

const intents = Intent.options;
const rounds = 12;
const stepSize = 1;
/** What is known as surely as this teaches nothing, and is passed over in the next round. */
const sure = 0.99;
/** So much of a sentence is hidden each time, so that no single feature is relied on. */
const hidden = 0.3;
/** The weights after each of the last rounds are averaged: one round's order of sentences must not tell. */
const averaged = 6;

/** What is learnt: the features of a sentence, and the place of what it means. */
export type Lesson = { features: Uint32Array; meaning: number };

/**
 * Learns weights from examples by stochastic gradient descent with AdaGrad steps, feature dropout and averaging; the
 * same from the same each time.
 */
export function learn(examples: readonly Example[]): Float32Array {
  return learnt(lessonsOf(examples), { meanings: intents.length, places: featurePlaces });
}

/** `least`: what is off by less is not corrected, which saves most of the time where there are many meanings. */
type Shape = { meanings: number; places: number; least?: number };

/** One weight for each feature's place and meaning, the meanings of one place side by side. */
export function learnt(lessons: readonly Lesson[], { meanings, places, least = 0 }: Shape): Float32Array {
  const known: Known = {
    weights: new Float32Array(places * meanings),
    squares: new Float32Array(places),
    scores: new Float64Array(meanings),
    wrong: new Uint32Array(meanings),
    least,
  };
  const { weights } = known;
  const mean = new Float32Array(weights.length);
  const used = placesOf(lessons, places);
  const longest = lessons.reduce((most, { features }) => Math.max(most, features.length), 0);
  const room = new Uint32Array(longest);
  const rests = new Uint8Array(lessons.length);
  for (let round = 0; round < rounds; round++) {
    for (let time = 0; time < lessons.length; time++) {
      // A stride by a prime: each round meets every lesson once, far from its neighbours of the same meaning.
      const place = (time * 7919 + round * 104_729) % lessons.length;
      const lesson = lessons[place];
      if (rests[place] === 1) rests[place] = 0;
      else if (lesson && !correct(known, partOf(lesson, round, room), lesson.meaning)) rests[place] = 1;
    }
    if (round < rounds - averaged) continue;
    for (const feature of used) {
      const start = feature * meanings;
      for (let place = start; place < start + meanings; place++)
        mean[place] = (mean[place] ?? 0) + (weights[place] ?? 0) / averaged;
    }
  }
  return mean;
}

/** The features' places that any lesson has: nothing is ever learnt at the others. */
function placesOf(lessons: readonly Lesson[], places: number): Uint32Array {
  const isUsed = new Uint8Array(places);
  for (const { features } of lessons) for (const feature of features) isUsed[feature] = 1;
  return Uint32Array.from(isUsed.keys().filter((place) => isUsed[place] === 1));
}

/** The weights as multiples of a unit, a signed byte each, as a model keeps them. */
export function inBytes(weights: Float32Array): Weights {
  let largest = 0;
  for (let place = 0; place < weights.length; place++)
    largest = Math.max(largest, Math.abs(weights[place] ?? 0));
  const unit = largest / 127;
  const bytes = new Int8Array(weights.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = Math.round((weights[place] ?? 0) / unit);
  return { unit, bytes };
}

/** What is known so far, and room to work in. */
type Known = {
  weights: Float32Array;
  squares: Float32Array;
  scores: Float64Array;
  wrong: Uint32Array;
  least: number;
};

/** Those features of a lesson that are not hidden this round. @param room where they are written */
function partOf({ features }: Lesson, round: number, room: Uint32Array): Uint32Array {
  const salt = Math.imul(features.length + round * 31, 0x9e3779b1);
  let count = 0;
  for (const feature of features) {
    const mixed = Math.imul((feature ^ salt) + 0x7f4a7c15, 0x85ebca6b);
    const chance = (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0) / 2 ** 32;
    if (chance >= hidden) room[count++] = feature;
  }
  return room.subarray(0, count);
}

/** @returns whether there was something to learn */
function correct(
  { weights, squares, scores, wrong, least }: Known,
  features: Uint32Array,
  meaning: number,
): boolean {
  predict(weights, features, scores);
  if ((scores[meaning] ?? 0) > sure) return false;
  scores[meaning] = (scores[meaning] ?? 0) - 1;
  const scale = 1 / Math.sqrt(features.length || 1);
  let count = 0;
  let size = 0;
  for (let place = 0; place < scores.length; place++) {
    const gradient = scores[place] ?? 0;
    if (Math.abs(gradient) >= least) wrong[count++] = place;
    size += gradient * gradient;
  }
  size *= scale * scale;
  for (const feature of features) {
    const square = (squares[feature] ?? 0) + size;
    squares[feature] = square;
    const step = (stepSize * scale) / Math.sqrt(square);
    const start = feature * scores.length;
    for (let at = 0; at < count; at++) {
      const place = wrong[at] ?? 0;
      weights[start + place] = (weights[start + place] ?? 0) - step * (scores[place] ?? 0);
    }
  }
  return true;
}

/** Each plain text once; where one means two things in two files, its first meaning stands. */
function lessonsOf(examples: readonly Example[]): Lesson[] {
  const meant = new Map<string, Intent>();
  for (const { text, intent } of examples) {
    const plain = plainText(text);
    if (!meant.has(plain)) meant.set(plain, intent);
  }
  return [...meant].map(([plain, intent]) => ({
    features: featuresOf(plain),
    meaning: intents.indexOf(intent),
  }));
}
