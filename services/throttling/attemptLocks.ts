import { networksOf } from '../../kit/networks.ts';
import type { Lock } from '../../kit/store/lock.ts';
import { locks } from '../tables/locks.ts';
import type { Attempt } from './throttling.ts';

/** Whatever an attempt is counted on: of two that share one of it, the second finds what became of the first. */
export function attemptLocks({
  card,
  customer,
  userTerminal,
}: Pick<Attempt, 'card' | 'userTerminal'> & Partial<Pick<Attempt, 'customer'>>): Lock[] {
  const { network } = userTerminal;
  return [
    locks.card(card),
    locks.userTerminal(userTerminal),
    ...(customer === undefined ? [] : [locks.customer(customer)]),
    ...(network === undefined ? [] : networksOf(network).map((one) => locks.network(one.network))),
  ];
}
