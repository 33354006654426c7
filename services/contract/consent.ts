import * as z from 'zod';

/**
 * The version of the text by which customers agree to the use of their secrets, where their country demands a separate
 * consent (`cn`). It is kept in the audit trail and must change with every change of the text.
 */
export const consentVersion = '2026-11';

/** The consent that is needed before the first secret. */
export const ConsentAsked = z.object({ version: z.string().min(1).max(32) });

/** The version of the consent that the customer has given. */
export const ConsentGiven = ConsentAsked.shape.version;
