import type { Event } from '../../kit/events/eventTables.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { Content, Delivery, HeardDelivery, Sealed } from './delivery.ts';
import type { Expectation, Reply } from './reply.ts';

/** The state of a conversation between two turns. Only the terminal reads its two parts. */
export type Standing = {
  /** Undefined before the first turn, and where what was written cannot be read. */
  state: object | undefined;
  /** What the edge must know to seal the next delivery rightly, and others without waking the dialogs. */
  awaits: object | undefined;
};

/** The result of a turn: its replies, and the new state of the conversation; undefined where it is unchanged. */
export type Turned = {
  replies: readonly Reply[];
  expects: Expectation;
  standing?: Standing;
  /** What it tells of, to be counted; none where nothing is. */
  events?: readonly Event[];
};

/** The questions of a channel before it drops a message because of a limit, a carrier's keyword or an earlier STOP. */
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

/**
 * The receiver of deliveries. The turn engine lets it seal secrets first, then stores what may be stored, then
 * converses.
 */
export interface Terminal<Found> {
  /** Takes secrets and numbers out. */
  seal(delivery: Delivery, content: Content, standing: Standing): Promise<Sealed<Found>>;
  /**
   * One turn. Never rejects for what a customer sent: where it fails the customer hears so, and the conversation stands
   * as before.
   * @param work takes what the turn writes with its answer
   */
  converse(
    delivery: Delivery,
    heard: HeardDelivery<Found>,
    standing: Standing,
    work: UnitOfWork,
  ): Promise<Turned>;
}
