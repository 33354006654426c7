import type { TwilioAccount } from '../../kit/twilioSettings.ts';

/** Whether a sender of texts is a name: nobody can answer one. */
export function isName(sender: string): boolean {
  return !/^(\+\d+|MG[0-9a-f]{32})$/.test(sender);
}

/**
 * Whether a reply to what this account sends comes back to the bot. Where the bank's own service sends, a reply reaches that
 * service's number and nobody here.
 */
export function repliesCome(account: TwilioAccount | undefined): boolean {
  return account?.from !== undefined && !isName(account.from);
}
