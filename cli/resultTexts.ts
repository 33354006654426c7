import { counted } from '../kit/counted.ts';
import type { Released } from '../services/cardSystem/cardOperations.ts';
import type { CardOnFile } from '../services/cardSystem/cardSystem.ts';
import type { FreezeReason } from '../services/contract/freezeReason.ts';
import type { HandOutcome } from '../services/contract/handOutcomes.ts';
import type { Policy } from '../services/presetConditions/policy.ts';
import type { OpenBank } from './withBank.ts';

/** The messages about finished work, whether one operator did it or a second one approved it. */
export const resultTexts = {
  released({ released, failures, card }: Released, policy: Policy, isElsewhere: boolean): string {
    const forgotten = `${counted(failures, 'failed attempt')} of the card and its customer forgotten`;
    const first = released
      ? `released: ${forgotten}\n`
      : failures > 0
        ? `there was no lock; ${forgotten}\n`
        : resultTexts.noLock;
    return first + whatStays(card, policy, isElsewhere);
  },
  noLock: 'nothing changed: there was no lock\n',
  lifted: (reason: FreezeReason, { status, freezes }: CardOnFile): string =>
    status === 'frozen'
      ? `lifted: ${reason}; still frozen for ${freezes.join(', ')}\n`
      : `lifted: ${reason}; the card is ${status}\n`,
  notFrozenFor: (reason: FreezeReason): string => `nothing changed: it is not frozen for ${reason}\n`,
  resent: 'it is tried once more\n',
  settled: (outcome: HandOutcome): string => `settled: ${outcome}\n`,
  noReceipt: 'the card could not be looked up, so no receipt is sent: tell the customer\n',
  rotated: (next: string): string => `rotated; ${next}\n`,
  wrapped: 'closed by the transit service: destroy every copy that is not closed\n',
  dropped: 'destroyed: replace your copy of the key file\n',
  announced: 'announced, and not in use yet: put the file on every machine, then rotate\n',
  rewrapped: (rows: number): string =>
    `rewrapped ${rows} rows; the older keys are destroyed: replace your copy of the key file\n`,
  anchorKeyMade: 'made: `npx thawline audit key` prints it\n',
  fourEyesOff:
    'no second person is needed from now on; take FOUR_EYES out of the services’ settings before they start again\n',
  copied: (file: string): string => `copied to ${file}: move it to a place without a copy of the database\n`,
};

/** The message about what remains after a lock was released: the card's freezes, and how they can be lifted. */
export function whatStays(card: CardOnFile | undefined, policy: Policy, isElsewhere: boolean): string {
  if (!card)
    return 'the card system does not answer, so that nobody can say here whether the card is frozen: look there\n';
  if (card.status !== 'frozen') return `the card is ${card.status}\n`;
  const byStaff = card.freezes.filter((reason) => !policy[reason].remote);
  const ways = card.freezes.map((reason) => {
    const { remote, help } = policy[reason];
    const how = remote
      ? `the customer lifts it by chat, message or telephone${byStaff.length > 0 ? ', once the others are gone' : ''}`
      : `not by the customer: ${help}; then ${isElsewhere ? 'in the card system' : `cards lift ${card.reference} ${reason} --by NAME`}`;
    return `  ${reason}: ${how}\n`;
  });
  return `the card stays frozen for\n${ways.join('')}`;
}

/** The arguments that decide how a freeze can be lifted. */
export function waysOf({ policy, embedded }: Pick<OpenBank, 'policy' | 'embedded'>): [Policy, boolean] {
  return [policy, embedded === undefined];
}
