import { EntitySchema } from 'typeorm';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';

export type CardStatus = 'active' | 'frozen' | 'closed';

/** A card of the embedded card system. `version` goes up by one with every change of its status or freezes. */
export type Card = {
  id: string;
  customerId: string;
  reference: CardReference;
  /** The card's reference under the older key, or under the announced one. */
  otherReference?: CardReference | null;
  numberSealed: string;
  lastFour: LastFour;
  status: CardStatus;
  version: number;
  passwordErrors: number;
};

export const Cards = new EntitySchema<Card>({
  name: 'cards',
  columns: {
    id: key,
    customerId: text,
    reference: text,
    otherReference: optionalText,
    numberSealed: text,
    lastFour: text,
    status: text,
    version: count,
    passwordErrors: count,
  },
  indices: [
    { name: 'cards_customer', columns: ['customerId'] },
    { name: 'cards_last_four', columns: ['lastFour', 'reference'] },
    { name: 'cards_other_reference', columns: ['otherReference'] },
  ],
  uniques: [{ columns: ['reference'] }],
  checks: [{ name: 'cards_status_check', expression: "status IN ('active', 'frozen', 'closed')" }],
  foreignKeys: [{ target: 'customers', columnNames: ['customerId'], referencedColumnNames: ['id'] }],
});

/** One reason for which a card is frozen. */
export type CardFreeze = { cardId: string; reason: FreezeReason; since: Instant };

export const CardFreezes = new EntitySchema<CardFreeze>({
  name: 'card_freezes',
  columns: { cardId: key, reason: key, since: text },
  foreignKeys: [{ target: 'cards', columnNames: ['cardId'], referencedColumnNames: ['id'] }],
});
