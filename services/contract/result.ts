import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { Instant } from '../../kit/time.ts';

/** The content type of an attachment that a user terminal may show in place of the message's plain text. */
export const resultContentType = 'application/vnd.thawline.result+json';

/** The result of the customer's wish. */
export const ResultKind = z.enum(['unfrozen', 'notAccepted', 'tooSoon', 'locked', 'handedOver']);
export type ResultKind = z.infer<typeof ResultKind>;

/**
 * A result to be shown. It holds its own texts, so that the page needs no catalogue; the message that it comes with
 * says the same in a sentence.
 * - `card`: the name of the card, `Ending 1114`, and its last four digits
 * - `tries`: those of the present verification
 * - `facts`: times are formatted by the device, in its own time zone
 * - `ways`: the customer's next steps: to call, or to say something here
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

/**
 * The number that a customer tells the bank's staff: the beginning of the request's id, which the audit trail shows
 * too.
 */
export function receiptNumber(authenticationRequest: string): string {
  const digits = authenticationRequest.replaceAll('-', '').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
