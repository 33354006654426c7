/** A promise is not kept. The message says what was seen. */
export class Broken extends Error {}

/** A promise cannot be tried here. The message says what lacks. */
export class NotTried extends Error {}

/** @throws Broken */
export function holds(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Broken(otherwise);
}
