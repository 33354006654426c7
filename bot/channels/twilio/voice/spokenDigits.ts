import { normalText } from '../../../../kit/customerText.ts';

const words: Record<string, string> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  one: '1',
  two: '2',
  to: '2',
  too: '2',
  three: '3',
  four: '4',
  for: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  ate: '8',
  nine: '9',
};
const times: Record<string, number> = { double: 2, triple: 3, treble: 3 };

const chinese = '零〇一二三四五六七八九';
const chineseForms: Record<string, string> = {
  幺: '一',
  么: '一',
  两: '二',
  兩: '二',
  洞: '零',
  拐: '七',
  勾: '九',
};

/**
 * The digits of what was said, where it was nothing but digits: "six two double oh", 六二零零, 幺, or a mixture
 * with written ones. Undefined for anything else, since "to" and "for" are words too.
 */
export function spokenDigits(said: string): string | undefined {
  const plain = normalText(said)
    .toLowerCase()
    .replace(/[\s,，、.。;；\p{Pd}]+/gu, ' ')
    .trim();
  const tokens = plain.match(/[a-z]+|\d+|\p{Script=Han}/gu) ?? [];
  if (tokens.length === 0 || tokens.join('') !== plain.replaceAll(' ', '')) return undefined;
  let digits = '';
  let repeat = 1;
  for (const token of tokens) {
    const count = times[token];
    if (count !== undefined) {
      repeat = count;
      continue;
    }
    const digit = oneDigit(token);
    if (digit === undefined) return undefined;
    digits += repeat > 1 ? digit.charAt(0).repeat(repeat) + digit.slice(1) : digit;
    repeat = 1;
  }
  return digits === '' ? undefined : digits;
}

function oneDigit(token: string): string | undefined {
  if (/^\d+$/.test(token)) return token;
  const place = chinese.indexOf(chineseForms[token] ?? token);
  // Two characters stand for zero.
  if (token.length === 1 && place >= 0) return String(Math.max(place - 1, 0));
  return words[token];
}
