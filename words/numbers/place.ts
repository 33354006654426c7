import { normalText } from '../../kit/customerText.ts';
import { numberWords } from '../numberWords.ts';

const languages = Object.values(numberWords);
/** The words and signs for the first place, the second and so on, as people write or say them. */
const placeWords = new Map(
  Array.from({ length: 9 }, (_, place) => place + 1).flatMap((place) =>
    [String(place), ...languages.flatMap(({ places }) => places[place - 1] ?? [])].map(
      (form) => [form, place] as const,
    ),
  ),
);

const anyOf = (wordsOf: (language: (typeof languages)[number]) => readonly string[]) =>
  languages.flatMap(wordsOf).join('|');
const before = new RegExp(`^(?:[(#]|${anyOf(({ beforePlace }) => beforePlace)})+`);
const behind = new RegExp(`(?:[).、,:!。]|${anyOf(({ behindPlace }) => behindPlace)})+$`);

/**
 * The place in a list that a text names and nothing else, from 1: `2`, `②`, `two`, `the second one`, 第二个. A number
 * within a sentence is no place, and neither is "the first card": where the first choice is "yes", it must not count as
 * a yes.
 */
export function placeNamed(text: string): number | undefined {
  const plain = normalText(text)
    .replace(/\p{Cf}|\ufe0f|\u20e3/gu, '')
    .trim()
    .toLowerCase();
  if (plain.length > longest) return undefined;
  const bare = plain.replace(before, '');
  return (
    placeWords.get(bare.replace(/[).、,:!。\s]+$/, '')) ?? placeWords.get(bare.replace(behind, '').trim())
  );
}

const longest = 30;
