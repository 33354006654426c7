import { compact } from '../../kit/digits.ts';
import { checkCardNumber } from '../../services/contract/card.ts';
import { codeLength } from './caseCode.ts';

const digitRun = /\p{Nd}(?:[\s\p{Pd}\p{Cf}.·]{0,2}\p{Nd})*/gu;
const codeWord = /\bcode\b|续办码|續辦碼|代码|代碼/i;
const ofCard = /\bcard\b|卡/i;
const nothing = /^[\s.,:;!。，：！#]*$/u;

/**
 * The digits of a code that a message gives: alone in it, or named as one. Where a secret is asked for they must be named,
 * since half a document's number has as many.
 */
export function findCaseCode(text: string, { secretAsked }: { secretAsked: boolean }): string | undefined {
  const runs = text.match(digitRun) ?? [];
  const [run] = runs;
  if (run === undefined || runs.length > 1) return undefined;
  const code = compact(run);
  if (code.length !== codeLength || checkCardNumber(code).problem === undefined) return undefined;
  const around = text.replace(run, ' ');
  const isNamed = codeWord.test(around) && !ofCard.test(around);
  return isNamed || (!secretAsked && nothing.test(around)) ? code : undefined;
}
