import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainText } from '../dialogs/understanding/plainText.ts';
import { readTopicModel, topicLessonsHash, topicModelHash } from '../dialogs/understanding/topicModel.ts';
import { Topics } from '../dialogs/understanding/topics.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { type BankTopics, readTopics } from '../topics/topicFiles.ts';

/** Where `npx thawline understand teach` keeps what it has learnt of a bank's own sentences. */
export const ownModel = (folder: string) => join(folder, 'topics.bin');

/**
 * The bank's answers, and what tells which of them is asked for: its own sentences where they come whole, and, once they
 * were taught, what is like them.
 * @throws UnfreezeError `settingsInvalid`
 */
export function openTopics(folder: string | undefined): {
  answers: BankTopics['answers'] | undefined;
  topics: Topics | undefined;
} {
  if (folder === undefined) return { answers: undefined, topics: undefined };
  const { answers, own } = readTopics(folder);
  const file = ownModel(folder);
  const wholes = new Map(own.map(({ text, subject }) => [plainText(text), subject]));
  if (!existsSync(file)) return { answers, topics: new Topics({ own: wholes }) };
  const model = pathToFileURL(file);
  if (!topicModelHash(model).equals(topicLessonsHash(own)))
    throw new UnfreezeError(
      'settingsInvalid',
      `TOPICS_DIR ${file}: was learnt from other sentences: npx thawline understand teach --topics ${folder}`,
    );
  return { answers, topics: new Topics({ own: wholes, model: () => readTopicModel(model) }) };
}
