import { text } from 'node:stream/consumers';
import { UnfreezeError } from '../kit/errors.ts';
import type { CardSystem } from '../services/cardSystem/cardSystem.ts';
import { CardReference, checkCardNumber } from '../services/contract/card.ts';

/** The help on naming a card. A number on the command line would stay in the shell's history. */
export const howToNameACard =
  "a card's reference as `list` prints it, or - to read the card number from standard input";

/** The card that the operator has named. @throws UnfreezeError `messageInvalid` */
export async function cardNamed(
  card: string,
  cardSystem: Pick<CardSystem, 'referenceOf'>,
  input: NodeJS.ReadableStream,
): Promise<CardReference> {
  if (card !== '-') return readCardReference(card);
  const checked = checkCardNumber(await text(input));
  if (!checked.problem) return cardSystem.referenceOf(checked.value);
  throw new UnfreezeError('messageInvalid', `standard input holds no card number: ${checked.problem}`);
}

/** @throws UnfreezeError `messageInvalid` */
export function readCardReference(card: string): CardReference {
  if (CardReference.safeParse(card).success) return card;
  throw new UnfreezeError(
    'messageInvalid',
    'not a card reference; for a card number use - and standard input',
  );
}
