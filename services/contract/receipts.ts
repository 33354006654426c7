import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { Instant } from '../../kit/time.ts';
import { LastFour } from './card.ts';
import { Channel } from './channels.ts';
import { CaseId } from './handoff.ts';

/** The receipt of an unfreezing, as the address names it to which the carrier reports. It is no secret. */
export const ReceiptId = z.uuid();
export type ReceiptId = z.infer<typeof ReceiptId>;

/** Under the bot's public address: where the carrier reports, with the receipt's id behind it. */
export const receiptReportsAddress = '/twilio/status?receipt=';

/** What the carrier says has become of a receipt. */
export const ReceiptReport = z.object({ receipt: ReceiptId, arrived: z.boolean() });
export type ReceiptReport = z.infer<typeof ReceiptReport>;

/** `noted` is false where no such receipt was sent, or where it is known already. */
export const ReceiptReportAnswer = z.object({ noted: z.boolean() });
export type ReceiptReportAnswer = z.infer<typeof ReceiptReportAnswer>;

/**
 * An unfreezing that a person must call its owner about: they could be told of it in no way, or have `disowned` it on a page,
 * which no conversation knows of. Of what was disowned `receipt` is the disownment.
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

/** Asks for the unfreezings of which nobody could be told. */
export const UnreachedQuery = z.object({ most: z.int().min(1).max(20) });
export type UnreachedQuery = z.infer<typeof UnreachedQuery>;

/** Those that have no case yet; each goes to one who asks for them, and to the next a few minutes later. */
export const UnreachedReceipts = z.object({ receipts: z.array(UnreachedReceipt) });
export type UnreachedReceipts = z.infer<typeof UnreachedReceipts>;

/** That the bank's staff have a case for an unfreezing of which its owner could not be told. */
export const ReceiptCase = z.object({ receipt: ReceiptId, caseId: CaseId });
export type ReceiptCase = z.infer<typeof ReceiptCase>;

export const ReceiptCaseAnswer = z.object({ noted: z.literal(true) });
export type ReceiptCaseAnswer = z.infer<typeof ReceiptCaseAnswer>;
