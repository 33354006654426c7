import type { ProcessorParts } from '../authentication/parts.ts';
import { items } from '../contract/items/index.ts';
import type { Claim } from './claimItem.ts';
import { type CheckedItem, itemChecks } from './itemChecks.ts';

/** Whether what the customer gave is what the frozen card record holds as reserved (patent, step 7). */
export async function checkItem(
  parts: ProcessorParts,
  { record, item }: Claim,
  { value, envelope }: { value: string; envelope: string },
): Promise<CheckedItem> {
  const reserved = record[items[item].reservedAs];
  return reserved === null
    ? { matched: false }
    : itemChecks[item](parts, { value, envelope, reserved, record });
}
