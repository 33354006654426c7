import * as z from 'zod';
import type { LinkFiles } from '../../../kit/http/tls/tlsFiles.ts';
import { filesOf, reasonsAgainstLink } from '../../../kit/http/tls/tlsSettings.ts';
import { isLoopback } from '../../../kit/isLoopback.ts';
import { secret } from '../../../kit/secretSetting.ts';
import { type CardSystemAddress, tlsLink as link } from './connection.ts';

const token = secret(z.string().min(32, 'must have 32 characters or more').optional());

/** The settings of the bank's own card system; `.env.example` says what each is for. */
export const cardSystemSettingsShape = {
  CARD_SYSTEM_URL: z.url({ protocol: /^https?$/ }).optional(),
  CARD_SYSTEM_TOKEN: token,
  CARD_SYSTEM_TOKEN_NEXT: token,
  CARD_SYSTEM_TLS_CERT: z.string().optional(),
  CARD_SYSTEM_TLS_KEY: z.string().optional(),
  CARD_SYSTEM_TLS_CA: z.string().optional(),
  CARD_SYSTEM_CARDS: z.enum(['numbers', 'tokens']).default('numbers'),
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
  /** The files for TLS towards it, which are of no use without it. */
  cardSystemFiles: LinkFiles | undefined;
  /** What the card system shows when it tells of a freezing; undefined where it tells of none. */
  noticeToken: string | undefined;
  /** Whether the card system is asked each minute what it has frozen. */
  asksForFreezings: boolean;
};

export function cardSystemSettings(read: Read): CardSystemSettings {
  return {
    cardSystemAt: addressOf(read),
    cardSystemFiles: filesOf(link, read),
    noticeToken: read.CARD_SYSTEM_NOTICE_TOKEN,
    asksForFreezings: read.CARD_SYSTEM_FREEZINGS,
  };
}

function addressOf(read: Read): CardSystemAddress | undefined {
  if (read.CARD_SYSTEM_URL === undefined) return undefined;
  return {
    url: read.CARD_SYSTEM_URL,
    token: read.CARD_SYSTEM_TOKEN,
    nextToken: read.CARD_SYSTEM_TOKEN_NEXT,
    tlsFiles: filesOf(link, read),
    cardsByToken: read.CARD_SYSTEM_CARDS === 'tokens',
  };
}

/** What stands against the card system of the settings, each reason with its setting. */
export function reasonsAgainstCardSystem({
  cardSystemAt: at,
  cardSystemFiles: files = {},
}: Pick<CardSystemSettings, 'cardSystemAt' | 'cardSystemFiles'>): string[] {
  if (!at) return Object.keys(files).map((setting) => `${setting}: it is for a CARD_SYSTEM_URL alone`);
  const { protocol, hostname } = new URL(at.url);
  const { token, nextToken } = at;
  return [
    ...(!token && !files.CARD_SYSTEM_TLS_CERT
      ? ['CARD_SYSTEM_TOKEN: CARD_SYSTEM_URL needs the token of that card system, or CARD_SYSTEM_TLS_CERT']
      : []),
    ...(nextToken && !token ? ['CARD_SYSTEM_TOKEN_NEXT: it follows a CARD_SYSTEM_TOKEN'] : []),
    ...(at.tlsFiles && protocol === 'http:'
      ? ['CARD_SYSTEM_URL: certificates (CARD_SYSTEM_TLS_…) are shown over https only']
      : []),
    ...reasonsAgainstLink(link, files),
    ...(protocol === 'http:' && !isLoopback(hostname)
      ? ['CARD_SYSTEM_URL: another machine must be reached over https']
      : []),
  ];
}
