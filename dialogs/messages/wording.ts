import { asLabel } from '../../kit/label.ts';
import { type Language, languages } from '../../kit/language.ts';
import { type Filling, type ParsedSentence, sentence } from '../../kit/sentence.ts';
import type { WordingRegion } from '../../kit/wordingRegion.ts';
import { type PasswordLengths, usualPasswordLengths } from '../../services/contract/passwordLengths.ts';
import { catalogue, type Message, type MessageId } from '../../words/conversation.ts';
import { saidAt } from '../../words/hongKong.ts';
import { passwordFacts } from '../../words/passwordLength.ts';
import type { TopicAnswer } from '../../words/topics.ts';
import { OwnWords } from './ownWords.ts';

/** A fact that is not heard as it is read. */
export type Spoken = { text: string; speech: string };
type Fact = string | number | readonly string[] | Spoken;

/** What stands in a sentence's `{{name}}` places; several of a kind are joined by "or". */
export type Facts = Readonly<Record<string, Fact>>;

/** Whatever may be said: the sentences that there always are, and the answers of a bank that has some. */
export type SentenceId = MessageId | TopicAnswer;
type InEachLanguage = Readonly<Record<Language, Message>>;

/** All that is said, in every language. */
export type Catalogue = Readonly<Record<MessageId, InEachLanguage>> &
  Readonly<Partial<Record<TopicAnswer, InEachLanguage>>>;

/** Facts whose digits are heard one by one; a voice would read 1114 as eleven hundred and fourteen. */
const readByDigit = ['lastFour', 'cards', 'caseId', 'phone', 'code'];

type Wordings = ReadonlyMap<string, Record<keyof Spoken, ParsedSentence>>;

/**
 * Joins the last of several things with "and" (conjunction) or "or". Each joiner is made once, because making one is
 * slow.
 */
const lists = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      conjunction: new Intl.ListFormat(language, { type: 'conjunction' }),
      disjunction: new Intl.ListFormat(language, { type: 'disjunction' }),
    },
  ]),
) as Record<Language, Record<'conjunction' | 'disjunction', Intl.ListFormat>>;

/** What the bot says, read once, and what of it comes back. */
export class Sentences {
  readonly #wordings: Readonly<Record<Language, Wordings>>;
  readonly #ownWords: OwnWords;
  /** Each quick reply by what it shows, in whatever language. */
  readonly #byLabel: ReadonlyMap<string, MessageId>;

  /** What every sentence may say without being told. */
  readonly #standing: Readonly<Record<Language, Facts>>;

  /** @param passwordLengths how many digits the bank's transaction passwords have */
  constructor(said: Catalogue, passwordLengths: PasswordLengths = usualPasswordLengths) {
    const standing: [Language, Facts][] = languages.map((language) => [
      language,
      passwordFacts(language, passwordLengths),
    ]);
    this.#standing = Object.fromEntries(standing) as Record<Language, Facts>;
    this.#wordings = Object.fromEntries(
      languages.map((language) => [language, wordingsOf(said, language)]),
    ) as Record<Language, Wordings>;
    this.#ownWords = new OwnWords(said);
    this.#byLabel = new Map(
      Object.entries(said)
        .filter(([id]) => id.startsWith('choice.'))
        .flatMap(([id, message]) =>
          wordedIn(message).map((text) => [asLabel(text), id as MessageId] as const),
        ),
    );
  }

  /** A sentence as it is read. @throws Error where a fact that it names is missing */
  text(language: Language, id: SentenceId, facts: Facts = {}, place?: WordingRegion): string {
    return saidAt(place, language, this.#wording(language, id).text(this.#filled(language, facts, 'text')));
  }

  /** A sentence as it is heard: digits of cards, cases and telephones stand apart, as `1 1 1 4`. */
  speech(language: Language, id: SentenceId, facts: Facts = {}, place?: WordingRegion): string {
    return saidAt(
      place,
      language,
      this.#wording(language, id).speech(this.#filled(language, facts, 'speech')),
    );
  }

  #filled(language: Language, facts: Facts, how: keyof Spoken): Filling {
    return filledIn(language, { ...this.#standing[language], ...facts }, how);
  }

  /** Whether there is such a sentence: a bank has answers to topics, or has none. */
  has(id: SentenceId): boolean {
    return this.#wordings.en.has(id);
  }

  #wording(language: Language, id: SentenceId): Record<keyof Spoken, ParsedSentence> {
    const wording = this.#wordings[language].get(id);
    if (wording === undefined) throw new Error(`there is no sentence ${id}`);
    return wording;
  }

  /** Several sentences as one list, in which the last is joined by "and". */
  listed(language: Language, ids: readonly MessageId[]): string {
    return lists[language].conjunction.format(ids.map((id) => this.text(language, id)));
  }

  /** The quick reply that was sent back, if these words are one's: what the bot itself offers needs no understanding. */
  chosen<Choice extends MessageId>(said: string, choices: readonly Choice[]): Choice | undefined {
    const plain = asLabel(said);
    return choices.find((choice) =>
      languages.some((language) =>
        [undefined, 'hongKong' as const].some(
          (place) => asLabel(this.text(language, choice, {}, place)) === plain,
        ),
      ),
    );
  }

  /** The quick reply of the whole conversation that these words are the label of. */
  labelled(said: string): MessageId | undefined {
    return this.#byLabel.get(asLabel(said));
  }

  /** Whether somebody sends the bot its own words back. */
  areOwnWords(said: string): boolean {
    return this.#ownWords.are(said);
  }
}

/** A sentence in every language, and as each place of one says it. */
function wordedIn(message: InEachLanguage): string[] {
  return languages.flatMap((language) => {
    const { text } = message[language];
    return [...new Set([text, saidAt('hongKong', language, text)])];
  });
}

function wordingsOf(said: Catalogue, language: Language): Wordings {
  const wordings = Object.entries(said).map(([id, message]) => {
    const { text, speech = text } = message[language];
    return [id, { text: sentence(text), speech: sentence(speech) }] as const;
  });
  return new Map(wordings);
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

/** The sentences in their standard wording, for banks that replace none. */
export const ordinarySentences = new Sentences(catalogue);
