import * as z from 'zod';
import { type Period, type Periods, periodSetting } from '../../kit/retention/period.ts';

/** How long the bot keeps conversations. For half an hour it promises to continue a case where it stood. */
export const conversationPeriodShape = { RETENTION_CONVERSATIONS: periodSetting('PT24H', 'PT1H') };

export type ConversationPeriod = Periods<typeof conversationPeriodShape>;

/** The default. */
export const usualConversationPeriod: Period = z
  .object(conversationPeriodShape)
  .parse({}).RETENTION_CONVERSATIONS;
