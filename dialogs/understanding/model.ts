import { Classifier, weightCount } from './classifier.ts';
import { readCorpus } from './corpus.ts';
import { inBytes, learn } from './learn.ts';
import { checkModelFile, hashOfFiles, heardFiles, readModelFile, writeModelFile } from './modelFile.ts';

/** What was learnt of the intents, beside what was learnt of the topics. */
export const modelFile = 'intents.bin';

/** What the weights follow from: another text of one of these, and they must be learnt again. */
const sources = [
  ...heardFiles(['concepts', 'spelling', 'wordClasses', 'wrapping']),
  'besideCorpus.ts',
  'classifier.ts',
  'combinations.ts',
  'concepts.ts',
  'core.ts',
  'corpus.ts',
  'features.ts',
  'headings.ts',
  'intents.ts',
  'learn.ts',
  'misspelt.ts',
  'plainText.ts',
  'simplified.ts',
];

/** The hash of the corpus and of the code that learns from it. */
export function lessonsHash(): Buffer {
  return hashOfFiles(sources, ['corpus']);
}

/** @throws ModelUnfit */
export function checkModel(file: string): void {
  checkModelFile(file, lessonsHash());
}

/** @throws ModelUnfit */
export function readModel(file: string): Classifier {
  const { unit, bytes } = readModelFile(file, weightCount);
  return new Classifier(bytes, unit);
}

/** Learns from the corpus and keeps what was learnt. @returns the size of the file in bytes */
export function writeModel(file: string): number {
  return writeModelFile(file, lessonsHash(), inBytes(learn(readCorpus())));
}
