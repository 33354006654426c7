import { patternOf, rowsOf } from '../../words/heard.ts';
import { reportsLoss } from './guard.ts';
import type { Intent } from './intents.ts';
import { plainText } from './plainText.ts';
import { understand } from './understand.ts';

export const findings = rowsOf((heard) => heard.findings.findings);
const around = rowsOf((heard) => heard.findings.around);
const place = patternOf((heard) => heard.findings.place);
const newClause = new RegExp(`\\||${patternOf((heard) => heard.findings.newClause).source}`);
/** What else may stand beside it. */
const beside: readonly Intent[] = ['unfreeze', 'cardStatus', 'howToUnfreeze', 'thanks', 'greet', 'affirm'];

const longest = 200;

/**
 * Whether a customer who has reported a loss says that the card was found. It lets cards be unfrozen again, so one
 * clause must say it plainly, and none may say or ask anything else.
 */
export function tellsOfFinding(text: string): boolean {
  if (text.length > longest) return false;
  const clauses = plainText(text).split(newClause).map(withoutAround);
  if (!clauses.some(isFinding)) return false;
  return clauses.every((clause) => isFinding(clause) || isHarmless(clause));
}

function isFinding(clause: string): boolean {
  return findings.some(({ when }) => when.test(clause));
}

function isHarmless(clause: string): boolean {
  if (clause === '' || place.test(clause)) return true;
  return !clause.includes('?') && !reportsLoss(clause) && beside.includes(understand(clause).intent);
}

/** Each round takes a piece off the clause, so that it ends. */
function withoutAround(clause: string): string {
  for (let before = ''; before !== clause; ) {
    before = clause;
    for (const { when } of around) clause = clause.replace(when, '');
  }
  return clause;
}
