import { namedOf } from '../../words/heard.ts';

/** What the guard and the classifier both see in a sentence. Earlier ones take their words away from later ones. */
const concepts = [
  ...namedOf((heard) => heard.concepts.concepts),
  ...namedOf((heard) => heard.wordClasses.wordClasses),
];

/** One group for each concept, whose place tells the concept: each group within its words would make every match slower. */
const joined = new RegExp(
  concepts.map(({ words }) => `(${words.source.replace(/\((?!\?)/g, '(?:')})`).join('|'),
  'g',
);

const place = (groups: readonly unknown[]) => groups.findIndex((words) => words !== undefined);

/** The concepts of a plain text, in the order of its words. */
export function conceptsIn(plain: string): string[] {
  const found: string[] = [];
  // `matchAll` would compile so large a pattern again each time.
  plain.replace(joined, (words, ...groups) => {
    found.push(concepts[place(groups)]?.name ?? '');
    return words;
  });
  return found;
}

/** The plain text with one sign of the private use area in the place of each concept's words. */
export function outlineOf(plain: string): string {
  return plain.replace(joined, (_words, ...groups) => String.fromCharCode(0xe000 + place(groups)));
}
