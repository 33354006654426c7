import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { AuthenticationRequest } from './authenticationRequest.ts';
import { AuthenticationItem } from './items/index.ts';

/** The content type of the attachment that a user terminal renders as a form which seals what is typed. */
export const secureFormContentType = 'application/vnd.thawline.secure-form+json';

/** The name of the event activity that carries the envelope back. */
export const authenticationInformationEvent = 'authenticationInformation';

/** The name of the event activity by which a page's own control changes the language; its value is a `Language`. */
export const changeLanguageEvent = 'changeLanguage';

/** The name of the event activity by which a channel reports that the customer was waited for and said nothing. */

/**
 * A form for one item of one attempt. Its words come with it, so that the page has no second catalogue.
 * In `problems` a `{{count}}` stands for how many characters were typed; the keys are those that `checkTypedItem`
 * names for the item.
 */
export const SecureForm = z.object({
  authenticationRequest: AuthenticationRequest.pick({
    id: true,
    attempt: true,
    expiresAt: true,
    sealingKey: true,
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

/** What marks a submitted card as this product's own. */
export const submittedItemKind = 'secureForm';

/**
 * What comes from a form that cannot seal, such as an Adaptive Card of the Bot Framework: the value is plain, and is
 * sealed at the edge before anything else sees it.
 */
export const SubmittedItem = z.object({
  thawline: z.literal(submittedItemKind),
  authenticationRequest: AuthenticationRequest.shape.id,
  item: AuthenticationItem,
  attempt: AuthenticationRequest.shape.attempt,
  value: z.string().max(256),
});
export type SubmittedItem = z.infer<typeof SubmittedItem>;
