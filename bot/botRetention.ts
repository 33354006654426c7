import * as z from 'zod';
import { eventRetentionShape } from '../kit/events/eventTables.ts';
import type { Expiring } from '../kit/retention/expiring.ts';
import { expiringIn } from '../kit/retention/ownedTable.ts';
import type { Periods } from '../kit/retention/period.ts';
import { botTables } from './botTables.ts';
import { missedRetentionShape } from './events/missedSentencesTable.ts';
import { conversationPeriodShape } from './turn/conversationPeriod.ts';

/** The periods that can be set for the bot's side. */
export const botRetentionShape = {
  ...conversationPeriodShape,
  ...eventRetentionShape,
  ...missedRetentionShape,
};

export type BotRetention = Periods<typeof botRetentionShape>;

const usual: BotRetention = z.object(botRetentionShape).parse({});

/**
 * The kinds of rows that the bot's side deletes when they expire.
 * @param kept the periods that are set; others have their defaults
 * @param ended called with the web chat conversations that were deleted
 */
export function botExpiring(
  kept: Partial<BotRetention> = {},
  ended: (ids: string[]) => void = () => {},
): Expiring[] {
  return expiringIn(botTables, { ...usual, ...kept, ended });
}
