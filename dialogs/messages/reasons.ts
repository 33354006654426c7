import type { Language } from '../../kit/language.ts';
import type { FreezeReason } from '../../services/contract/freezeReason.ts';
import { catalogue, type MessageId } from './catalogue/index.ts';
import { text } from './wording.ts';

/** Freeze reasons as one phrase. Those that no policy lets anybody lift here have no words: they are never named. */
export function reasonsInWords(language: Language, reasons: readonly FreezeReason[]): string {
  const phrases = reasons
    .map((reason) => `reason.${reason}`)
    .filter((id): id is MessageId => id in catalogue)
    .map((id) => text(language, id));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(phrases);
}
