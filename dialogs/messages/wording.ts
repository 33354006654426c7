import { type Language, languages } from '../../kit/language.ts';
import { type Filling, type Sentence, sentence } from '../../kit/sentence.ts';
import { catalogue, type MessageId } from '../../words/conversation.ts';

/** A fact that is not heard as it is read. */
export type Spoken = { text: string; speech: string };
export type Fact = string | number | readonly string[] | Spoken;

/** What stands in a sentence's `{{name}}` places; several of a kind are joined by "or". */
export type Facts = Readonly<Record<string, Fact>>;

/** Facts whose digits are heard one by one; a voice would read 1114 as eleven hundred and fourteen. */
const readByDigit = ['lastFour', 'cards', 'caseId', 'phone', 'code'];

type Wordings = Readonly<Record<MessageId, Record<keyof Spoken, Sentence>>>;

/** Every sentence, as it is read and as it is heard. */
const sentences = Object.fromEntries(languages.map((language) => [language, wordingsOf(language)])) as Record<
  Language,
  Wordings
>;

function wordingsOf(language: Language): Wordings {
  const wordings = Object.entries(catalogue).map(([id, message]) => {
    const { text, speech = text } = message[language];
    return [id, { text: sentence(text), speech: sentence(speech) }];
  });
  return Object.fromEntries(wordings);
}

/** Of several things the last is joined by "and" (conjunction) or "or"; each is made once, since that takes long. */
const lists = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      conjunction: new Intl.ListFormat(language, { type: 'conjunction' }),
      disjunction: new Intl.ListFormat(language, { type: 'disjunction' }),
    },
  ]),
) as Record<Language, Record<'conjunction' | 'disjunction', Intl.ListFormat>>;

/** A sentence as it is read. @throws Error where a fact that it names is missing */
export function text(language: Language, id: MessageId, facts: Facts = {}): string {
  return sentences[language][id].text(filledIn(language, facts, 'text'));
}

/** Several sentences as one list, in which the last is joined by "and". */
export function listed(language: Language, ids: readonly MessageId[]): string {
  return lists[language].conjunction.format(ids.map((id) => text(language, id)));
}

/** A sentence as it is heard: digits of cards, cases and telephones stand apart, as `1 1 1 4`. */
export function speech(language: Language, id: MessageId, facts: Facts = {}): string {
  return sentences[language][id].speech(filledIn(language, facts, 'speech'));
}

function filledIn(language: Language, facts: Facts, how: keyof Spoken): Filling {
  const one = (name: string, fact: string | number) =>
    how === 'speech' && readByDigit.includes(name) ? digitByDigit(String(fact)) : fact;
  const filled = Object.entries(facts).map(([name, fact]): [string, string | number] => {
    if (typeof fact === 'string' || typeof fact === 'number') return [name, one(name, fact)];
    if ('text' in fact) return [name, fact[how]];
    return [name, lists[language].disjunction.format(fact.map((each) => String(one(name, each))))];
  });
  return Object.fromEntries(filled);
}

function digitByDigit(fact: string): string {
  return fact.replace(/[-\s]+/g, ', ').replace(/(?<=[\dA-Z+])(?=[\dA-Z])/g, ' ');
}
