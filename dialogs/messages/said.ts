import type { MessageId } from '../../words/conversation.ts';
import type { Facts, SentenceId } from './wording.ts';

/**
 * One sentence that the bot has said, so that it can be said again and lead where it led. `choices`: what it offered, so
 * that one can be taken by its place.
 */
export type Said = { id: SentenceId; facts: Facts; leadsToPerson?: boolean; choices?: readonly Choice[] };

/** A quick reply, with its facts where its words name any. */
export type Choice = MessageId | { id: MessageId; facts: Facts };
