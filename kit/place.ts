import { normalText } from './customerText.ts';

/** The words and signs for the first place, the second and so on, as people write or say them. */
const places: readonly (readonly string[])[] = [
  ['1', 'one', 'first', '1st', '一', '壹'],
  ['2', 'two', 'second', '2nd', '二', '两', '兩', '贰', '貳'],
  ['3', 'three', 'third', '3rd', '三', '叁', '參'],
  ['4', 'four', 'fourth', '4th', '四', '肆'],
  ['5', 'five', 'fifth', '5th', '五', '伍'],
  ['6', 'six', 'sixth', '6th', '六', '陆', '陸'],
  ['7', 'seven', 'seventh', '7th', '七', '柒'],
  ['8', 'eight', 'eighth', '8th', '八', '捌'],
  ['9', 'nine', 'ninth', '9th', '九', '玖'],
];
const placeOf = new Map(places.flatMap((forms, place) => forms.map((form) => [form, place + 1] as const)));

const before = /^(?:[(#]|the |number |no\.? ?|option |choice |press |第|选项|選項|选第?|選第?|按)+/;
const after =
  /(?:[).、,:!。]| ?(?:one|option|choice|please|thanks)|个|個|项|項|号|號|吧|啦|谢谢|謝謝|唔該)+$/;

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
  return placeOf.get(bare.replace(/[).、,:!。\s]+$/, '')) ?? placeOf.get(bare.replace(after, '').trim());
}

const longest = 30;
