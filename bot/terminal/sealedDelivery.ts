import type { Heard } from '../../dialogs/understanding/heard.ts';
import { items } from '../../services/contract/items/index.ts';
import type { Content, Sealed } from '../turn/delivery.ts';

/** Words after sealing: shown and heard alike, and what was found in them beside. */
export function sealedWords(text: string, found?: Heard): Sealed<Heard> {
  const content: Content = { what: 'words', text };
  const held = found && heldBy[found.what];
  return { shown: content, ...heardAndKept(content, found), ...(held && { held }) };
}

/** Of an envelope only that it was there is kept: where its turn is lost, the bank is asked what has become of it. */
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

/** What the text of a message held in which this was found. */
const heldBy: Partial<Record<Heard['what'], NonNullable<Sealed<Heard>['held']>>> = {
  sealedItem: 'secret',
  itemProblem: 'secret',
  strayedSecret: 'secret',
  card: 'cardNumber',
  cards: 'cardNumber',
  cardNumberProblem: 'cardNumber',
};
