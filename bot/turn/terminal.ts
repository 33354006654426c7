import type { Event } from '../../kit/events/eventTables.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { Content, Delivery, Heard, Sealed } from './delivery.ts';
import type { Expectation, Reply } from './reply.ts';

/** How a conversation stands between two turns. Both parts are the terminal's own: nobody else reads in them. */
export type Standing = {
  /** Undefined before the first turn, and where what was written cannot be read. */
  state: object | undefined;
  /** What the edge must know to seal the next delivery rightly, and others without waking the dialogs. */
  awaits: object | undefined;
};

/** What a turn said, and how it leaves the conversation: as it was where `standing` is undefined. */
export type Turned = {
  replies: readonly Reply[];
  expects: Expectation;
  standing?: Standing;
  /** What it tells of, to be counted; none where nothing is. */
  events?: readonly Event[];
};

/** What a channel asks before it drops a message for a limit, a keyword of its carrier's or an earlier STOP. */
export interface Urgency {
  /** Whether the words of a delivery must be heard all the same. Never rejects. */
  isUrgent(delivery: Delivery, text: string): Promise<boolean>;
  /** Whether these words may be meant so: enough from who cannot be asked, since they are sent nothing or write too much. */
  soundsUrgent(text: string): boolean;
  /**
   * Does at once what urgent words call for, outside of any turn, so that a flood of them costs next to nothing.
   * @returns whether the customer is to hear of it: then the message gets a turn like every other
   * @throws UnfreezeError where it could not be done
   */
  heed(delivery: Delivery): Promise<boolean>;
}

/** What the engine hands deliveries to: seal first, then keep what may be kept, then converse. */
export interface Terminal<Found> {
  /** Takes secrets and numbers out. */
  seal(delivery: Delivery, content: Content, standing: Standing): Promise<Sealed<Found>>;
  /**
   * One turn. Never rejects for what a customer sent: where it fails the customer hears so, and the conversation stands
   * as before.
   * @param work takes what the turn writes with its answer
   */
  converse(delivery: Delivery, heard: Heard<Found>, standing: Standing, work: UnitOfWork): Promise<Turned>;
}
