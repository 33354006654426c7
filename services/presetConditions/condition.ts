import type { CardDates } from '../cardSystem/cardDates.ts';
import type { RiskSaid } from '../cardSystem/cardSystem.ts';
import type { Channel } from '../contract/channels.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { Held } from '../contract/held.ts';
import type { AuthenticationItem } from '../contract/items/index.ts';
import type { NotYet } from '../contract/notYet.ts';
import type { Help } from '../contract/unfreezeInstructions.ts';
import type { CardStatus } from '../tables/card.ts';
import type { Policy } from './policy.ts';

/**
 * The facts that the conditions look at: the card and its customer's reserved items as they are now, and the channel
 * and time of the request.
 */
export type Circumstances = {
  status: CardStatus;
  freezes: readonly FreezeReason[];
  reserved: Readonly<Record<AuthenticationItem, boolean>>;
  channel: Channel;
  /** The things that this customer can prove to hold, on this channel or on another one. */
  canBeShown: readonly Held[];
  dates: CardDates;
  /** The bank's risk decision. It is "allowed" where the bank makes none, or was not asked. */
  risk: RiskSaid['says'];
  now: Date;
};

/**
 * The reason why a card cannot be unfrozen remotely: it is not frozen, or the bank's staff has to help, perhaps only
 * because not enough time has passed.
 */
export type Obstacle = { obstacle: 'notFrozen' } | { obstacle: 'notRemote'; help: Help; notYet?: NotYet };

/** One of the 预设条件, the preset conditions (patent, step 7). @returns the obstacle if the condition does not hold */
export type PresetCondition = (circumstances: Circumstances, policy: Policy) => Obstacle | undefined;
