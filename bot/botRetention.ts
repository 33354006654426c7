import * as z from 'zod';
import { eventRetentionShape } from '../kit/events/eventTables.ts';
import type { Expiring } from '../kit/retention/expiring.ts';
import { expiringIn } from '../kit/retention/ownedTable.ts';
import type { Periods } from '../kit/retention/period.ts';
import { botTables } from './botTables.ts';
import { conversationPeriodShape } from './turn/conversationPeriod.ts';

/** How long the bot's side keeps what can be kept for longer or less long. */
export const botRetentionShape = { ...conversationPeriodShape, ...eventRetentionShape };

export type BotRetention = Periods<typeof botRetentionShape>;

const usual: BotRetention = z.object(botRetentionShape).parse({});

/**
 * What the bot's side deletes when its time is over.
 * @param kept the periods that are set; the others are as usual
 * @param ended is told which conversations of web chat went
 */
export function botExpiring(
  kept: Partial<BotRetention> = {},
  ended: (ids: string[]) => void = () => {},
): Expiring[] {
  return expiringIn(botTables, { ...usual, ...kept, ended });
}
