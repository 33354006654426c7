import type { Language } from '../language.ts';
import { nearestLanguage } from '../nearestLanguage.ts';

/**
 * The language for a reader by `Accept-Language` (RFC 9110 section 12.5.4): the Chinese or English one with the highest
 * weight, otherwise English.
 */
export function acceptedLanguage(header: string | undefined): Language {
  const tags = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|yue|cmn|en)\b/i.test(tag))
    .sort((one, other) => other.weight - one.weight);
  return nearestLanguage(tags[0]?.tag);
}
