import type { EntityManager } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import type { Standing } from './terminal.ts';
import type { Holding } from './turnRows.ts';
import type { ConversationRow, DeliveryRow } from './turnTables.ts';

/** The new state after a turn; undefined where the turn changed nothing. */
export type Leaves = { standing: Standing | undefined; isSent: boolean };

/** Decides which delivery has the turn of a conversation. */
export interface TurnOrder {
  /** Whether a turn is written down before anything is done in it, so that others leave the conversation alone. */
  readonly writesFirst: boolean;
  isFree(conversation: ConversationRow | undefined): boolean;
  /**
   * Takes the turn if nobody has it and nobody has had it since the conversation was read.
   * @param read as it was then; undefined where it was not there
   * @throws TurnLost where somebody has; at the latest with its transaction
   */
  take(
    manager: EntityManager,
    holding: Omit<Holding, 'delivery'>,
    read: ConversationRow | undefined,
  ): Promise<void>;
  /**
   * Gives the turn back with what it leaves, in the transaction that writes whatever else it did.
   * @throws TurnLost where somebody else has it by now; at the latest with that transaction
   */
  end(manager: EntityManager, holding: Holding, leaves: Leaves): Promise<void>;
  /**
   * @param parts how many parts of its answer have gone out; null where all of them have
   * @throws TurnLost where somebody else sends them by now
   */
  sent(holding: Holding, parts: number | null): Promise<void>;
  /** Gives back a turn that has come to nothing, so that whoever waits can go on. Never rejects. */
  release(holding: Holding): Promise<void>;
  /** Holds on to a turn until what it gives back is called. */
  hold(holding: Holding): () => void;
  /** A delivery that has come before this and is still open may have been lost, unless this process works on it. */
  lostBefore(): Instant;
}

/** The columns of a conversation that a turn has changed. */
export function left({ standing }: Leaves): Partial<Pick<ConversationRow, 'state' | 'awaits'>> {
  if (standing === undefined) return {};
  const { state, awaits } = standing;
  return { state: state ? JSON.stringify(state) : null, awaits: awaits ? JSON.stringify(awaits) : null };
}

/** The columns of a delivery after some parts of its answer were sent. After the last part nothing of it is kept. */
export function sentSoFar(parts: number | null): Partial<Pick<DeliveryRow, 'sent' | 'kept'>> {
  return parts === null ? { sent: null, kept: null } : { sent: parts };
}
