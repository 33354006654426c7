import type { Wanted } from '../../kit/store/lookTogether.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Write } from '../../kit/store/unitOfWork.ts';
import type { Content, Delivery, Sealed } from './delivery.ts';
import type { Turned } from './terminal.ts';

/**
 * What a delivery is answered with; `write` goes into the transaction that keeps it, `committed` follows that. `together`
 * writes the same and what `arrives` would have written, where both go into one transaction.
 */
export type Answered = {
  answer: string;
  write?: Write;
  together?: Write;
  committed?: () => void;
};

/** The answer to a delivery that has no turn now. Nothing of it is kept, and the delivery may come again. */
type Passing = { passing: string };

/**
 * What is heard whatever was answered since it came. `optedOut`: the customer is sent nothing of the answer, since they
 * have told the channel so.
 */
type Urgent = { urgent: Content; optedOut: boolean };

/** `isAgain`: an earlier turn of this delivery was lost. `isOvertaken`: another delivery was answered since then. */
export type Before = { isAgain: boolean; isOvertaken: boolean };

/**
 * What a delivery leaves when it arrives: the answer where it is known by then, what is written of it, before its answer
 * or with it, and what follows that commit. `comesFirst`: what is written must be certain before anything else is done.
 */
export type DeliveryArrival = {
  receipt?: string;
  write?: Write;
  committed?: () => void;
  comesFirst?: boolean;
};

/**
 * The facts about a delivery when it is answered: the secrets that were taken out of it, and the receipt from
 * `arrives`.
 */
export type Told = { held: Sealed<unknown>['held']; receipt: string | undefined };

/**
 * All that a channel owes the engine for one delivery: it reads what came, and writes what was said in its own form.
 * Nothing of it may call anything but the database, and that only through the manager that it gets.
 */
export type ChannelForm<Seen> = {
  /**
   * Reads what the channel itself keeps of a conversation: with a query of its own, or with a wish that is read
   * together with the conversation. @throws UnfreezeError where the conversation is not known
   */
  looks: ((manager: EntityManager) => Promise<Seen>) | Wanted<Seen>;
  /** Adds to the delivery what only the channel's own rows tell of it. */
  completes?(delivery: Delivery, seen: Seen): Delivery;
  /**
   * What the delivery says, urgent or not; what it is answered without a turn; or `kept`, where it comes without its
   * content and what was kept of it counts.
   * @throws UnfreezeError `messageInvalid`
   */
  reads(seen: Seen, before: Before): Content | Urgent | Answered | Passing | 'kept';
  /** What is to be written down of it, with what may be shown of it. */
  arrives?(sealed: Pick<Sealed<unknown>, 'shown' | 'held'>, before: Before, seen: Seen): DeliveryArrival;
  writes(turned: Turned, seen: Seen, told: Told): Answered;
  /** Written of a delivery that has to wait for those before it: nobody can say yet what it holds. */
  waits?: Write;
  /** Sends the answer where it does not go back with the request. `from` parts of it have gone out before. */
  sends?(answer: string, from: number, sent: (parts: number) => Promise<void>): Promise<void>;
  /** Whether a turn of this channel that died is done again by itself: nobody will deliver it once more. */
  isRecovered?: boolean;
  /** Whether who is not answered in time brings all of it again, so that nothing need be written down before. */
  isBroughtAgain?: boolean;
};

/** The channel's own rows, in a form that can be read together with other tables. */
export function wantedOf<Seen>({ looks }: Pick<ChannelForm<Seen>, 'looks'>): Wanted<Seen> {
  return 'found' in looks ? looks : { joins: () => [], found: (_records, manager) => looks(manager) };
}
