import { type Language, languages } from '../kit/language.ts';
import type { Brand } from './brand.ts';
import type { ConversationWordings, Texts } from './sentences.ts';

type Message = ConversationWordings[string][Language];

/** What was branded, by brand and by the words of a surface: a text of every message is looked up here. */
const known = new WeakMap<Brand, WeakMap<object, unknown>>();

/** The texts of a surface in the bank's own wording, with its names filled in: the same object for the same brand and words. */
export function brandedTexts<Words extends Texts>(
  brand: Brand,
  surface: string,
  words: Readonly<Record<Language, Words>>,
): Readonly<Record<Language, Words>> {
  const ofBrand = known.get(brand) ?? new WeakMap<object, unknown>();
  known.set(brand, ofBrand);
  const texts = ofBrand.get(words) ?? brandedAnew(brand, surface, words);
  ofBrand.set(words, texts);
  return texts as Record<Language, Words>;
}

function brandedAnew(brand: Brand, surface: string, words: Readonly<Record<Language, Texts>>) {
  const branded = languages.map((language) => [language, deep(words[language], surface, brand, language)]);
  return Object.fromEntries(branded);
}

function deep(words: Texts, above: string, brand: Brand, language: Language): Texts {
  const texts = Object.entries(words).map(([name, inner]) => {
    const id = `${above}.${name}`;
    if (typeof inner !== 'string') return [name, deep(inner, id, brand, language)];
    const given = Object.hasOwn(brand.sentences[language], id) ? brand.sentences[language][id] : undefined;
    return [name, named(typeof given === 'string' ? given : inner, brand, language)];
  });
  return Object.fromEntries(texts);
}

/** The sentences of the conversation in the bank's own wording. */
export function brandedConversation<Ids extends string>(
  brand: Brand,
  conversation: Readonly<Record<Ids, Readonly<Record<Language, Message>>>>,
): Record<Ids, Record<Language, Message>> {
  const rows: ConversationWordings = conversation;
  const branded = Object.entries(rows).map(([id, messages]) => {
    // The greeting of a bank that has set its name contains it, unless the bank has written its own greeting.
    const usual = id === 'greeting' && brand.isNamed ? (rows['greeting.named'] ?? messages) : messages;
    return [
      id,
      Object.fromEntries(languages.map((language) => [language, said(id, usual, brand, language)])),
    ];
  });
  return Object.fromEntries(branded) as Record<Ids, Record<Language, Message>>;
}

function said(
  id: string,
  usual: Readonly<Record<Language, Message>>,
  brand: Brand,
  language: Language,
): Message {
  const given = Object.hasOwn(brand.sentences[language], id) ? brand.sentences[language][id] : undefined;
  const { text, speech }: Message =
    given === undefined ? usual[language] : typeof given === 'string' ? { text: given } : given;
  return {
    text: named(text, brand, language),
    ...(speech !== undefined && { speech: named(speech, brand, language) }),
  };
}

/** Fills in the bank's names. They contain no braces, so none of them is read as a fact. */
function named(text: string, { bank, service, short }: Brand, language: Language): string {
  const names: Record<string, string | undefined> = {
    bank: bank[language],
    service: service[language],
    short: short?.[language] ?? bank[language],
  };
  return text.replace(/\{\{(bank|service|short)\}\}/g, (place, name: string) => names[name] ?? place);
}
