import type { Language } from '../../kit/language.ts';
import type { ConversationReference } from './conversationReference.ts';

/** The meaning of a button or key, where the customer says no words. `changeLanguage` names a language by its tag. */
export const wishes = ['silence', 'repeat', 'ask', 'person', 'elsewhere', 'return'] as const;
export type Wish = { wish: (typeof wishes)[number] } | { wish: 'changeLanguage'; language: Language };

/**
 * What a delivery says.
 * - `words`: a message; `attached` where something came with it that is no text, `form` what a form sent beside it
 * - `event`: an event of the user terminal's own page, by its name
 * - `wish`: a key or a tap; `silence`: the customer was waited for, `return`: back after the connection was lost,
 *   `ask`: the open question alone, `elsewhere`: to give what is secret on another way than this channel's
 * - `arrives`: the customer is there, and has said nothing yet
 */
export type Content =
  | { what: 'words'; text: string; attached?: boolean; form?: unknown }
  | { what: 'event'; name: string; value?: unknown }
  | ({ what: 'wish' } & Wish)
  | { what: 'arrives' };

/** The facts about a delivery without its content: all that the turn learns about the channel. */
export type Delivery = {
  reference: ConversationReference;
  /**
   * The id that the channel gives a delivery, the same each time it is delivered; undefined where it comes only once.
   */
  id: string | undefined;
  /** The language and region as a BCP 47 tag (RFC 5646). */
  locale: string | undefined;
  /** The number of the telephone that it came from, where the channel knows it. It is kept nowhere. */
  phone?: string | undefined;
  /** The network address that it came from, where the channel sees one. It is kept nowhere. */
  network?: string | undefined;
  /** Whether the customer is sent nothing of the answer, since they have told the channel so. */
  optedOut?: boolean;
  /** Whether others than the customer can read the conversation. */
  isGroup?: boolean;
};

/** The content as the conversation gets it, with what the edge found in it. */
export type HeardDelivery<Found> = { content: Content; found?: Found };

/**
 * A delivery after sealing. No secret and no full card number stands in any part but in `heard`, as an envelope.
 * - `shown`: what a channel may echo, store and show again
 * - `heard`: what the conversation gets; never stored
 * - `kept`: what is stored until the delivery is answered, so that a turn that died is done again
 * - `held`: what was taken out of the text, so that a channel can have it blanked where the text came from
 * - `takesLong`: its turn does something that takes its time by design, such as the check of a password
 */
export type Sealed<Found> = {
  shown: Content;
  heard: HeardDelivery<Found>;
  kept: HeardDelivery<Found>;
  held?: 'secret' | 'cardNumber';
  takesLong?: boolean;
};
