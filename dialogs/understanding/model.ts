import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Classifier, weightCount } from './classifier.ts';
import { readCorpus } from './corpus.ts';
import { learn } from './learn.ts';

/**
 * What was learnt, as a file, so that no start waits for the learning: the SHA-256 of what it was learnt from (32
 * bytes), then, with Brotli, the unit of the weights (a 32-bit float) and the weights (a signed byte each).
 */
const file = new URL('./model.bin', import.meta.url);

/** What the weights follow from: another text of one of these, and they must be learnt again. */
const sources = [
  'classifier.ts',
  'concepts.ts',
  'core.ts',
  'features.ts',
  'intents.ts',
  'learn.ts',
  'misspelt.ts',
  'plainText.ts',
  'simplified.ts',
  'wordClasses.ts',
];

/** The hash of the corpus and of the code that learns from it. */
export function lessonsHash(): Buffer {
  const hash = createHash('sha256').update(JSON.stringify(readCorpus()));
  for (const source of sources) hash.update(readFileSync(new URL(`./${source}`, import.meta.url)));
  return hash.digest();
}

/** The hash of what the kept model was learnt from. */
export function modelHash(): Buffer {
  return readFileSync(file).subarray(0, 32);
}

export function readModel(): Classifier {
  const content = brotliDecompressSync(readFileSync(file).subarray(32));
  return new Classifier(
    new Int8Array(content.buffer, content.byteOffset + 4, weightCount),
    content.readFloatLE(),
  );
}

/** Learns from the corpus and keeps what was learnt. @returns the size of the file in bytes */
export function writeModel(): number {
  const weights = learn(readCorpus());
  const unit = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) / 127;
  const content = Buffer.alloc(4 + weightCount);
  content.writeFloatLE(unit);
  for (const [place, weight] of weights.entries()) content.writeInt8(Math.round(weight / unit), 4 + place);
  const model = Buffer.concat([lessonsHash(), brotliCompressSync(content)]);
  writeFileSync(file, model);
  return model.length;
}
