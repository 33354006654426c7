import * as z from 'zod';
import { isLoopback } from '../../../kit/isLoopback.ts';
import { secret } from '../../../kit/secretSetting.ts';
import type { CardSystemAddress } from './cardSystemClient.ts';

/** The settings of the bank's own card system; `.env.example` says what each is for. */
export const cardSystemSettingsShape = {
  CARD_SYSTEM_URL: z.url({ protocol: /^https?$/ }).optional(),
  CARD_SYSTEM_TOKEN: secret(z.string().min(32, 'must have 32 characters or more').optional()),
};
type Read = z.infer<z.ZodObject<typeof cardSystemSettingsShape>>;

/** Undefined where the cards stand in the database. */
export function cardSystemAt(read: Read): CardSystemAddress | undefined {
  const { CARD_SYSTEM_URL: url, CARD_SYSTEM_TOKEN: token = '' } = read;
  return url === undefined ? undefined : { url, token };
}

/** What stands against it, each reason with its setting. */
export function reasonsAgainstCardSystem(at: CardSystemAddress | undefined): string[] {
  if (!at) return [];
  const { protocol, hostname } = new URL(at.url);
  return [
    ...(at.token === '' ? ['CARD_SYSTEM_TOKEN: CARD_SYSTEM_URL needs the token of that card system'] : []),
    ...(protocol === 'http:' && !isLoopback(hostname)
      ? ['CARD_SYSTEM_URL: another machine must be reached over https']
      : []),
  ];
}
