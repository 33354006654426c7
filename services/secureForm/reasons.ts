import type { Language } from '../../kit/language.ts';
import { secureForm } from '../../words/secureForm.ts';
import { type FreezeReason, mayBeRemote, type RemoteReason } from '../contract/freezeReason.ts';

/** The freeze reasons as one phrase; undefined where there are none that a customer may hear. */
export function freezeReasonsInWords(
  language: Language,
  freezes: readonly FreezeReason[],
): string | undefined {
  const words: Readonly<Record<RemoteReason, string>> = secureForm[language].reasons;
  const named = freezes.filter(mayBeRemote).map((reason) => words[reason]);
  if (named.length === 0) return undefined;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
}
