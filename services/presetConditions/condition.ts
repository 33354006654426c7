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

/** What the conditions look at: the card and what its customer has reserved, as they stand now, and where it is asked. */
export type Circumstances = {
  status: CardStatus;
  freezes: readonly FreezeReason[];
  reserved: Readonly<Record<AuthenticationItem, boolean>>;
  channel: Channel;
  /** What a customer can be given the means to show, elsewhere if not on this channel. */
  canBeShown: readonly Held[];
  dates: CardDates;
  /** Allowed where the bank has no risk decisions of its own, or was not asked. */
  risk: RiskSaid['says'];
  now: Date;
};

/** Why a card cannot be unfrozen remotely: nothing is frozen, or somebody else has to help, if only because it is too soon. */
export type Obstacle = { obstacle: 'notFrozen' } | { obstacle: 'notRemote'; help: Help; notYet?: NotYet };

/** One of 预设条件, the preset conditions (patent, step 7). @returns what stands against unfreezing, if it does not hold */
export type Condition = (circumstances: Circumstances, policy: Policy) => Obstacle | undefined;
