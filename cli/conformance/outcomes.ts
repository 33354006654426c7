/** A promise is not kept. The message says what was seen. */
export class Broken extends Error {}

/** A promise cannot be tried here. The message says what is missing. */
export class NotTried extends Error {}

/** Asserts that a promise holds. @throws Broken with the message `otherwise` */
export function holds(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Broken(otherwise);
}
