import { readFileSync } from 'node:fs';
import type { Language } from '../../../../kit/language.ts';

/** What customers reply to "Shall I unfreeze the card ending 1114 now?": a yes, or anything that is none. */
export function repliesOf(kind: 'yes' | 'noYes', language: Language): string[] {
  const file = new URL(`./${kind}.${language}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
