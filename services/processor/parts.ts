import type { Audit } from '../audit/audit.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import type { Clock, Pause } from '../contract/time.ts';
import type { FrozenCardRecords } from '../customerService/frozenCardRecords.ts';
import type { LinkLimit } from '../secureLinks/linkLimit.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { Store } from '../store/store.ts';
import type { Policy } from './presetConditions/policy.ts';
import type { Throttling } from './throttling/throttling.ts';

/** What the processor works with. */
export type ProcessorParts = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  fields: FieldSealing;
  keyRing: KeyRing;
  audit: Audit;
  policy: Policy;
  throttling: Throttling;
  /** Undefined where no link can be sent from here. */
  linkLimit: LinkLimit | undefined;
  clock: Clock;
  pause: Pause;
};
