import { readFileSync } from 'node:fs';
import { type Language, languages } from '../../kit/language.ts';
import { isTopic, type TopicId } from '../../words/topics.ts';
import { underHeadings } from './headings.ts';
import { plainText } from './plainText.ts';

/** What a sentence is about that is about none of the topics. */
export const noTopic = 'noTopic';
export type Subject = TopicId | typeof noTopic;
export type TopicExample = { text: string; subject: Subject };

/** The most sentences that are made of one line with alternatives, spread evenly over all of them. */
const mostOfLine = 24;

/** The sentences of every topic: a file a language, a topic's id above its lines. */
export function readTopicCorpus(): TopicExample[] {
  return languages.flatMap((language) =>
    topicSentences(new URL(`./topicCorpus/${language}.txt`, import.meta.url)),
  );
}

/** The sentences of one language's file. @throws Error for a heading that is no topic's */
export function topicSentences(file: URL): TopicExample[] {
  return underHeadings(readFileSync(file, 'utf8'), mostOfLine).map(({ heading, text }) => ({
    text,
    subject: subjectOf(heading),
  }));
}

/** How many different sentences a language has of a topic. */
export function countOf(language: Language, topic: TopicId): number {
  const examples = topicSentences(new URL(`./topicCorpus/${language}.txt`, import.meta.url));
  return new Set(examples.filter(({ subject }) => subject === topic).map(({ text }) => plainText(text))).size;
}

function subjectOf(heading: string): Subject {
  if (heading === noTopic || isTopic(heading)) return heading;
  throw new Error(`no topic is called ${heading}`);
}
