import type { Heard } from '../../dialogs/understanding/heard.ts';
import { items } from '../../services/contract/items/index.ts';
import type { Content, Sealed } from '../turn/delivery.ts';

/** Words after sealing, which are shown as they are heard, with the findings in them. */
export function sealedWords(text: string, found?: Heard): Sealed<Heard> {
  const content: Content = { what: 'words', text };
  const held = found && heldBy[found.what];
  return { shown: content, ...heardAndKept(content, found), ...(held && { held }) };
}

/** Only a mark is stored for an envelope. Where its turn is lost, the bank is asked for the outcome. */
export function heardAndKept(
  content: Content,
  found: Heard | undefined,
): Pick<Sealed<Heard>, 'heard' | 'kept' | 'takesLong'> {
  if (found === undefined) return { heard: { content }, kept: { content } };
  const heard = { content, found };
  if (found.what !== 'sealedItem') return { heard, kept: heard };
  const kept: Heard = { what: 'lostItem', ...lost(found.sealed) };
  return { heard, kept: { content, found: kept }, takesLong: items[found.sealed.item].isCheckedSlowly };
}

function lost({ envelope: _envelope, ...item }: (Heard & { what: 'sealedItem' })['sealed']) {
  return { item };
}

/** The content of the message in which this was found. */
const heldBy: Partial<Record<Heard['what'], NonNullable<Sealed<Heard>['held']>>> = {
  sealedItem: 'secret',
  itemProblem: 'secret',
  strayedSecret: 'secret',
  card: 'cardNumber',
  cards: 'cardNumber',
  cardNumberProblem: 'cardNumber',
};
