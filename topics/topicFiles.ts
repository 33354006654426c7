import { join } from 'node:path';
import * as z from 'zod';
import { UnfreezeError } from '../kit/errors.ts';
import { type Language, languages } from '../kit/language.ts';
import { longestTurn, secondsOf } from '../kit/speechLength.ts';
import type { Wording } from '../kit/wording.ts';
import { FileUnreadable, writtenJson } from '../kit/writtenFile.ts';
import { type TopicAnswer, type TopicId, topicIds } from '../words/topics.ts';

/** The largest file in bytes; all answers and some thousand sentences of the bank's own fit. */
const largest = 524_288;
/** The longest answer in characters, since a message costs by its length and nobody reads more. */
const longestAnswer = 320;
/** Invisible characters, control characters, and marks that change the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
/** A fact that an answer may not name; allowed are the bank's names and how to reach a person. */
const facts = /\{\{(?!(?:bank|service|short|agent)\}\})/;

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have ${most} signs or fewer`)
    .refine((text) => !unseen.test(text), 'must have no control signs and no marks of the writing direction')
    .refine((text) => !/[<>]/.test(text), 'must have no angle brackets');
const answer = line(longestAnswer).refine(
  (text) => !facts.test(text),
  'may name {{bank}}, {{service}}, {{short}} and {{agent}} alone',
);
const answers = z.union([answer, z.strictObject({ text: answer, speech: answer })], {
  error: ({ input }) => reasonOf(input),
});

const TopicFile = z.strictObject({
  answers: z.strictObject(
    Object.fromEntries(topicIds.map((id) => [id, answers])) as Record<TopicId, typeof answers>,
  ),
  sentences: z.partialRecord(z.enum(topicIds), z.array(line(200)).max(500)).optional(),
});

/** The reason why an answer is wrong, since zod's own message names neither of the union's two shapes. */
function reasonOf(input: unknown): string {
  if (input === undefined) return 'is missing';
  const given = typeof input === 'object' && input !== null ? Object.values(input) : [input];
  const wrong = given.map((one) => answer.safeParse(one).error?.issues[0]?.message).find(Boolean);
  return wrong ?? 'must be an answer, or its text and its speech';
}

type Message = { text: string; speech?: string };

/** The bank's own answers by the ids of the sentences, and its customers' own ways of asking. */
export type BankTopics = {
  answers: Readonly<Record<TopicAnswer, Readonly<Record<Language, Message>>>>;
  own: readonly { text: string; subject: TopicId }[];
};

/**
 * Reads the bank's topics: a file for each language, such as `en.json`, with an answer to every topic.
 * @throws UnfreezeError `settingsInvalid`, with every fault of all files on its own line
 */
export function readTopics(folder: string): BankTopics {
  const read = languages.map(
    (language) => [language, readOne(join(folder, `${language}.json`), language)] as const,
  );
  const problems = read.flatMap(([, { problems }]) => problems);
  if (problems.length > 0)
    throw new UnfreezeError('settingsInvalid', problems.map((one) => `TOPICS_DIR ${one}`).join('\n'));
  const files = Object.fromEntries(read.map(([language, { file }]) => [language, file])) as Record<
    Language,
    File
  >;
  return {
    answers: Object.fromEntries(
      topicIds.map((id) => [
        `topic.${id}`,
        Object.fromEntries(languages.map((language) => [language, asMessage(files[language].answers[id])])),
      ]),
    ) as BankTopics['answers'],
    own: languages.flatMap((language) =>
      topicIds.flatMap((subject) =>
        (files[language].sentences?.[subject] ?? []).map((text) => ({ text, subject })),
      ),
    ),
  };
}

type File = z.infer<typeof TopicFile>;
type One = { file: File | undefined; problems: string[] };

function readOne(path: string, language: Language): One {
  try {
    const { value, problems } = writtenJson(path, largest);
    const { data, error } = TopicFile.safeParse(value);
    const wrong = (error?.issues ?? []).map(({ path: at, message }) => `${at.join('.')}: ${message}`);
    const long = data ? tooLong(data, language) : [];
    return { file: data, problems: [...problems, ...wrong, ...long].map((one) => `${path}: ${one}`) };
  } catch (error) {
    if (error instanceof FileUnreadable) return { file: undefined, problems: [`${path} ${error.message}`] };
    throw error;
  }
}

/**
 * The answers that are too long to be heard. After an answer the open question is said again, so it may not fill the
 * whole turn.
 */
function tooLong({ answers: given }: File, language: Language): string[] {
  return topicIds.flatMap((id) => {
    const { text, speech = text } = asMessage(given[id]);
    const seconds = secondsOf(speech, language);
    if (seconds <= longestTurn) return [];
    return [
      `answers.${id}: takes ${Math.ceil(seconds)} seconds to say, of ${longestTurn}: give it a shorter speech`,
    ];
  });
}

function asMessage(wording: Wording): Message {
  return typeof wording === 'string' ? { text: wording } : wording;
}
