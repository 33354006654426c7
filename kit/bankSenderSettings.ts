import * as z from 'zod';
import { isLoopback } from './isLoopback.ts';
import { secret } from './secretSetting.ts';

/** The settings of the bank's own sender of messages to customers' telephones; `.env.example` says what each is for. */
export const bankSenderSettingsShape = {
  MESSAGE_SENDER_URL: z.url({ protocol: /^https?$/ }).optional(),
  MESSAGE_SENDER_TOKEN: secret(z.string().min(32, 'must have 32 characters or more').optional()),
};
type Read = z.infer<z.ZodObject<typeof bankSenderSettingsShape>>;

/** The address of the bank's own sender; undefined where there is none. */
export function bankSenderAt(read: Read): { url: string; token: string } | undefined {
  const { MESSAGE_SENDER_URL: url, MESSAGE_SENDER_TOKEN: token = '' } = read;
  return url === undefined ? undefined : { url, token };
}

/** The faults in these settings, each sentence beginning with its setting. */
export function reasonsAgainstBankSender(read: Read): string[] {
  const at = bankSenderAt(read);
  if (!at) return [];
  const { protocol, hostname } = new URL(at.url);
  return [
    ...(at.token === '' ? ['MESSAGE_SENDER_TOKEN: MESSAGE_SENDER_URL needs the token of that sender'] : []),
    ...(protocol === 'http:' && !isLoopback(hostname)
      ? ['MESSAGE_SENDER_URL: another machine must be reached over https']
      : []),
  ];
}
