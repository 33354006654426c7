import type { Language } from '../kit/language.ts';
import { filled } from '../kit/sentence.ts';
import { passwordLength as en } from './en/passwordLength.ts';
import { passwordLength as zhHans } from './zh-Hans/passwordLength.ts';
import { passwordLength as zhHant } from './zh-Hant/passwordLength.ts';

const words: Record<Language, typeof zhHans> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** How many digits a bank's transaction passwords have. */
type Lengths = { shortest: number; longest: number };

/** What a sentence says of it: `passwordLength` before the password's name, `passwordDigits` before the digits. */
export function passwordFacts(
  language: Language,
  lengths: Lengths,
): { passwordLength: string; passwordDigits: string } {
  const { usual, one, several, digits } = words[language];
  const { shortest, longest } = lengths;
  if (shortest !== longest)
    return { passwordLength: filled(several, lengths), passwordDigits: filled(digits, lengths) };
  return { passwordLength: shortest === 6 ? usual : filled(one, lengths), passwordDigits: String(shortest) };
}
