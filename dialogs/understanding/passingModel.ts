import { createHash } from 'node:crypto';
import { Softmax } from './classifier.ts';
import { readOwnCorpus } from './corpus.ts';
import { featuresOf } from './features.ts';
import type { Intent } from './intents.ts';
import { inBytes, type Lesson, learnt } from './learn.ts';
import { lessonsHash } from './model.ts';
import { checkModelFile, hashOfFiles, readModelFile, type Weights, writeModelFile } from './modelFile.ts';
import { Passing } from './passing.ts';
import { allPassing, type Heading, nothing } from './passingCorpus.ts';
import { plainText } from './plainText.ts';

/** What was learnt of what is said in passing, beside what was learnt of the intents. */
export const passingModelFile = 'passing.bin';

const names: readonly Heading[] = [nothing, ...Passing.options];
/** A quarter of what the intents have: so few sentences need no more. */
const places = 2 ** 16;
const weightCount = places * names.length;

/**
 * Most of what is learnt says nothing in passing, and at these moments much is said so: `none` weighs less than it was learnt
 * with. Of 600 sentences by somebody who had not read these, 90 % are right at its whole weight and 94 % at this one.
 */
const nothingWeight = 0.15;

/** The likeliest of what may be said in passing, and how likely it is. */
export type PassingGuess = { passing: Passing; confidence: number };

/** A softmax over the features of a sentence, as the one over the intents. */
export class PassingModel {
  readonly #softmax: Softmax;

  constructor({ bytes, unit }: Weights) {
    this.#softmax = new Softmax({ weights: bytes, unit, meanings: names.length });
  }

  guess(plain: string): PassingGuess {
    const [none = 0, ...scores] = this.#softmax.likelihoods(folded(plain));
    const whole = 1 - none * (1 - nothingWeight);
    return Passing.options
      .map((passing, place) => ({ passing, confidence: (scores[place] ?? 0) / whole }))
      .reduce((best, one) => (one.confidence > best.confidence ? one : best));
  }
}

function folded(plain: string): Uint32Array {
  return Uint32Array.from(new Set(featuresOf(plain).map((place) => place & (places - 1)))).sort();
}

function passingLessonsHash(): Buffer {
  return createHash('sha256')
    .update(lessonsHash())
    .update(hashOfFiles(['passing.ts', 'passingCorpus.ts', 'passingModel.ts'], ['passingCorpus']))
    .digest();
}

/** @throws ModelUnfit */
export function checkPassingModel(file: string): void {
  checkModelFile(file, passingLessonsHash());
}

/** @throws ModelUnfit */
export function readPassingModel(file: string): PassingModel {
  return new PassingModel(readModelFile(file, weightCount));
}

/** Learns, and keeps what was learnt. @returns the size of the file in bytes */
export function writePassingModel(file: string): number {
  const weights = learnt(passingLessons(), { meanings: names.length, places, least: 0.004 });
  return writeModelFile(file, passingLessonsHash(), inBytes(weights));
}

/** Intents whose sentences may also be said in passing: such a one is not taught as if it said nothing of it. */
const mayHoldPassing: readonly Intent[] = ['none', 'help', 'whyAsked', 'howToUnfreeze'];

/** Each plain text once. What the intents are learnt from says nothing in passing, unless the same words do. */
function passingLessons(): Lesson[] {
  const meant = new Map<string, Heading>();
  for (const { text, said } of allPassing()) {
    const plain = plainText(text);
    if (!meant.has(plain)) meant.set(plain, said);
  }
  for (const { text, intent } of readOwnCorpus()) {
    const plain = plainText(text);
    if (!meant.has(plain) && !mayHoldPassing.includes(intent)) meant.set(plain, nothing);
  }
  return [...meant].map(([plain, said]) => ({ features: folded(plain), meaning: names.indexOf(said) }));
}
