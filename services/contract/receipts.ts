import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { Instant } from '../../kit/time.ts';
import { LastFour } from './card.ts';
import { Channel } from './channels.ts';
import { CaseId } from './handoff.ts';

/** The id of an unfreezing's receipt, which is in the address that the carrier reports to. It is not secret. */
export const ReceiptId = z.uuid();
export type ReceiptId = z.infer<typeof ReceiptId>;

/** The path under the bot's public address that the carrier reports to; the receipt's id follows. */
export const receiptReportsAddress = '/twilio/status?receipt=';

/** The carrier's report on a receipt. */
export const ReceiptReport = z.object({ receipt: ReceiptId, arrived: z.boolean() });
export type ReceiptReport = z.infer<typeof ReceiptReport>;

/** `noted` is false where no such receipt was sent, or its result is known already. */
export const ReceiptReportAnswer = z.object({ noted: z.boolean() });
export type ReceiptReportAnswer = z.infer<typeof ReceiptReportAnswer>;

/**
 * An unfreezing that a person must call its owner about: no way could reach them, or they `disowned` it on a page,
 * which no conversation knows of. For a disowned one `receipt` is the id of the disownment.
 */
export const UnreachedReceipt = z.object({
  receipt: ReceiptId,
  lastFour: LastFour,
  channel: Channel,
  language: Language,
  unfrozenAt: Instant,
  why: z.enum(['unreached', 'disowned']).default('unreached'),
});
export type UnreachedReceipt = z.infer<typeof UnreachedReceipt>;

/** Asks for the unfreezings whose owners could not be reached. */
export const UnreachedQuery = z.object({ most: z.int().min(1).max(20) });
export type UnreachedQuery = z.infer<typeof UnreachedQuery>;

/** Unfreezings without a case. Each is given to one bot that asks, and a few minutes later to the next. */
export const UnreachedReceipts = z.object({ receipts: z.array(UnreachedReceipt) });
export type UnreachedReceipts = z.infer<typeof UnreachedReceipts>;

/** Reports that the bank's staff have a case for an unfreezing whose owner could not be reached. */
export const ReceiptCase = z.object({ receipt: ReceiptId, caseId: CaseId });
export type ReceiptCase = z.infer<typeof ReceiptCase>;

export const ReceiptCaseAnswer = z.object({ noted: z.literal(true) });
export type ReceiptCaseAnswer = z.infer<typeof ReceiptCaseAnswer>;
