import { ownedPageFiles } from '../kit/pages/pageFilesTable.ts';
import { approvalTables } from './approvals/ownedTables.ts';
import { auditTables } from './audit/ownedTables.ts';
import { authenticationTables } from './authentication/ownedTables.ts';
import { answerTables } from './bankApi/ownedTables.ts';
import type { BankRetention } from './bankRetention.ts';
import { cardTables, passwordCheckTables } from './cardSystem/ownedTables.ts';
import { claimTables } from './cardSystem/remote/ownedTables.ts';
import { disownmentTables } from './disownment/ownedTables.ts';
import { bankEventTables } from './events/bankEventsTables.ts';
import { keyTables } from './installation/ownedTables.ts';
import { linkTables } from './links/ownedTables.ts';
import { outboxTables } from './notifications/ownedTables.ts';
import { operatorTables } from './operatorPage/operatorSessionsTable.ts';
import { recordTables } from './records/ownedTables.ts';
import type { BankTable } from './security/sealedTable.ts';
import { BankPageFileRows } from './tables/pageFile.ts';
import { throttlingTables } from './throttling/ownedTables.ts';
import { webhookTables } from './webhooks/ownedTables.ts';

/** Every table of the bank's side, by its owner, in the order in which expired rows are deleted. */
export const bankTables: readonly BankTable<BankRetention>[] = [
  ...recordTables,
  ...authenticationTables,
  ...linkTables,
  ...answerTables,
  ...outboxTables,
  ...throttlingTables,
  ...passwordCheckTables,
  ...claimTables,
  ...disownmentTables,
  ...cardTables,
  ...approvalTables,
  ...auditTables,
  ...bankEventTables,
  ...webhookTables,
  ...operatorTables,
  ownedPageFiles(BankPageFileRows, 'BankPageFiles1796400000000'),
  ...keyTables,
];
