import type { OptOut, OptOutAnswer } from './optOut.ts';
import type {
  ReceiptCase,
  ReceiptCaseAnswer,
  ReceiptReport,
  ReceiptReportAnswer,
  UnreachedQuery,
  UnreachedReceipts,
} from './receipts.ts';

/** How the carrier's reports reach the bank's side, and receipts that came in no way its staff: in process or over HTTP. */
export interface ReceiptsClient {
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  reportReceipt(report: ReceiptReport): Promise<ReceiptReportAnswer>;
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  unreachedReceipts(query: UnreachedQuery): Promise<UnreachedReceipts>;
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteReceiptCase(opened: ReceiptCase): Promise<ReceiptCaseAnswer>;
}

/** How the bank's side hears of STOP. */
export interface OptOutsClient {
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteOptOut(optOut: OptOut): Promise<OptOutAnswer>;
}
