/** The digits of an identity document before its last character, which can be an X. */
const beforeX = 17;

/**
 * What is left of the keys that were pressed: a star erases everything before it, but after seventeen digits of
 * an identity document it is the X that no keypad has.
 * @returns `erased` where a star was pressed and nothing came after it
 */
export function keyed(keys: string, lastMayBeX = false): { digits: string; erased: boolean } {
  let digits = '';
  let erased = false;
  for (const key of keys) {
    if (key !== '*') digits += key;
    else if (lastMayBeX && digits.length === beforeX) digits += 'X';
    else {
      digits = '';
      erased = true;
    }
  }
  return { digits, erased: erased && digits === '' };
}
