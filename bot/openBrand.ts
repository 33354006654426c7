import type { Brand } from '../brand/brand.ts';
import { brandedConversation } from '../brand/brandedWords.ts';
import { readBrand } from '../brand/brandFile.ts';
import type { Surfaces } from '../brand/sentences.ts';
import { Sentences } from '../dialogs/messages/wording.ts';
import type { Topics } from '../dialogs/understanding/topics.ts';
import { bankSurfaces } from '../services/brandSurfaces.ts';
import { chatPage } from '../words/chatPage.ts';
import { catalogue } from '../words/conversation.ts';
import { deskAnswers } from '../words/deskAnswers.ts';
import { deskPage } from '../words/deskPage.ts';
import { embed } from '../words/embed.ts';
import { page } from '../words/page.ts';
import type { Config } from './config.ts';
import { openTopics } from './openTopics.ts';

/** The texts of the bot that a brand can change. */
const botSurfaces: Surfaces = {
  texts: { chatPage, deskAnswers, deskPage, embed, page },
  conversation: catalogue,
};

/** The texts of both halves, where they share a process. */
export const allSurfaces: Surfaces = {
  ...botSurfaces,
  texts: { ...bankSurfaces.texts, ...botSurfaces.texts },
};

/**
 * Opens the bank's brand, and the conversation's sentences in its wording.
 * @throws UnfreezeError `settingsInvalid`
 */
export function openBrand({
  brandFile,
  remoteBank,
  topicsDir,
  passwordLengths,
}: Pick<Config, 'brandFile' | 'remoteBank' | 'topicsDir' | 'passwordLengths'>): {
  brand: Brand;
  sentences: Sentences;
  topics: Topics | undefined;
} {
  const brand = readBrand(brandFile, remoteBank ? botSurfaces : allSurfaces);
  const { answers, topics } = openTopics(topicsDir);
  const said = {
    ...brandedConversation(brand, catalogue),
    ...(answers && brandedConversation(brand, answers)),
  };
  return { brand, sentences: new Sentences(said, passwordLengths), topics };
}
