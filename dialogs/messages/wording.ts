import i18next, { type i18n } from 'i18next';
import { type Language, languages } from '../../kit/language.ts';
import { catalogue, type MessageId } from './catalogue/index.ts';

/** A fact that is not heard as it is read. */
export type Spoken = { text: string; speech: string };
export type Fact = string | number | readonly string[] | Spoken;

/** What stands in a sentence's `{{name}}` places; several of a kind are joined by "or". */
export type Facts = Readonly<Record<string, Fact>>;

/** Facts whose digits are heard one by one; a voice would read 1114 as eleven hundred and fourteen. */
const readByDigit = ['lastFour', 'cards', 'caseId', 'phone', 'code'];

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
  return sentences.t(id, { lng: language, ns: 'text', ...filledIn(language, facts, 'text') });
}

/** Several sentences as one list, in which the last is joined by "and". */
export function listed(language: Language, ids: readonly MessageId[]): string {
  const phrases = ids.map((id) => text(language, id));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(phrases);
}

/** A sentence as it is heard: digits of cards, cases and telephones stand apart, as `1 1 1 4`. */
export function speech(language: Language, id: MessageId, facts: Facts = {}): string {
  return sentences.t(id, { lng: language, ns: 'speech', ...filledIn(language, facts, 'speech') });
}

function filledIn(language: Language, facts: Facts, how: keyof Spoken): Record<string, string | number> {
  const one = (name: string, fact: string | number) =>
    how === 'speech' && readByDigit.includes(name) ? digitByDigit(String(fact)) : fact;
  const filled = Object.entries(facts).map(([name, fact]): [string, string | number] => {
    if (typeof fact === 'string' || typeof fact === 'number') return [name, one(name, fact)];
    if ('text' in fact) return [name, fact[how]];
    const list = new Intl.ListFormat(language, { type: 'disjunction' });
    return [name, list.format(fact.map((each) => String(one(name, each))))];
  });
  return Object.fromEntries(filled);
}

function digitByDigit(fact: string): string {
  return fact.replace(/[-\s]+/g, ', ').replace(/(?<=[\dA-Z+])(?=[\dA-Z])/g, ' ');
}
