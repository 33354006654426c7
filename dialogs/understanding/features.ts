import { conceptsIn, outlineOf } from './concepts.ts';
import { coreOf } from './core.ts';
import { readOnce } from './readOnce.ts';

/** How many places the features of all sentences share. */
export const featurePlaces = 2 ** 18;

/**
 * What the classifier sees of a plain text, as sorted places in a table: words, pairs of words, pieces of words, one
 * to four Chinese characters in a row, the concepts and their order, the whole when it is short, its length, and one to
 * four in a row of what its kernel is made of, concepts in the place of their words.
 */
export function featuresOf(plain: string): Uint32Array {
  return featuresOnce(plain);
}

const featuresOnce = readOnce((plain) => {
  const places = new Set<number>();
  const add = (kind: string, value: string) => places.add(featurePlace(kind, value));
  const tokens = plain.match(/[a-z0]+|\p{Script=Han}+|\?|\||[^\s]/gu) ?? [];
  const clauses = plain.split('|');
  const words = tokens.filter((token) => token !== '|');
  for (const [place, word] of words.entries()) {
    if (/^[a-z]/.test(word)) {
      add('w', word);
      const padded = `_${word}_`;
      for (let size = 3; size <= 5; size++)
        for (let at = 0; at + size <= padded.length; at++) add('p', padded.slice(at, at + size));
    } else if (!/\p{Script=Han}/u.test(word)) add('w', word);
    const next = words[place + 1];
    if (next !== undefined) add('2', `${edge(word, -1)} ${edge(next, 1)}`);
    const afterNext = words[place + 2];
    if (next !== undefined && afterNext !== undefined && /^[a-z]/.test(next)) {
      add('3', `${edge(word, -1)} ${next} ${edge(afterNext, 1)}`);
    }
  }
  addChinese(plain.replace(/[^\p{Script=Han}a-z0?]+/gu, '').replace(/[a-z0]+/g, '*'), add);
  const concepts = conceptsIn(plain);
  const before = new Set<string>();
  for (const [place, concept] of concepts.entries()) {
    add('c', concept);
    const next = concepts[place + 1];
    if (next !== undefined) add('d', `${concept} ${next}`);
    for (const earlier of before) add('e', `${earlier} ${concept}`);
    before.add(concept);
  }
  add('s', concepts.join(' '));
  const core = coreOf(plain);
  addOutline(outlineOf(core), add);
  if (core.length <= 24) add('k', core.replaceAll('|', ''));
  if (/\p{Script=Han}/u.test(core)) addEnds(core, add);
  else addWordEnds(core.split(/[ |?]+/), add);
  const [first = ''] = clauses;
  if (first.length <= 12) add('f', first);
  if (plain.length <= 24) add('=', plain.replaceAll('|', ''));
  const length = words.reduce((sum, word) => sum + (/\p{Script=Han}/u.test(word) ? word.length / 1.6 : 1), 0);
  add('l', String(Math.min(6, Math.round(Math.log2(1 + length) * 2))));
  add('b', words[0] ? edge(words[0], 1) : '');
  return Uint32Array.from(places).sort();
});

function addOutline(outline: string, add: (kind: string, value: string) => void): void {
  if (outline.length <= 24) add('u', outline);
  const signs = ['^', ...(outline.match(/[a-z0]+|[\ue000-\uf8ff]|\p{Script=Han}|[?|]/gu) ?? []), '$'];
  for (let size = 1; size <= 4; size++) {
    for (let at = 0; at + size <= signs.length; at++) add('o', signs.slice(at, at + size).join(' '));
  }
}

function addChinese(text: string, add: (kind: string, value: string) => void): void {
  if (!/\p{Script=Han}/u.test(text)) return;
  const characters = [...`^${text}$`];
  for (let size = 1; size <= 4; size++) {
    for (let at = 0; at + size <= characters.length; at++) {
      const piece = characters.slice(at, at + size).join('');
      if (piece.length > 1 || !'^$*?'.includes(piece)) add('h', piece);
    }
  }
}

/** The two characters of a Chinese stretch that touch its neighbour; a word is taken whole. */
function edge(word: string, side: 1 | -1): string {
  if (!/\p{Script=Han}/u.test(word)) return word;
  return side === 1 ? word.slice(0, 2) : word.slice(-2);
}

/** FNV-1a (RFC 9923), folded to a place in the table. */
export function featurePlace(kind: string, value: string): number {
  let hash = 0x811c9dc5 ^ kind.charCodeAt(0);
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & (featurePlaces - 1);
}

/** Adds the beginning and the end of the kernel. */
function addEnds(core: string, add: (kind: string, value: string) => void): void {
  for (const size of [1, 2, 3, 4]) {
    add('y', core.slice(0, size));
    add('z', core.slice(-size));
  }
}

function addWordEnds(words: readonly string[], add: (kind: string, value: string) => void): void {
  for (const size of [1, 2, 3]) {
    add('y', words.slice(0, size).join(' '));
    add('z', words.slice(-size).join(' '));
  }
}
