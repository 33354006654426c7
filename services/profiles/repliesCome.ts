import type { TwilioAccount } from '../../kit/twilioSettings.ts';

/** Whether a sender of texts is a name, which nobody can reply to. */
export function isName(sender: string): boolean {
  return !/^(\+\d+|MG[0-9a-f]{32})$/.test(sender);
}

/**
 * Whether a reply to this account's messages reaches the bot. With the bank's own sender a reply goes to that sender's
 * number.
 */
export function repliesCome(account: TwilioAccount | undefined): boolean {
  return account?.from !== undefined && !isName(account.from);
}
