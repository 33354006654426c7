import { join } from 'node:path';
import { modelsFolder } from './models.ts';
import type { Passing } from './passing.ts';
import { type PassingModel, passingModelFile, readPassingModel } from './passingModel.ts';
import { hasNoWords, plainText } from './plainText.ts';

/** A sentence longer than this, in UTF-16 units, tells more than what is said in passing. */
const longest = 200;
/** Surer than this it is taken. */
const least = 0.5;

/** Read when the first sentence asks for it: a start decides where models stand. */
let read: PassingModel | undefined;
const model = () => (read ??= readPassingModel(join(modelsFolder(), passingModelFile)));

/** What a customer says in passing, if anything; numbers have been masked before. It leads to no unfreezing by itself. */
export function passingIn(text: string): Passing | undefined {
  if (text === '' || text.length > longest) return undefined;
  const plain = plainText(text);
  if (hasNoWords(plain)) return undefined;
  const { passing, confidence } = model().guess(plain);
  return confidence >= least ? passing : undefined;
}
