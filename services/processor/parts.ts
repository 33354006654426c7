import type { Audit } from '../audit/audit.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import type { Clock } from '../contract/time.ts';
import type { FrozenCardRecords } from '../customerService/frozenCardRecords.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { Store } from '../store/store.ts';
import type { Policy } from './presetConditions/policy.ts';

/** What the processor works with. */
export type ProcessorParts = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  fields: FieldSealing;
  keyRing: KeyRing;
  audit: Audit;
  policy: Policy;
  clock: Clock;
};
