import { createHash } from 'node:crypto';
import { namedOf } from '../../words/heard.ts';
import { type TopicId, topicIds } from '../../words/topics.ts';
import { Softmax } from './classifier.ts';
import { readOwnCorpus } from './corpus.ts';
import { featurePlace, featuresOf } from './features.ts';
import type { Intent } from './intents.ts';
import { inBytes, type Lesson, learnt } from './learn.ts';
import { lessonsHash } from './model.ts';
import {
  checkModelFile,
  hashOfFiles,
  heardFiles,
  readModelFile,
  type Weights,
  writeModelFile,
} from './modelFile.ts';
import { plainText } from './plainText.ts';
import { noTopic, readTopicCorpus, type Subject, type TopicExample } from './topicCorpus.ts';

/** What was learnt of the topics, beside what was learnt of the intents. */
export const topicModelFile = 'topics.bin';

/** Words by which a topic is known, beside the words themselves. */
export const topicWords = namedOf((heard) => heard.topicWords.topicWords);
const subjects: readonly Subject[] = [noTopic, ...topicIds];
/** Half as many as the intents have: topics are told apart by their words more than by how those stand. */
const places = 2 ** 17;
const weightCount = places * subjects.length;

/** The likeliest topic, how likely it is, and how much likelier than the next one. */
export type Guess = { topic: TopicId; confidence: number; lead: number };

/** A softmax over the features of a sentence, as the one over the intents. */
export class TopicModel {
  readonly #softmax: Softmax;

  constructor({ bytes, unit }: Weights) {
    this.#softmax = new Softmax({ weights: bytes, unit, meanings: subjects.length });
  }

  /** What topic a plain text is about, if it is about one. */
  guess(plain: string): Guess {
    const scores = this.#softmax.likelihoods(folded(plain));
    const [best, next] = topicIds
      .map((topic, place) => ({ topic, confidence: scores[place + 1] ?? 0 }))
      .toSorted((one, other) => other.confidence - one.confidence);
    if (best === undefined || next === undefined) throw new Error('there are no topics');
    return { ...best, lead: best.confidence / (next.confidence || Number.EPSILON) };
  }
}

function folded(plain: string): Uint32Array {
  const names = topicWords.filter(({ words }) => words.test(plain)).map(({ name }) => name);
  const pairs = names.flatMap((name, place) => names.slice(place + 1).map((other) => `${name} ${other}`));
  const own = [...names, ...pairs, names.join(' ')].map((value) => featurePlace('t', value));
  return Uint32Array.from(
    new Set([...featuresOf(plain), ...own].map((place) => place & (places - 1))),
  ).sort();
}

/** Words that many sentences have, whatever they are about. */
const general: readonly string[] = [
  'renew',
  'which',
  'number',
  'meanwhile',
  'place',
  'money',
  'again',
  'safety',
  'tries',
  'forgot',
];

function namesTopic(plain: string): boolean {
  return topicWords.some(({ name, words }) => !general.includes(name) && words.test(plain));
}

/** The hash of all that the model is learnt from. @param own what a bank's customers say in words of their own */
function topicLessonsHash(own: readonly TopicExample[] = []): Buffer {
  return createHash('sha256')
    .update(lessonsHash())
    .update(hashOfFiles([...heardFiles(['topicWords']), 'topicCorpus.ts', 'topicModel.ts'], ['topicCorpus']))
    .update(JSON.stringify(own))
    .digest();
}

/** @throws ModelUnfit */
export function checkTopicModel(file: string, own: readonly TopicExample[] = []): void {
  checkModelFile(file, topicLessonsHash(own));
}

/** @throws ModelUnfit */
export function readTopicModel(file: string): TopicModel {
  return new TopicModel(readModelFile(file, weightCount));
}

/** Learns, and keeps what was learnt. @returns the size of the file in bytes */
export function writeTopicModel(file: string, own: readonly TopicExample[] = []): number {
  const weights = learnt(topicLessons(own), { meanings: subjects.length, places, least: 0.004 });
  return writeModelFile(file, topicLessonsHash(own), inBytes(weights));
}

/** Intents whose sentences may also name a topic. Such a sentence is not taught as one without a topic. */
const mayHoldTopic: readonly Intent[] = ['none', 'help', 'whyAsked', 'agent', 'howToUnfreeze', 'cardStatus'];

/** Each plain text once. What the intents are learnt from is about no topic, unless a topic has the same words. */
function topicLessons(own: readonly TopicExample[]): Lesson[] {
  const meant = new Map<string, Subject>();
  for (const { text, subject } of [...own, ...readTopicCorpus()]) {
    const plain = plainText(text);
    if (!meant.has(plain)) meant.set(plain, subject);
  }
  for (const { text, intent } of readOwnCorpus()) {
    const plain = plainText(text);
    if (!meant.has(plain) && !(mayHoldTopic.includes(intent) && namesTopic(plain))) meant.set(plain, noTopic);
  }
  return [...meant].map(([plain, subject]) => ({
    features: folded(plain),
    meaning: subjects.indexOf(subject),
  }));
}
