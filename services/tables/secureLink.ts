import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';

/** From where a link was asked for: the telephone that it goes to, or anywhere else. Each has an allowance of its own. */
export type AskedFrom = 'registeredPhone' | 'anywhere';

/**
 * A link to the secure form that was made for a customer's registered phone. Of its token only a hash is kept; whether
 * it still opens anything is the state of its authentication request, whose user terminal is the link. `channel` is the
 * one on which it was asked for, `askedFrom` the customer's own phone or elsewhere; `countedAt` is a moment of `SteadyTime`, against which links are limited.
 * Where no address may stand in a text a code goes out: `codeIndex` is its HMAC, and once it was entered, `codeUsedAt`, the
 * token is the one of the page that it was entered on. Both are null where an address was sent.
 * In the browser that has asked for it, which holds what `browserHash` is the hash of, its first digits are enough: their
 * HMAC is `shortIndex`, and after five wrong ones (`wrongCodes`) the case has ended.
 */
export type SecureLink = {
  id: string;
  tokenHash: string;
  authenticationRequest: string;
  card: CardReference;
  lastFour: LastFour;
  customer: string;
  language: Language;
  channel: Channel;
  askedFrom: AskedFrom;
  askedAt: Instant;
  countedAt: Instant;
  expiresAt: Instant;
  codeIndex: string | null;
  codeUsedAt: Instant | null;
  browserHash: string | null;
  shortIndex: string | null;
  wrongCodes: number;
  /** The HMAC of the phone that it went to: it proves that one alone. Null where an earlier version has sent it. */
  phoneIndex: string | null;
};

export const SecureLinks = new EntitySchema<SecureLink>({
  name: 'secure_links',
  columns: {
    id: key,
    tokenHash: text,
    authenticationRequest: text,
    card: text,
    lastFour: text,
    customer: text,
    language: text,
    channel: text,
    askedFrom: { ...text, default: 'anywhere' },
    askedAt: text,
    countedAt: text,
    expiresAt: text,
    codeIndex: optionalText,
    codeUsedAt: optionalText,
    browserHash: optionalText,
    shortIndex: optionalText,
    wrongCodes: { ...count, default: 0 },
    phoneIndex: optionalText,
  },
  uniques: [{ columns: ['tokenHash'] }],
  indices: [
    { name: 'secure_links_card', columns: ['card'] },
    { name: 'secure_links_customer', columns: ['customer'] },
    { name: 'secure_links_expires_at', columns: ['expiresAt'] },
    {
      name: 'secure_links_code',
      columns: ['codeIndex'],
      unique: true,
      where: 'code_index IS NOT NULL',
    },
    {
      name: 'secure_links_browser',
      columns: ['browserHash'],
      unique: true,
      where: 'browser_hash IS NOT NULL',
    },
  ],
});
