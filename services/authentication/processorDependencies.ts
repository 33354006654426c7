import type { Period } from '../../kit/retention/period.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import type { PasswordLengths } from '../contract/passwordLengths.ts';
import type { OwnMessages } from '../notifications/ownMessages.ts';
import type { TextForms } from '../notifications/textForm.ts';
import type { Policy } from '../presetConditions/policy.ts';
import type { FrozenCardRecords } from '../records/frozenCardRecords.ts';
import type { RiskDecisions } from '../risk/riskDecisions.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { PasswordVerifiers } from '../security/passwordVerifier.ts';
import type { SealingKeyPairs } from '../security/sealingKeyPair.ts';
import type { LinkLimit } from '../throttling/linkLimit.ts';
import type { OverallLimit } from '../throttling/overallLimit.ts';
import type { Throttling } from '../throttling/throttling.ts';

/** The services that the processor uses. */
export type ProcessorDependencies = {
  store: Store;
  cardSystem: CardSystem;
  records: FrozenCardRecords;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  sealingKeys: SealingKeyPairs;
  audit: Audit;
  policy: Policy;
  throttling: Throttling;
  /** Undefined where links cannot be sent from here. */
  linkLimit: LinkLimit | undefined;
  /** The messages that this process has promised customers and sends itself. */
  ownMessages: OwnMessages;
  /** The forms of texts for each telephone. */
  texts: TextForms;
  /** The address of the secure form, without a path; undefined where it is not known here. */
  secureFormUrl: (() => string) | undefined;
  overallLimit: OverallLimit;
  /** How long what a customer has shown counts for another card of theirs; of no length where it never does. */
  shownCounts: Period;
  /** Undefined where the bank has no risk decisions of its own. */
  risk: RiskDecisions | undefined;
  /** How many digits the bank's transaction passwords have. */
  passwordLengths: PasswordLengths;
  clock: Clock;
};
