import type { Schema } from '../kit/store/schema.ts';
import { AuditEntries } from './tables/auditEntry.ts';
import { AuthenticationRequests, AuthenticationResults } from './tables/authenticationRequest.ts';
import { Bank1764000000000 } from './tables/bank1764000000000.ts';
import { BankCardSystem1764000010000 } from './tables/bankCardSystem1764000010000.ts';
import { BankDisownments1764000120000 } from './tables/bankDisownments1764000120000.ts';
import { BankIdempotency1764000002000 } from './tables/bankIdempotency1764000002000.ts';
import { BankKeyFingerprints } from './tables/bankKeyFingerprint.ts';
import { BankKeyFingerprints1764000170000 } from './tables/bankKeyFingerprints1764000170000.ts';
import { BankOutboxTries1764000095000 } from './tables/bankOutboxTries1764000095000.ts';
import { BankQueryCounts1764000003000 } from './tables/bankQueryCounts1764000003000.ts';
import { BankRetention1764000040000 } from './tables/bankRetention1764000040000.ts';
import { BankSecureLinks1764000100000 } from './tables/bankSecureLinks1764000100000.ts';
import { BankThrottling1764000020000 } from './tables/bankThrottling1764000020000.ts';
import { CardFreezes, Cards } from './tables/card.ts';
import { Customers } from './tables/customer.ts';
import { DisownableUnfreezings } from './tables/disownableUnfreezing.ts';
import { FailedAttempts } from './tables/failedAttempt.ts';
import { FrozenCardRecords } from './tables/frozenCardRecord.ts';
import { IdempotentRequests } from './tables/idempotentRequest.ts';
import { Outbox } from './tables/outboxMessage.ts';
import { CountedPasswordChecks } from './tables/passwordCheck.ts';
import { QueryCounts } from './tables/queryCount.ts';
import { SecureLinks } from './tables/secureLink.ts';
import { SteadyMoments } from './tables/steadyMoment.ts';
import { ClaimedUnfreezings } from './tables/unfreezing.ts';

/** The bank's side in a database. */
export const bankSchema: Schema = {
  entities: [
    Customers,
    Cards,
    CardFreezes,
    FrozenCardRecords,
    AuthenticationRequests,
    AuthenticationResults,
    FailedAttempts,
    AuditEntries,
    Outbox,
    IdempotentRequests,
    QueryCounts,
    ClaimedUnfreezings,
    DisownableUnfreezings,
    CountedPasswordChecks,
    SteadyMoments,
    SecureLinks,
    BankKeyFingerprints,
  ],
  migrations: [
    Bank1764000000000,
    BankIdempotency1764000002000,
    BankQueryCounts1764000003000,
    BankCardSystem1764000010000,
    BankThrottling1764000020000,
    BankRetention1764000040000,
    BankOutboxTries1764000095000,
    BankSecureLinks1764000100000,
    BankDisownments1764000120000,
    BankKeyFingerprints1764000170000,
  ],
  prefixes: ['Bank'],
};
