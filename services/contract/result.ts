import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { Instant } from '../../kit/time.ts';

/** The content type of the attachment that a user terminal may render in place of its message's plain words. */
export const resultContentType = 'application/vnd.thawline.result+json';

/** What has come of the customer's wish. */
export const ResultKind = z.enum(['unfrozen', 'notAccepted', 'tooSoon', 'locked', 'handedOver']);
export type ResultKind = z.infer<typeof ResultKind>;

/**
 * A result as it is shown. Its words come with it, so that the page has no second catalogue; the message that it comes
 * with says the same in a sentence.
 * - `card`: how the card is called, `Ending 1114`, and its last four digits
 * - `tries`: of the verification that goes on
 * - `facts`: a moment is written by the device, in the time of the place where it is read
 * - `ways`: what can be done now: to call, or to say something here
 */
export const Result = z.object({
  kind: ResultKind,
  language: Language,
  title: z.string(),
  card: z.object({ name: z.string(), lastFour: z.string() }).optional(),
  tries: z.object({ label: z.string(), left: z.int().min(0), used: z.int().min(0) }).optional(),
  facts: z.array(
    z.union([
      z.object({ label: z.string(), value: z.string() }),
      z.object({ label: z.string(), moment: Instant }),
    ]),
  ),
  advice: z.array(z.string()),
  ways: z.array(
    z.union([
      z.object({ label: z.string(), phone: z.string() }),
      z.object({ label: z.string(), says: z.string() }),
    ]),
  ),
});
export type Result = z.infer<typeof Result>;

/** What a customer names to the staff: the beginning of the request's id, by which the audit trail calls it too. */
export function receiptNumber(authenticationRequest: string): string {
  const digits = authenticationRequest.replaceAll('-', '').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
