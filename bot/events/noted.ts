import { AsyncLocalStorage } from 'node:async_hooks';
import type { ToldEvent } from '../../kit/events/eventTables.ts';

/** What is noted while a turn runs, by those who do it; whose turn it is the terminal knows. */
export type Noted = { kind: NotedKind } & Partial<Pick<ToldEvent, 'step' | 'outcome' | 'reason'>>;

/** `queried` and `requested` of the bank's side, `attempted` with all items, `linkEnded` elsewhere, and what came of it. */
type NotedKind =
  | 'queried'
  | 'requested'
  | 'attempted'
  | 'linkEnded'
  | 'handedOver'
  | 'disowned'
  | 'frozenByCustomer';

const turns = new AsyncLocalStorage<Noted[]>();

/** Does work and hands on what was noted in it. */
export function noting<Result>(work: (noted: readonly Noted[]) => Promise<Result>): Promise<Result> {
  const noted: Noted[] = [];
  return turns.run(noted, () => work(noted));
}

/** Outside of a turn nothing is noted: what is done there has a teller of its own. */
export function note(one: Noted): void {
  turns.getStore()?.push(one);
}
