import i18next, { type i18n } from 'i18next';
import { type Language, languages } from '../../services/contract/language.ts';
import { catalogue, type MessageId } from './catalogue/index.ts';

/** What stands in a sentence's `{{name}}` places. */
export type Facts = Readonly<Record<string, string | number>>;

const sentences: i18n = i18next.createInstance();
await sentences.init({
  resources: Object.fromEntries(
    languages.map((language) => [
      language,
      {
        text: wordingsOf(language, ({ text }) => text),
        speech: wordingsOf(language, ({ text, speech }) => speech ?? text),
      },
    ]),
  ),
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  pluralSeparator: '|',
  contextSeparator: '|',
  interpolation: { escapeValue: false, skipOnVariables: true },
  missingInterpolationHandler: (_text: string, match: RegExpExecArray) => {
    throw new Error(`a sentence wants a fact that was not given: ${match[0]}`);
  },
});

function wordingsOf(language: Language, choose: (wording: { text: string; speech?: string }) => string) {
  return Object.fromEntries(
    Object.entries(catalogue).map(([id, message]) => [id, choose(message[language])]),
  );
}

/** A sentence as it is read. @throws Error where a fact that it names is missing */
export function text(language: Language, id: MessageId, facts: Facts = {}): string {
  return sentences.t(id, { lng: language, ns: 'text', ...facts });
}

/** A sentence as it is heard. */
export function speech(language: Language, id: MessageId, facts: Facts = {}): string {
  return sentences.t(id, { lng: language, ns: 'speech', ...facts });
}
