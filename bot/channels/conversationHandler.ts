import type { Activity, TurnContext } from 'botbuilder';

/**
 * An activity after sealing. No secret and no full card number stands in either half.
 * - `shown`: what a channel may echo, store and show again; without envelopes
 * - `heard`: what the conversation gets; it may carry an envelope and is never stored
 * - `held`: what was taken out of the text, so that a channel can have it blanked where the text came from
 */
export type SealedActivity = { shown: Activity; heard: Activity; held?: 'secret' | 'cardNumber' };

/** What every channel hands its activities to: seal first, then keep what may be kept, then handle. */
export interface ConversationHandler {
  /** Must run before anything else sees the activity, under the same lock as `handle`. */
  seal(activity: Activity): Promise<SealedActivity>;
  /**
   * One turn: its replies go through the context's adapter. Never rejects for what a customer sent.
   * @throws TurnLost where another turn has gone on with the conversation
   */
  handle(turnContext: TurnContext): Promise<void>;
}

/** The names of the events by which a channel says what no words of the customer's say. */
export const wishes = {
  silence: 'silence',
  /** The last sentences once more. */
  repeat: 'repeat',
  /** The open question alone. */
  ask: 'ask',
  person: 'person',
  /** To give what is secret on another way than this channel's. */
  elsewhere: 'elsewhere',
  /** Back after the connection was lost. */
  return: 'return',
} as const;

/**
 * What the conversation waits for, as far as a channel with a keypad must know it.
 * - `number`: digits that others may hear
 * - `secret`: digits that nobody may hear; `lastMayBeX` where the last may be an X
 * - `words`: `unhurried` where the customer is busy elsewhere and silence is to be expected
 * `personAfter` is the place of the reply after which the customer is to be put through to a person; what
 * follows is for one who stays.
 */
export type Expectation = { personAfter?: number } & (
  | { what: 'number' }
  | { what: 'secret'; lastMayBeX: boolean }
  | { what: 'words'; unhurried?: boolean }
);

/** A handler that a channel can ask about the conversation, where it must offer more than a field for text. */
export interface AskedHandler extends ConversationHandler {
  /**
   * What it waits for after these replies.
   * @param turn by its activity once its state is written; itself before that, and then nothing is read
   */
  expects(turn: Activity | TurnContext, replies: readonly Partial<Activity>[]): Promise<Expectation>;
  /** Whether the conversation was left in the middle of something that can be gone on with. */
  isUnfinished(activity: Activity): Promise<boolean>;
  /** Whether these words must be heard although a limit, a keyword of the carrier's or an earlier STOP keeps others away. */
  isUrgent(text: string): boolean;
  /**
   * Does at once what urgent words call for, outside of any turn: a flood of them costs next to nothing.
   * @returns whether something has come of it that the customer is to hear, in a turn as any other
   * @throws UnfreezeError where it could not be done
   */
  heed(activity: Activity): Promise<boolean>;
}
