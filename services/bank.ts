import { Audit } from './audit/audit.ts';
import { Idempotency } from './bankApi/idempotency.ts';
import { EmbeddedCardSystem } from './cardSystem/embeddedCardSystem.ts';
import type { SealingKey } from './contract/sealingKey.ts';
import type { Clock } from './contract/time.ts';
import { CustomerService } from './customerService/customerService.ts';
import { FrozenCardRecords } from './customerService/frozenCardRecords.ts';
import { QueryLimit } from './customerService/queryLimit.ts';
import { defaultPolicy, type Policy } from './processor/presetConditions/policy.ts';
import { notePolicyInForce } from './processor/presetConditions/policyInForce.ts';
import { Processor } from './processor/processor.ts';
import { type BankRetention, bankExpiring, usualRetention } from './retention/bankRetention.ts';
import { deleteExpired } from './retention/expiring.ts';
import { FieldSealing } from './security/fieldSealing.ts';
import type { KeyRing } from './security/keyRing.ts';
import { PasswordVerifiers } from './security/passwordVerifier.ts';
import type { Store } from './store/store.ts';

/** The bank's side, wired over the embedded card system. */
export type Bank = {
  customerService: CustomerService;
  processor: Processor;
  cardSystem: EmbeddedCardSystem;
  audit: Audit;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  records: FrozenCardRecords;
  idempotency: Idempotency;
  /** The public key to seal to now. */
  sealingKey(): SealingKey;
  /** Resolves when something can be written to the database and there is a key to seal to. */
  ready(): Promise<void>;
  /** Puts the policy into the audit trail if it is another than before. @returns its digest */
  notePolicyInForce(): Promise<string>;
  /** Destroys the sealing keys that are past their time, and what `bankExpiring` names. To be called every minute. */
  tend(): Promise<void>;
};

export function createBank({
  store,
  keyRing,
  clock,
  policy = defaultPolicy,
  retention = usualRetention,
}: {
  store: Store;
  keyRing: KeyRing;
  clock: Clock;
  policy?: Policy;
  retention?: BankRetention;
}): Bank {
  const fields = new FieldSealing(keyRing);
  const verifiers = new PasswordVerifiers(fields);
  const cardSystem = new EmbeddedCardSystem();
  const records = new FrozenCardRecords(fields, retention.frozenCardRecords);
  const audit = new Audit(keyRing);
  const queryLimit = new QueryLimit(fields);
  const idempotency = new Idempotency({ store, fields, clock });
  const shared = { store, cardSystem, records, keyRing, audit, policy, clock };
  let tending: Promise<unknown> | undefined;
  return {
    customerService: new CustomerService({ ...shared, queryLimit }),
    processor: new Processor({ ...shared, fields, verifiers }),
    cardSystem,
    audit,
    fields,
    verifiers,
    records,
    idempotency,
    sealingKey: () => keyRing.sealingKey,
    async ready() {
      await store.writable();
      void keyRing.sealingKey;
    },
    notePolicyInForce: () => notePolicyInForce(shared),
    async tend() {
      keyRing.tend();
      // A backlog can take longer than a minute: no second round begins beside it.
      tending ??= deleteExpired(store, bankExpiring(retention), clock()).finally(() => {
        tending = undefined;
      });
      await tending;
    },
  };
}
