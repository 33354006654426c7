import * as z from 'zod';

/**
 * The version of the words by which a customer consents to what is done with their secrets, where their country wants a
 * consent of its own (`cn`). It stands in the audit trail: another one with every change of those words.
 */
export const consentVersion = '2026-11';

/** What must be consented to before the first secret. */
export const ConsentAsked = z.object({ version: z.string().min(1).max(32) });

/** What was consented to. */
export const ConsentGiven = ConsentAsked.shape.version;
