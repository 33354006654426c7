import { noTopic, type Subject, topicSentences } from '../../dialogs/understanding/topicCorpus.ts';
import { ordinaryTopics } from '../../dialogs/understanding/topics.ts';
import { understand } from '../../dialogs/understanding/understand.ts';
import type { Language } from '../../kit/language.ts';
import type { TopicId } from '../../words/topics.ts';

/** How sentences that were not learnt are read: another topic than theirs is wrong, none is missed. */
export type TopicEvaluation = { count: number; right: number; missed: string[]; wrong: string[] };

export function evaluateTopics(language: Language): TopicEvaluation {
  const sentences = topicSentences(new URL(`./topics/${language}.txt`, import.meta.url));
  const read = sentences.map((sentence) => ({ ...sentence, found: foundIn(sentence.text) }));
  const mistakes = read.filter(({ subject, found }) => found !== subject);
  const said = (one: { text: string; subject: Subject; found: Subject }) =>
    `${one.text} (${one.subject}, read as ${one.found})`;
  return {
    count: read.length,
    right: read.length - mistakes.length,
    missed: mistakes.filter(({ found }) => found === noTopic).map(said),
    wrong: mistakes.filter(({ found }) => found !== noTopic).map(said),
  };
}

function foundIn(text: string): Subject {
  return topicOf(text) ?? noTopic;
}

export function topicOf(text: string): TopicId | undefined {
  const { intent, confidence, namesReport } = understand(text);
  return ordinaryTopics.of({ words: text, intent, confidence, ...(namesReport && { namesReport }) });
}
