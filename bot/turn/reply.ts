/** A quick reply: its title, the value that it sends back, and its text for speech where that differs. */
type ReplyAction = { type: string; title: string; value: unknown; text?: string };

/** The data that the bot adds to a reply for tests, for analytics and for a bank's own page. */
export type ReplyMark = {
  messageId?: string;
  caseId?: string;
  /** Whether a customer who can be put through to a person is, after it: to the one who has `caseId`, where it names one. */
  leadsToPerson?: boolean;
  /** Whether the customer waits for a person, so that silence is to be expected. */
  waitsForPerson?: boolean;
  /** Whether it says that no person is there now. */
  nobodyThere?: boolean;
  /** Whether a form that is open stays so. */
  leavesFormOpen?: boolean;
};

/**
 * What the bot says: the part of the Bot Framework's activity that is not about who talks with whom. Direct Line and the
 * Bot Framework's channels carry it as it is, others make their own form of it.
 */
export type Reply = {
  type: string;
  text?: string;
  speak?: string;
  /** The language as a BCP 47 tag (RFC 5646). */
  locale?: string;
  inputHint?: string;
  suggestedActions?: { actions: ReplyAction[]; to: string[] };
  attachments?: { contentType: string; content?: unknown }[];
  name?: string;
  value?: unknown;
  channelData?: { thawline?: ReplyMark };
};

/**
 * What the conversation waits for, as far as a channel with a keypad must know it.
 * - `number`: digits that others may hear
 * - `secret`: digits that nobody may hear; `lastMayBeX` where the last may be an X
 * - `words`: `unhurried` where the customer is busy elsewhere and silence is to be expected
 * `personAfter` is the place of the message after which the customer is to be put through to a person; what
 * follows is for one who stays. `personOfCase`: it is the one who has that case; `nobodyThere`: that message has said that
 * nobody is there.
 */
export type Expectation = { personAfter?: number; personOfCase?: string; nobodyThere?: true } & (
  | { what: 'number' }
  | { what: 'secret'; lastMayBeX: boolean }
  | { what: 'words'; unhurried?: boolean }
);

/** The messages among the replies; events are for the programs of a page or a channel. */
export function messagesOf(replies: readonly Reply[]): Reply[] {
  return replies.filter(({ type }) => type === 'message');
}
