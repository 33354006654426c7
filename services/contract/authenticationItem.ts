import * as z from 'zod';

/** The two things that a customer can have reserved with the bank and be asked for, in the order of asking. */
export const authenticationItems = ['identityDocument', 'transactionPassword'] as const;

export const AuthenticationItem = z.enum(authenticationItems);
export type AuthenticationItem = z.infer<typeof AuthenticationItem>;
