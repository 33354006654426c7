import { readFileSync } from 'node:fs';
import { type Language, languages } from '../../kit/language.ts';
import { besideKinds, readBeside, readWishes } from './besideCorpus.ts';
import { Intent } from './intents.ts';

/** One sentence and what it means. */
export type Example = { text: string; intent: Intent };

/** All that the classifier learns from. What stands first means what it means there. */
export function readCorpus(): Example[] {
  const wishes = languages.flatMap((language) =>
    Intent.options.flatMap((intent) => readWishes(language, intent).map(({ text }) => ({ text, intent }))),
  );
  const beside = languages.flatMap((language) =>
    besideKinds.flatMap((kind) => readBeside(language, kind).map(({ text }) => ({ text, intent: none }))),
  );
  return [...readOwnCorpus(), ...wishes, ...beside];
}

const none: Intent = 'none';

/** What was collected for each intent: a file for each language and intent, a sentence a line. */
export function readOwnCorpus(): Example[] {
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
