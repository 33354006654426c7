import * as z from 'zod';
import { eventRetentionShape } from '../kit/events/eventTables.ts';
import type { Expiring } from '../kit/retention/expiring.ts';
import { expiringIn } from '../kit/retention/ownedTable.ts';
import type { Periods } from '../kit/retention/period.ts';
import { authenticationRetention } from './authentication/ownedTables.ts';
import { answerRetention } from './bankApi/ownedTables.ts';
import { bankTables } from './bankTables.ts';
import { messageRetention } from './notifications/ownedTables.ts';
import { recordRetention } from './records/ownedTables.ts';
import { throttlingRetention } from './throttling/ownedTables.ts';

/**
 * The periods for which the bank's side keeps each kind of data. The shortest ones are set by other rules that depend
 * on the data.
 */
export const bankRetentionShape = {
  ...recordRetention,
  ...authenticationRetention,
  ...answerRetention,
  ...messageRetention,
  ...throttlingRetention,
  ...eventRetentionShape,
};

export type BankRetention = Periods<typeof bankRetentionShape>;

/** Picks the periods out of all settings. */
export function bankRetention(read: BankRetention): BankRetention {
  const names = Object.keys(bankRetentionShape) as (keyof BankRetention)[];
  return Object.fromEntries(names.map((name) => [name, read[name]])) as BankRetention;
}

/** The default periods. */
export const usualRetention: BankRetention = z.object(bankRetentionShape).parse({});

/** The kinds of rows that the bank's side deletes when they expire. */
export function bankExpiring(kept: BankRetention): Expiring[] {
  return expiringIn(bankTables, kept);
}
