import { type Language, languages } from '../kit/language.ts';
import type { Wording } from '../kit/wording.ts';
import * as en from './en/conversation/index.ts';
import * as zhHans from './zh-Hans/conversation/index.ts';
import * as zhHant from './zh-Hant/conversation/index.ts';

type Source = typeof zhHans;

/** Every sentence of the conversation that a customer reads or hears, by its stable id. */
export type MessageId = { [Topic in keyof Source]: keyof Source[Topic] }[keyof Source];

type Topics = { readonly [Topic in keyof Source]: Readonly<Record<keyof Source[Topic], Wording>> };

/** One sentence as it is read and as it is heard; where it is heard as it is read, `speech` is left out. */
export type Message = { text: string; speech?: string };

const topics: Record<Language, Topics> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** The sentences of a language by their ids. */
function sentencesOf(language: Language): Record<MessageId, Wording> {
  return Object.assign({}, ...Object.values(topics[language]));
}

/** Every sentence in every language. */
export const catalogue = Object.fromEntries(
  Object.keys(sentencesOf('zh-Hans')).map((id) => [id, inEachLanguage(id as MessageId)]),
) as Record<MessageId, Record<Language, Message>>;

function inEachLanguage(id: MessageId): Record<Language, Message> {
  const messages = languages.map((language) => {
    const wording = sentencesOf(language)[id];
    return [language, typeof wording === 'string' ? { text: wording } : wording];
  });
  return Object.fromEntries(messages);
}
