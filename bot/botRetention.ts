import type { Expiring } from '../kit/retention/expiring.ts';
import { expiringIn } from '../kit/retention/ownedTable.ts';
import type { Period } from '../kit/retention/period.ts';
import { botTables } from './botTables.ts';
import { conversationPeriodShape } from './turn/conversationPeriod.ts';

/** How long the bot's side keeps what can be kept for longer or less long. */
export const botRetentionShape = { ...conversationPeriodShape };

/**
 * What the bot's side deletes when its time is over.
 * @param ended is told which conversations of web chat went
 */
export function botExpiring(keptFor: Period, ended: (ids: string[]) => void = () => {}): Expiring[] {
  return expiringIn(botTables, { RETENTION_CONVERSATIONS: keptFor, ended });
}
