import * as z from 'zod';
import { type Period, type Periods, periodSetting } from '../../kit/retention/period.ts';

/** How long the bot's side keeps conversations; for half an hour it promises to go on where a case stood. */
export const conversationPeriodShape = { RETENTION_CONVERSATIONS: periodSetting('PT24H', 'PT1H') };

export type ConversationPeriod = Periods<typeof conversationPeriodShape>;

/** As long as that is where nothing is set. */
export const usualConversationPeriod: Period = z
  .object(conversationPeriodShape)
  .parse({}).RETENTION_CONVERSATIONS;
