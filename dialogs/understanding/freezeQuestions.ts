import { type FreezeQuestion, patternOf, rowsOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

export const freezeQuestions = rowsOf((heard) => heard.freezeQuestions.freezeQuestions);
const lead = patternOf((heard) => heard.freezeQuestions.lead);
const bareWhy = patternOf((heard) => heard.freezeQuestions.bareWhy);
/** A question is short; what is longer tells more. */
const longest = 100;

/** The question about a freeze that this is and nothing else, if it is one. */
export function freezeQuestionIn(text: string): FreezeQuestion | undefined {
  if (text.length > longest) return undefined;
  const clauses = plainText(text)
    .split('|')
    .map((clause) => clause.replace(lead, '').trim())
    .filter(Boolean);
  const [clause, ...others] = clauses;
  if (clause === undefined || others.length > 0) return undefined;
  return freezeQuestions.find(({ when }) => when.test(clause))?.asks;
}

/** Whether a text is "Why?" by itself. What was said before decides what it asks about. */
export function isBareWhy(text: string): boolean {
  return text.length <= longest && bareWhy.test(plainText(text));
}
