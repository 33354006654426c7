import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';

/** Where a link was asked for: on the telephone that it goes to, or anywhere else. Each has its own limit. */
export type AskedFrom = 'registeredPhone' | 'anywhere';

/**
 * A link to the secure form for a customer's registered phone. Only a hash of its token is stored. Whether it still
 * opens the form depends on its authentication request, whose user terminal is the link. `channel` is where it was
 * asked for, `askedFrom` whether from the customer's own phone; `countedAt` is a `SteadyTime`, for the limit of links.
 * Where a text may not hold an address, a code is sent: `codeIndex` is its HMAC. At `codeUsedAt` it was entered, and
 * the token is from then on the one of the page where it was entered. Both are null where an address was sent.
 * In the browser that asked for it, whose secret has the hash `browserHash`, the first digits of the code are enough:
 * `shortIndex` is their HMAC. After five wrong ones, counted in `wrongCodes`, the case ends.
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
  /**
   * The HMAC of the phone that it was sent to; the link proves that phone only. Null where an earlier version sent it.
   */
  phoneIndex: string | null;
};

export const SecureLinkRows = new EntitySchema<SecureLink>({
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
