import { AuditEntries } from './entities/auditEntry.ts';
import { AuthenticationRequests, AuthenticationResults } from './entities/authenticationRequest.ts';
import { BankKeyFingerprints } from './entities/bankKeyFingerprint.ts';
import { CardFreezes, Cards } from './entities/card.ts';
import { Customers } from './entities/customer.ts';
import { DisownableUnfreezings } from './entities/disownableUnfreezing.ts';
import { FailedAttempts } from './entities/failedAttempt.ts';
import { FrozenCardRecords } from './entities/frozenCardRecord.ts';
import { IdempotentRequests } from './entities/idempotentRequest.ts';
import { Outbox } from './entities/outboxMessage.ts';
import { CountedPasswordChecks } from './entities/passwordCheck.ts';
import { QueryCounts } from './entities/queryCount.ts';
import { SecureLinks } from './entities/secureLink.ts';
import { SteadyMoments } from './entities/steadyMoment.ts';
import { ClaimedUnfreezings } from './entities/unfreezing.ts';
import { Bank1764000000000 } from './migrations/bank1764000000000.ts';
import { BankCardSystem1764000010000 } from './migrations/bankCardSystem1764000010000.ts';
import { BankDisownments1764000120000 } from './migrations/bankDisownments1764000120000.ts';
import { BankIdempotency1764000002000 } from './migrations/bankIdempotency1764000002000.ts';
import { BankKeyFingerprints1764000170000 } from './migrations/bankKeyFingerprints1764000170000.ts';
import { BankOutboxTries1764000095000 } from './migrations/bankOutboxTries1764000095000.ts';
import { BankQueryCounts1764000003000 } from './migrations/bankQueryCounts1764000003000.ts';
import { BankRetention1764000040000 } from './migrations/bankRetention1764000040000.ts';
import { BankSecureLinks1764000100000 } from './migrations/bankSecureLinks1764000100000.ts';
import { BankThrottling1764000020000 } from './migrations/bankThrottling1764000020000.ts';
import type { Schema } from './schema.ts';

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
