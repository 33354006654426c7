import { networksOf } from '../../kit/networks.ts';
import { behindFirst, type Lock } from '../../kit/store/lock.ts';
import { locks } from '../tables/locks.ts';
import type { Attempt } from './throttling.ts';

/**
 * The locks for everything that an attempt is counted on, so that of two attempts that share one of them the second
 * sees the result of the first.
 */
export function attemptLocks({
  card,
  customer,
  userTerminal,
}: Pick<Attempt, 'card' | 'userTerminal'> & Partial<Pick<Attempt, 'customer'>>): Lock[] {
  const { network } = userTerminal;
  const all = [
    locks.card(card),
    locks.userTerminal(userTerminal),
    ...(customer === undefined ? [] : [locks.customer(customer)]),
    ...(network === undefined ? [] : networksOf(network).map((one) => locks.network(one.network))),
  ];
  return all.map(behindFirst);
}
