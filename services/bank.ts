import { setTimeout } from 'node:timers/promises';
import { Audit } from './audit/audit.ts';
import { Idempotency } from './bankApi/idempotency.ts';
import { EmbeddedCardSystem } from './cardSystem/embeddedCardSystem.ts';
import type { SealingKey } from './contract/sealingKey.ts';
import type { Clock, Pause } from './contract/time.ts';
import { CustomerService } from './customerService/customerService.ts';
import { FrozenCardRecords } from './customerService/frozenCardRecords.ts';
import { QueryLimit } from './customerService/queryLimit.ts';
import type { Overall } from './overallLimit.ts';
import { defaultPolicy } from './processor/presetConditions/policy.ts';
import { Processor } from './processor/processor.ts';
import { removeEnded } from './processor/removeEnded.ts';
import { Throttling } from './processor/throttling/throttling.ts';
import { FieldSealing } from './security/fieldSealing.ts';
import type { KeyRing } from './security/keyRing.ts';
import { PasswordVerifiers } from './security/passwordVerifier.ts';
import { SteadyTime, type Ticks } from './store/steadyTime.ts';
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
  throttling: Throttling;
  idempotency: Idempotency;
  /** The public key to seal to now. */
  sealingKey(): SealingKey;
  /** Resolves when the database answers and there is a key to seal to. */
  ready(): Promise<void>;
  /** What the overall limits count. */
  overall(): Promise<Overall>;
  /** Destroys what is past its time: sealing keys, frozen card records, kept answers, requests. To be called every minute. */
  tend(): Promise<void>;
};

export function createBank({
  store,
  keyRing,
  clock,
  ticks = () => clock().getTime(),
  pause = setTimeout,
}: {
  store: Store;
  keyRing: KeyRing;
  clock: Clock;
  /** What locks run by where the clock on the wall may be set while the process runs. */
  ticks?: Ticks;
  pause?: Pause;
}): Bank {
  const fields = new FieldSealing(keyRing);
  const verifiers = new PasswordVerifiers(fields);
  const cardSystem = new EmbeddedCardSystem();
  const records = new FrozenCardRecords(fields);
  const audit = new Audit(keyRing);
  const time = new SteadyTime({ clock, ticks });
  const throttling = new Throttling({ fields, time });
  const queryLimit = new QueryLimit({ fields, time });
  const idempotency = new Idempotency({ store, fields, clock });
  const shared = { store, cardSystem, records, keyRing, audit, policy: defaultPolicy, clock, pause };
  return {
    customerService: new CustomerService({ ...shared, queryLimit }),
    processor: new Processor({ ...shared, fields, verifiers, throttling }),
    cardSystem,
    audit,
    fields,
    verifiers,
    records,
    throttling,
    idempotency,
    sealingKey: () => keyRing.sealingKey,
    async ready() {
      await store.read((manager) => manager.query('SELECT 1'));
      void keyRing.sealingKey;
    },
    overall: () =>
      store.read(async (manager) => ({
        failedAttempts: await throttling.overall(manager),
        cardStatusQueries: await queryLimit.overall(manager),
      })),
    async tend() {
      keyRing.tend();
      await store.transaction(async (manager) => {
        await records.removeExpired(manager, clock());
        await idempotency.removeExpired(manager);
        await queryLimit.removeExpired(manager);
        await throttling.removeExpired(manager);
        await removeEnded(manager, clock());
      });
    },
  };
}
