import type { Language } from '../language.ts';
import { nearestLanguage } from '../nearestLanguage.ts';
import { regionOf, type WordingRegion } from '../wordingRegion.ts';

/**
 * The language for a reader by `Accept-Language` (RFC 9110 section 12.5.4): the Chinese or English one with the highest
 * weight, otherwise English.
 */
export function acceptedLanguage(header: string | undefined): Language {
  return nearestLanguage(acceptedTags(header)[0]);
}

/** Where a reader of traditional characters is, by the one of their tags that says so first. */
export function acceptedRegion(header: string | undefined): WordingRegion | undefined {
  return regionOf(acceptedTags(header).find((tag) => nearestLanguage(tag) === 'zh-Hant'));
}

function acceptedTags(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|yue|cmn|en)\b/i.test(tag))
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
