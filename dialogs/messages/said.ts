import type { MessageId } from './catalogue/index.ts';
import type { Facts } from './wording.ts';

/** One sentence that the bot has said, so that it can be said again and lead where it led. */
export type Said = { id: MessageId; facts: Facts; leadsToPerson?: boolean };
