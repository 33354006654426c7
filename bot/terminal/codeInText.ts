import { normalText } from '../../kit/customerText.ts';
import { canBeCode, codeLength } from '../../services/contract/enteredCode.ts';
import { patternOf } from '../../words/heard.ts';
import { numbersIn } from '../../words/numbers/numbersIn.ts';

const codeWord = patternOf((heard) => heard.secrets.caseCode);
const ofCard = patternOf((heard) => heard.secrets.card);
const nothing = /^[\s.,:;!。，：！#]*$/u;

/**
 * The digits of a code that a message gives: alone in it, or named as one. Where a secret is asked for they must be named,
 * since half a document's number has as many.
 */
export function findCaseCode(text: string, { secretAsked }: { secretAsked: boolean }): string | undefined {
  const [found, ...others] = numbersIn(text);
  if (found === undefined || others.length > 0) return undefined;
  const { digits, start, end } = found;
  if (digits.length !== codeLength || !canBeCode(digits)) return undefined;
  const normal = normalText(text);
  const around = `${normal.slice(0, start)} ${normal.slice(end)}`;
  const isNamed = codeWord.test(around) && !ofCard.test(around);
  return isNamed || (!secretAsked && nothing.test(around)) ? digits : undefined;
}
