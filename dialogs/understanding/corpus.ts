import { readFileSync } from 'node:fs';
import { type Language, languages } from '../../kit/language.ts';
import { Intent } from './intents.ts';

/** One sentence and what it means. */
export type Example = { text: string; intent: Intent };

/** The sentences that the classifier learns from: a file for each language and intent, a sentence a line. */
export function readCorpus(): Example[] {
  return languages.flatMap((language) =>
    Intent.options.flatMap((intent) => sentences(language, intent).map((text) => ({ text, intent }))),
  );
}

function sentences(language: Language, intent: Intent): string[] {
  const file = new URL(`./corpus/${language}/${intent}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap(alternatives);
}

/** `my card is (frozen|locked)` as two sentences. Each alternative comes once, not each with each. */
export function alternatives(line: string): string[] {
  const slots = [...line.matchAll(/\(([^()]*\|[^()]*)\)/g)].map(([, inside = '']) => inside.split('|'));
  const times = Math.max(1, ...slots.map((slot) => slot.length));
  return Array.from({ length: times }, (_, time) => {
    let place = 0;
    return line
      .replace(/\(([^()]*\|[^()]*)\)/g, () => {
        const slot = slots[place++] ?? [];
        return slot[(time + (place - 1) * Math.floor(time / slot.length)) % slot.length] ?? '';
      })
      .replace(/ +/g, ' ')
      .trim();
  });
}
