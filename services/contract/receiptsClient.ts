import type { OptOut, OptOutAnswer } from './optOut.ts';
import type {
  ReceiptCase,
  ReceiptCaseAnswer,
  ReceiptReport,
  ReceiptReportAnswer,
  UnreachedQuery,
  UnreachedReceipts,
} from './receipts.ts';

/**
 * The access of the carrier's reports, and of cases about receipts that did not arrive, to the bank's side, in process
 * or over HTTP.
 */
export interface ReceiptsClient {
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  reportReceipt(report: ReceiptReport): Promise<ReceiptReportAnswer>;
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  unreachedReceipts(query: UnreachedQuery): Promise<UnreachedReceipts>;
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteReceiptCase(opened: ReceiptCase): Promise<ReceiptCaseAnswer>;
}

/** The bank's side as the receiver of STOP. */
export interface OptOutsClient {
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteOptOut(optOut: OptOut): Promise<OptOutAnswer>;
}
