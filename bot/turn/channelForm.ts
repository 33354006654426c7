import type { EntityManager } from '../../kit/store/query.ts';
import type { Write } from '../../kit/store/unitOfWork.ts';
import type { Content, Sealed } from './delivery.ts';
import type { Turned } from './terminal.ts';

/** What a delivery is answered with; `write` goes into the transaction that keeps it, `committed` follows that. */
export type Answered = {
  answer: string;
  write?: Write;
  committed?: () => void;
};

/** What a delivery out of turn is answered: nothing is kept of that, and the delivery may come again in its turn. */
export type Passing = { passing: string };

/**
 * What is heard whatever was answered since it came. `optedOut`: the customer is sent nothing of the answer, since they
 * have told the channel so.
 */
export type Urgent = { urgent: Content; optedOut: boolean };

/** How a delivery comes to its turn: `isAgain` after one that was lost, `isOvertaken` where another was answered since. */
export type Before = { isAgain: boolean; isOvertaken: boolean };

/** What a delivery left when it arrived: the answer where it is known by then, and what follows the commit. */
export type Arrival = { receipt?: string; committed?: () => void };

/** What is known of a delivery when it is answered: what was taken out of it, and what `arrives` has left. */
export type Told = { held: Sealed<unknown>['held']; receipt: string | undefined };

/**
 * All that a channel owes the engine for one delivery: it reads what came, and writes what was said in its own form.
 * Nothing of it may call anything but the database, and that only through the manager that it gets.
 */
export type ChannelForm<Seen> = {
  /** Reads what the channel keeps of its own. @throws UnfreezeError where the conversation is not known */
  looks(manager: EntityManager): Promise<Seen>;
  /**
   * What the delivery says, urgent or not; what it is answered without a turn; or `kept`, where it comes without its
   * content and what was kept of it counts.
   * @throws UnfreezeError `messageInvalid`
   */
  reads(seen: Seen, before: Before): Content | Urgent | Answered | Passing | 'kept';
  /** Writes down that it came, with what may be shown of it. */
  arrives?(
    manager: EntityManager,
    sealed: Pick<Sealed<unknown>, 'shown' | 'held'>,
    before: Before,
    seen: Seen,
  ): Promise<Arrival>;
  writes(turned: Turned, seen: Seen, told: Told): Answered;
  /** Sends the answer where it does not go back with the request. `from` parts of it have gone out before. */
  sends?(answer: string, from: number, sent: (parts: number) => Promise<void>): Promise<void>;
  /** Whether a turn of this channel that died is done again by itself: nobody will deliver it once more. */
  isRecovered?: boolean;
};
