import { isLong } from './counts.ts';

/** Tells at once how far a long run has come: mocha's workers report a file only when it is done. */
export function say(words: string, isWorthIt: boolean): void {
  if (isLong && isWorthIt) process.stderr.write(`${words}\n`);
}
