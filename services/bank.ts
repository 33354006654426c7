import { Audit } from './audit/audit.ts';
import { Idempotency } from './bankApi/idempotency.ts';
import type { CardSystem } from './cardSystem/cardSystem.ts';
import { EmbeddedCardSystem } from './cardSystem/embeddedCardSystem.ts';
import { type CardSystemAddress, CardSystemClient } from './cardSystem/remote/cardSystemClient.ts';
import { RemoteCardSystem } from './cardSystem/remote/remoteCardSystem.ts';
import type { SealingKey } from './contract/sealingKey.ts';
import type { Clock } from './contract/time.ts';
import { CustomerService } from './customerService/customerService.ts';
import { FrozenCardRecords } from './customerService/frozenCardRecords.ts';
import { QueryLimit } from './customerService/queryLimit.ts';
import { defaultPolicy } from './processor/presetConditions/policy.ts';
import { Processor } from './processor/processor.ts';
import { removeEnded } from './processor/removeEnded.ts';
import { FieldSealing } from './security/fieldSealing.ts';
import type { KeyRing } from './security/keyRing.ts';
import { PasswordVerifiers } from './security/passwordVerifier.ts';
import type { Store } from './store/store.ts';

/** The bank's side, wired over a card system. */
export type Bank = {
  customerService: CustomerService;
  processor: Processor;
  cardSystem: CardSystem;
  /** The card system, where it is the one that Thawline brings along. */
  embedded: EmbeddedCardSystem | undefined;
  audit: Audit;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  records: FrozenCardRecords;
  idempotency: Idempotency;
  /** The public key to seal to now. */
  sealingKey(): SealingKey;
  /** Resolves when the database and the card system answer and there is a key to seal to. */
  ready(): Promise<void>;
  /** Settles the unfreezings whose end nobody knows. To be called at the start and every minute. */
  settle(): Promise<void>;
  /** Destroys what is past its time: sealing keys, frozen card records, kept answers, requests. To be called every minute. */
  tend(): Promise<void>;
};

type Parts = {
  store: Store;
  keyRing: KeyRing;
  clock: Clock;
  /** The bank's own card system; without one the cards stand in the store. */
  cardSystemAt?: CardSystemAddress | undefined;
};

export function createBank({ store, keyRing, clock, cardSystemAt }: Parts): Bank {
  const fields = new FieldSealing(keyRing);
  const verifiers = new PasswordVerifiers(fields);
  const cards = { store, keyRing, fields, verifiers, clock };
  const embedded = new EmbeddedCardSystem(cards);
  const cardSystem: CardSystem = cardSystemAt
    ? new RemoteCardSystem({ ...cards, client: new CardSystemClient(cardSystemAt) })
    : embedded;
  const records = new FrozenCardRecords(fields);
  const audit = new Audit(keyRing);
  const queryLimit = new QueryLimit(fields);
  const idempotency = new Idempotency({ store, fields, clock });
  const shared = { store, cardSystem, records, keyRing, audit, policy: defaultPolicy, clock };
  const processor = new Processor({ ...shared, fields });
  return {
    customerService: new CustomerService({ ...shared, queryLimit }),
    processor,
    cardSystem,
    embedded: cardSystemAt ? undefined : embedded,
    audit,
    fields,
    verifiers,
    records,
    idempotency,
    sealingKey: () => keyRing.sealingKey,
    async ready() {
      await store.read((manager) => manager.query('SELECT 1'));
      void keyRing.sealingKey;
      await cardSystem.ready();
    },
    settle: () => processor.settleUnfreezings(),
    async tend() {
      keyRing.tend();
      await store.transaction(async (manager) => {
        await records.removeExpired(manager, clock());
        await idempotency.removeExpired(manager);
        await queryLimit.removeExpired(manager, clock());
        await removeEnded(manager, clock());
        await cardSystem.removeExpired(manager);
      });
    },
  };
}
