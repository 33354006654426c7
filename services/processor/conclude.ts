import { type Asked, askTogether } from '../../kit/store/askTogether.ts';
import { behindFirst } from '../../kit/store/lock.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import type { Write } from '../../kit/store/unitOfWork.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import type { Conclusion, FoundCard } from '../cardSystem/cardSystem.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import type { UnfreezingStart } from '../contract/unfreezeRequest.ts';
import type { AuthenticationRequestRow } from '../tables/authenticationRequest.ts';
import { locks } from '../tables/locks.ts';
import { attemptLocks } from '../throttling/attemptLocks.ts';
import type { Claim } from './claimItem.ts';
import { concludeItem, openOf, resultsOf } from './concludeItem.ts';
import { concludeUnfreezing } from './concludeUnfreezing.ts';
import type { CheckedItem } from './itemChecks.ts';
import { unfreeze } from './unfreeze.ts';

/**
 * Stores the result of a checked item in one transaction: whether it matched, the counts that follow and, where it
 * completes the authentication, the unfreezing. With another card system that is a claim, which is finished after the
 * commit.
 */
export async function conclude(
  parts: ProcessorDependencies,
  claim: Claim,
  checked: CheckedItem,
  record: Recording<AuthenticationAnswer> | undefined,
): Promise<AuthenticationAnswer> {
  const { cardSystem, store } = parts;
  const concludes: Conclusion = (...concluded) => concludeUnfreezing(parts, ...concluded);
  const isLookedUp = claim.completes && checked.matched;
  const found = isLookedUp
    ? await lookUp(parts, { ...claim.request, ...claim.attempt }, concludes)
    : undefined;
  const decided = [
    ...attemptLocks(claim.attempt),
    ...(found ? [behindFirst(locks.customer(found.reserved.customerId))] : []),
  ];
  const concludesWith = async (manager: EntityManager) => {
    const counting: Asked<Write | undefined> = checked.counts?.(manager) ?? { known: undefined };
    const [count, results, isOpen] = await askTogether(manager, [
      counting,
      resultsOf(manager, claim.request),
      openOf(manager, claim.request),
    ]);
    await count?.(manager);
    const answer = await concludeItem(parts, manager, claim, { results, isOpen, matched: checked.matched });
    if (answer) return { answer: await recorded(manager, answer, record) };
    return isLookedUp ? unfreeze(parts, manager, claim, { isOpen, found, record }) : 'completed';
  };
  // Another card system is asked only after the claim is committed.
  const mayWait = (done: object | string) => typeof done === 'object' && 'answer' in done;
  const done = await store.transaction(decided, concludesWith, mayWait);
  // The other items were claimed after this one but checked before it.
  if (done === 'completed') return conclude(parts, { ...claim, completes: true }, checked, record);
  return 'answer' in done ? done.answer : cardSystem.settle(done.claimed, { concludes, record });
}

/** The card as it is now, with the bank's risk decision. */
export async function lookUp(
  { cardSystem, risk }: ProcessorDependencies,
  {
    card,
    channel,
    userTerminal,
  }: Pick<AuthenticationRequestRow, 'card' | 'channel'> & Pick<UnfreezingStart, 'userTerminal'>,
  concludes: Conclusion,
): Promise<FoundCard | undefined> {
  await cardSystem.settleCard(card, concludes);
  const found = await cardSystem.find(card);
  const { network } = userTerminal;
  return found && risk ? risk.on(found, { step: 'unfreezing', channel, network }) : found;
}
