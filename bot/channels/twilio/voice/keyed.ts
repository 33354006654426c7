/** The number of digits of an identity document before its last character, which may be an X. */
const beforeX = 17;

/**
 * The digits that remain of the pressed keys. A star deletes everything before it; after the seventeen digits of an
 * identity document, however, it is the X that a keypad lacks.
 * @returns `erased` where a star was pressed and nothing follows it
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
