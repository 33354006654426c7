import * as z from 'zod';
import { SaidReason } from './freezeReason.ts';

/** The card system's own id of a freezing. The same id is the same freezing, told again. */
const Id = z.string().regex(/^[\w.:-]{1,64}$/);

/** The card system has frozen a card. The number is looked at, and kept nowhere. */
export const FreezeNotice = z.object({
  id: Id,
  cardNumber: z.string().regex(/^\d{13,19}$/),
  reason: SaidReason,
  frozenAt: z.iso.datetime({ offset: true }),
});
export type FreezeNotice = z.infer<typeof FreezeNotice>;

/** The answer to a notice, the same whatever becomes of it. */
export const FreezeNoticeAnswer = z.object({ noted: z.literal(true) });
export type FreezeNoticeAnswer = z.infer<typeof FreezeNoticeAnswer>;

/** What the card system has frozen since; the oldest first, at most a hundred, and from where to ask next. */
export const NewFreezings = z.object({
  freezings: z.array(FreezeNotice).max(100),
  next: z.string().min(1).max(256),
});
export type NewFreezings = z.infer<typeof NewFreezings>;
