import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ModelUnfit } from '../dialogs/understanding/modelFile.ts';
import { plainText } from '../dialogs/understanding/plainText.ts';
import { checkTopicModel, readTopicModel, topicModelFile } from '../dialogs/understanding/topicModel.ts';
import { Topics } from '../dialogs/understanding/topics.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { type BankTopics, readTopics } from '../topics/topicFiles.ts';

/** The file where `npx thawline understand teach` stores its model of a bank's own sentences. */
export const ownModel = (folder: string) => join(folder, topicModelFile);

/**
 * The bank's own answers, and a classifier of questions about them: it knows the bank's own sentences word for word
 * and, once they were taught, similar ones.
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
  try {
    checkTopicModel(file, own);
  } catch (cause) {
    if (!(cause instanceof ModelUnfit)) throw cause;
    const mend = `npx thawline understand teach --topics ${folder}`;
    throw new UnfreezeError('settingsInvalid', `TOPICS_DIR: ${cause.message}: ${mend}`, { cause });
  }
  return { answers, topics: new Topics({ own: wholes, model: () => readTopicModel(file) }) };
}
