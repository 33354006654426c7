import { patternOf, rowsOf } from '../../words/heard.ts';

const words = new Set(rowsOf((heard) => heard.plainRequests.words));
const unparted = patternOf((heard) => heard.plainRequests.unparted);
const unfreezing = patternOf((heard) => heard.plainRequests.unfreezing);

/** Whether a plain text says nothing beside asking for unfreezing, so that there is little that it could mean else. */
export function isPlainRequest(plain: string): boolean {
  const strange = (plain.match(/[a-z]+/g) ?? []).some((word) => !words.has(word) && !unfreezing.test(word));
  return !strange && !/\p{Script=Han}/u.test(plain.replace(unparted, ''));
}
