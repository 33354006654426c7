import { readFileSync } from 'node:fs';
import { Intent } from '../../dialogs/understanding/intents.ts';
import type { Language } from '../../services/contract/language.ts';

/** A sentence that the classifier has not learnt, and what it means. */
export type Sentence = { text: string; intent: Intent };

/**
 * - `heldOut`: as ten different people would say each intent
 * - `notUnfreezing`: what must never be taken as unfreezing, from frames
 */
export const sets = ['heldOut', 'notUnfreezing'] as const;
export type SetName = (typeof sets)[number];

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
