import type { MadeCard } from './madeCustomers.ts';

/** A visitor with a case: a place in the line, from which addresses and numbers follow, and a card. */
export type Visitor = { place: number; card: () => MadeCard };

/** Measures one turn: what the customer says, keys or sends, until they have the answer. */
export type Turn = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>;

/** One whole case at a server. @throws Error where an answer is another than it should be */
export type Case = (url: string, visitor: Visitor, turn: Turn) => Promise<void>;

/** An address in a network of its own for each, so that no limit of one network is measured. */
export function networkAddressOf({ place }: Visitor): string {
  return `10.${place & 255}.${(place >> 8) & 255}.${(place >> 16) & 255}`;
}

/** A number of its own for each, from a range that is kept for fiction. */
export function phoneOf({ place }: Visitor): string {
  return `+1202${String(place).padStart(7, '0')}`;
}
