import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { items } from '../contract/items/index.ts';
import type { Claim } from './claimItem.ts';
import { type CheckedItem, itemChecks } from './itemChecks.ts';

/** The opened item of the customer, and the envelope that it came in. */
export type GivenItem = { value: string; envelope: string };

/** Whether an item equals the one that the frozen card record holds as reserved (patent, step 7). */
export async function checkItem(
  parts: ProcessorDependencies,
  claim: Claim,
  given: GivenItem,
): Promise<CheckedItem> {
  const check = itemChecks[claim.item];
  const reserved = reservedFor(claim);
  if (reserved === null) return { matched: false };
  const whole = { ...given, reserved, record: claim.record };
  return 'checks' in check ? check.checks(parts, whole) : { matched: check.matches(parts, whole) };
}

/** The result where it is known at once; undefined where the check takes work. */
export function matchesAtOnce(
  parts: ProcessorDependencies,
  claim: Claim,
  given: GivenItem,
): boolean | undefined {
  const check = itemChecks[claim.item];
  if ('checks' in check) return undefined;
  const reserved = reservedFor(claim);
  return reserved !== null && check.matches(parts, { ...given, reserved, record: claim.record });
}

function reservedFor({ record, item }: Claim): string | null {
  return record[items[item].reservedAs];
}
