import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { AuthenticationRequest } from './authenticationRequest.ts';
import { AuthenticationItem } from './items/index.ts';

/** The content type of an attachment that a user terminal shows as a form, which seals its input. */
export const secureFormContentType = 'application/vnd.thawline.secure-form+json';

/** The name of the event activity that brings the envelope back. */
export const authenticationInformationEvent = 'authenticationInformation';

/** The name of the event activity with which a page changes the language; its value is a `Language`. */
export const changeLanguageEvent = 'changeLanguage';

/** The name of the event activity with which a channel reports that the customer said nothing in time. */

/**
 * A form for one item of one attempt. It holds its own texts, so that the page needs no catalogue. In `problems`
 * `{{count}}` stands for the number of typed characters; the keys are the faults that `checkTypedItem` returns for the
 * item.
 */
export const SecureForm = z.object({
  authenticationRequest: AuthenticationRequest.pick({
    id: true,
    attempt: true,
    expiresAt: true,
    sealingKey: true,
    passwordLengths: true,
  }),
  item: AuthenticationItem,
  language: Language,
  words: z.object({
    title: z.string(),
    label: z.string(),
    hint: z.string(),
    whySafe: z.string(),
    submit: z.string(),
    show: z.string(),
    hide: z.string(),
    sent: z.string(),
    over: z.string(),
    failed: z.string(),
    problems: z.record(z.string(), z.string()),
  }),
});
export type SecureForm = z.infer<typeof SecureForm>;

/** The value of an `authenticationInformation` event. */
export const SealedItem = z.object({
  authenticationRequest: AuthenticationRequest.shape.id,
  item: AuthenticationItem,
  attempt: AuthenticationRequest.shape.attempt,
  envelope: z.string(),
});
export type SealedItem = z.infer<typeof SealedItem>;

/** The mark by which a submitted card is recognised as this product's own. */
export const submittedItemKind = 'secureForm';

/**
 * The input of a form that cannot seal, such as an Adaptive Card of the Bot Framework. The value is plain and is sealed
 * at the bot's edge before any other code sees it.
 */
export const SubmittedItem = z.object({
  thawline: z.literal(submittedItemKind),
  authenticationRequest: AuthenticationRequest.shape.id,
  item: AuthenticationItem,
  attempt: AuthenticationRequest.shape.attempt,
  value: z.string().max(256),
});
export type SubmittedItem = z.infer<typeof SubmittedItem>;
