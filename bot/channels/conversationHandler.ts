import type { Activity, TurnContext } from 'botbuilder';

/**
 * An activity after sealing. No secret and no full card number stands in either half.
 * - `shown`: what a channel may echo, store and show again; without envelopes
 * - `heard`: what the conversation gets; it may carry an envelope and is never stored
 */
export type SealedActivity = { shown: Activity; heard: Activity };

/** What every channel hands its activities to: seal first, then keep what may be kept, then handle. */
export interface ConversationHandler {
  /** Must run before anything else sees the activity, under the same lock as `handle`. */
  seal(activity: Activity): Promise<SealedActivity>;
  /** One turn: its replies go through the context's adapter. Never rejects for what a customer sent. */
  handle(turnContext: TurnContext): Promise<void>;
}
