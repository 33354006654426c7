import { understand } from '../../dialogs/understanding/understand.ts';
import { normalText } from '../../kit/customerText.ts';
import { patternOf } from '../../words/heard.ts';
import { numbersIn } from '../../words/numbers/numbersIn.ts';
import { secretsIn } from './secretsInText.ts';

const ofCard = patternOf((heard) => heard.secrets.card);

/** The fewest digits in a sentence that may be a part of a secret; "in 5 minutes" has fewer. */
const fewest = 3;

/**
 * Whether a message that came while a secret was asked for is talk: a command that is understood, or a sentence without a
 * number. A single word is none: it may be a mistyped password.
 */
export function looksLikeTalk(text: string): boolean {
  const normal = normalText(text);
  const meant = numbersIn(text).some(({ digits, isAlone }) => isAlone || digits.length >= fewest);
  if (meant || /[A-Za-z]\p{Nd}|\p{Nd}[A-Za-z]/u.test(normal)) return false;
  const isSentence = /\p{Script=Han}{2,}/u.test(normal) || /\p{L}\s+\p{L}/u.test(normal);
  return isSentence || (!/\p{Nd}/u.test(normal) && understand(normal).intent !== 'none');
}

/** Whether a message speaks of a card and gives its number although a secret was asked for. */
export function givesCardNumber(text: string): boolean {
  const gives = secretsIn(text, { cardNumberAsked: false }).some(({ kind }) => kind === 'cardNumber');
  return gives && ofCard.test(normalText(text));
}
