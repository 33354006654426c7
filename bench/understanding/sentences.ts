import { readdirSync, readFileSync } from 'node:fs';
import { Intent } from '../../dialogs/understanding/intents.ts';
import type { Language } from '../../kit/language.ts';

/** A sentence that the classifier has not learnt, and what it means. */
export type Sentence = { text: string; intent: Intent };

/**
 * - `heldOut`: as ten different people would say each intent
 * - `notUnfreezing`: what must never be taken as unfreezing, from frames
 */
export const sets = ['heldOut', 'notUnfreezing'] as const;
export type SetName = (typeof sets)[number];

/** Sentences of people who had not read the corpus, and others of which only this is said: that they are not unfreezing. */
export type Batches = { sentences: Sentence[]; notUnfreezing: string[] };

/** All batches in one; what has become part of the corpus since is left out. */
export function readBatches(language: Language, learnt: ReadonlySet<string>): Batches {
  const batches: Batches = { sentences: [], notUnfreezing: [] };
  for (const batch of readdirSync(new URL('./batches/', import.meta.url)).toSorted()) {
    let heading = '';
    for (const line of readFileSync(
      new URL(`./batches/${batch}/${language}.txt`, import.meta.url),
      'utf8',
    ).split('\n')) {
      if (line.startsWith('# ')) heading = line.slice(2);
      else if (heading === 'notUnfreeze' && line !== '') batches.notUnfreezing.push(line);
      else if (line !== '' && !learnt.has(line))
        batches.sentences.push({ text: line, intent: Intent.parse(heading) });
    }
  }
  return batches;
}

/** Reads a set: `# intent` stands above its sentences. In frames each alternative is set with each. */
export function readSentences(set: SetName, language: Language): Sentence[] {
  const lines = readFileSync(new URL(`./${set}/${language}.txt`, import.meta.url), 'utf8').split('\n');
  let intent: Intent = 'none';
  return lines.flatMap((line) => {
    if (line.startsWith('# ')) intent = Intent.parse(line.slice(2));
    if (line === '' || line.startsWith('# ')) return [];
    return (set === 'notUnfreezing' ? combinations(line) : [line]).map((text) => ({ text, intent }));
  });
}

function combinations(frame: string): string[] {
  const slot = /\(([^()]*\|[^()]*)\)/.exec(frame);
  if (slot === null) return [frame.replace(/ +/g, ' ').trim()];
  const [whole, inside = ''] = slot;
  const [before, after] = [frame.slice(0, slot.index), frame.slice(slot.index + whole.length)];
  return inside.split('|').flatMap((alternative) => combinations(before + alternative + after));
}
