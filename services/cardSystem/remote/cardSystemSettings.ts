import * as z from 'zod';
import { isLoopback } from '../../../kit/isLoopback.ts';
import { secret } from '../../../kit/secretSetting.ts';
import type { CardSystemAddress } from './cardSystemClient.ts';

const token = secret(z.string().min(32, 'must have 32 characters or more').optional());

/** The settings of the bank's own card system; `.env.example` says what each is for. */
export const cardSystemSettingsShape = {
  CARD_SYSTEM_URL: z.url({ protocol: /^https?$/ }).optional(),
  CARD_SYSTEM_TOKEN: token,
  CARD_SYSTEM_NOTICE_TOKEN: token,
  CARD_SYSTEM_FREEZINGS: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .default(false),
};
type Read = z.infer<z.ZodObject<typeof cardSystemSettingsShape>>;

export type CardSystemSettings = {
  /** The bank's own card system; undefined where the cards stand in the database. */
  cardSystemAt: CardSystemAddress | undefined;
  /** What the card system shows when it tells of a freezing; undefined where it tells of none. */
  noticeToken: string | undefined;
  /** Whether the card system is asked each minute what it has frozen. */
  asksForFreezings: boolean;
};

export function cardSystemSettings(read: Read): CardSystemSettings {
  const { CARD_SYSTEM_URL: url, CARD_SYSTEM_TOKEN: shown = '' } = read;
  return {
    cardSystemAt: url === undefined ? undefined : { url, token: shown },
    noticeToken: read.CARD_SYSTEM_NOTICE_TOKEN,
    asksForFreezings: read.CARD_SYSTEM_FREEZINGS,
  };
}

/** What stands against the card system of the settings, each reason with its setting. */
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
