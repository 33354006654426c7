import { instant } from '../../kit/time.ts';
import { failedRequest } from './failedRequest.ts';
import { fiveInADay } from './fiveInADay.ts';
import { growingWaits } from './growingWaits.ts';
import { networkBudget } from './networkBudget.ts';
import { networkOnCustomerBudget } from './networkOnCustomerBudget.ts';
import type { History, Rule } from './rule.ts';
import { tenInARow } from './tenInARow.ts';
import { userTerminalBudget } from './userTerminalBudget.ts';

/** The rules that lock remote unfreezing, for one attempt or for everybody. */
const locks = {
  tenInARow,
  fiveInADay,
  failedRequest,
  userTerminalBudget,
  networkOnCustomerBudget,
  networkBudget,
} satisfies Record<string, Rule>;

/** A lock in force, named by the rule that holds longest. `until` is null where an operator must lift it. */
export type UnfreezingLock = { rule: keyof typeof locks; until: Date | null };

/** The lock that stops an attempt; undefined where none does. */
export function lockAgainst(history: History): UnfreezingLock | undefined {
  const holding: UnfreezingLock[] = [];
  for (const rule of Object.keys(locks) as (keyof typeof locks)[]) {
    const lock = locks[rule](history);
    if (lock) holding.push({ rule, until: lock.until });
  }
  const end = ({ until }: UnfreezingLock) => until?.getTime() ?? Number.POSITIVE_INFINITY;
  return holding.sort((one, other) => end(other) - end(one))[0];
}

/** The moment before which an attempt comes too soon, if no lock stops it. */
export function waitBefore(history: History): Date | undefined {
  return growingWaits(history)?.until ?? undefined;
}

/** The number of failures left before a lock, at most `most`. */
export function failuresUntilLock(history: History, most: number): number {
  const { now, channel } = history;
  const another = { at: instant(now), channel, endedRequestAt: null };
  for (let left = 1; left < most; left++) {
    const more = Array.from({ length: left }, () => another);
    const after = {
      ...history,
      onCustomer: [...history.onCustomer, ...more],
      fromUserTerminal: [...history.fromUserTerminal, ...more],
      fromNetworks: history.fromNetworks.map(({ times, onCustomer, all }) => ({
        times,
        onCustomer: [...onCustomer, ...more],
        all: [...all, ...more],
      })),
    };
    if (lockAgainst(after)) return left;
  }
  return most;
}
