import { type LockQuestion, rowsOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

export const lockQuestions = rowsOf((heard) => heard.lockQuestions.lockQuestions);

const longest = 80;

/** What is asked of a lock or of the tries that are left, if anything. */
export function lockQuestionIn(text: string): LockQuestion | undefined {
  if (text.length > longest) return undefined;
  const clauses = plainText(text).split('|');
  return lockQuestions.find(({ when }) => clauses.some((clause) => when.test(clause)))?.asks;
}
