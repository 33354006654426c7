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

/** How long the bank's side keeps each kind of data; the least is what another promise rests on. */
export const bankRetentionShape = {
  ...recordRetention,
  ...authenticationRetention,
  ...answerRetention,
  ...messageRetention,
  ...throttlingRetention,
  ...eventRetentionShape,
};

export type BankRetention = Periods<typeof bankRetentionShape>;

/** The periods among all settings. */
export function bankRetention(read: BankRetention): BankRetention {
  const names = Object.keys(bankRetentionShape) as (keyof BankRetention)[];
  return Object.fromEntries(names.map((name) => [name, read[name]])) as BankRetention;
}

/** Every period as it is where nothing is set. */
export const usualRetention: BankRetention = z.object(bankRetentionShape).parse({});

/** What the bank's side deletes when its time is over. */
export function bankExpiring(kept: BankRetention): Expiring[] {
  return expiringIn(bankTables, kept);
}
