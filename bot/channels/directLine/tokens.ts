import { createHmac, type KeyObject, randomUUID, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { UnfreezeError } from '../../../kit/errors.ts';
import { newestOf, type RotatingSecret } from '../../../kit/rotatingSecret.ts';
import { type Clock, hours, later, minutes, seconds } from '../../../kit/time.ts';

const issuer = 'thawline';
/** The header of all tokens, `{"alg":"HS256"}`. One with any other is refused, whatever signs it. */
const header = 'eyJhbGciOiJIUzI1NiJ9';

/**
 * What a token stands for, in the claims that Direct Line's own tokens have: the conversation, the user (the
 * official client reads `user` from the token and then takes no other), and the locale the page asked in.
 */
const Claims = z.object({
  iss: z.literal(issuer),
  aud: z.string(),
  jti: z.string(),
  exp: z.number(),
  conv: z.string(),
  user: z.string().optional(),
  locale: z.string().optional(),
  /** When its conversation's first token was made, in seconds; one of an earlier version does not say so. */
  beg: z.number().optional(),
  iat: z.number(),
});
type Claims = z.infer<typeof Claims>;

/** `begunAt`, in milliseconds: when the first token of the conversation was made. */
export type Grant = {
  conversationId: string;
  userId?: string | undefined;
  locale?: string | undefined;
  begunAt?: number | undefined;
};

/** Something that may be done once between two moments, in milliseconds. */
export type Once = (subject: string, between: { begun: number; until: number }) => Promise<boolean>;

const conversations = { audience: 'directline', lifetime: 30 * minutes };
/** However often they are renewed, the tokens of a conversation end then: one that was stolen is good for no longer. */
const longest = 24 * hours;
/** A ticket stands in a URL, which logs and proxies keep: long enough to connect once, and no longer. */
const streams = { audience: 'directline-stream', lifetime: 60 * seconds };

/** How long a token is good for, in seconds. */
export const tokenLifetime = conversations.lifetime / seconds;

/** Tokens for one conversation (JWT, RFC 7519, under HS256), and the tickets that open its stream. */
export class ConversationTokens {
  readonly #keys: RotatingSecret;
  readonly #clock: Clock;
  readonly #once: Once;

  /**
   * @param keys of 32 bytes each; anything else is refused, since HS256 is as strong as its key
   * @param once tells whether a ticket is used for the first time, in whichever process
   */
  constructor({ keys, clock, once = firstHere() }: { keys: RotatingSecret; clock: Clock; once?: Once }) {
    for (const { symmetricKeySize: length } of keys())
      if (length !== 32)
        throw new UnfreezeError(
          'keysUnusable',
          `the key of the Direct Line tokens has ${length} bytes, not 32`,
        );
    this.#keys = keys;
    this.#clock = clock;
    this.#once = once;
  }

  async issue(grant: Grant): Promise<string> {
    return this.#sign(grant, conversations);
  }

  async issueTicket(grant: Grant): Promise<string> {
    return this.#sign(grant, streams);
  }

  /** @throws UnfreezeError `tokenExpired`, `tokenInvalid` */
  async verify(token: string): Promise<Grant> {
    return grantOf(this.#opened(token, conversations.audience));
  }

  /**
   * A ticket opens one stream, once: it stands in a URL.
   * @throws UnfreezeError `tokenExpired`, `tokenInvalid`, and `tokenForeign` for another conversation's ticket
   */
  async verifyTicket(ticket: string, conversationId: string): Promise<Grant> {
    const claims = this.#opened(ticket, streams.audience);
    const grant = ofConversation(grantOf(claims), conversationId);
    const { jti, iat, exp } = claims;
    if (await this.#once(`ticket ${jti}`, { begun: iat * seconds, until: exp * seconds })) return grant;
    throw new UnfreezeError('tokenExpired', 'a ticket was used again');
  }

  #sign(
    { conversationId, userId, locale, begunAt }: Grant,
    { audience, lifetime }: { audience: string; lifetime: number },
  ): string {
    const now = this.#clock();
    const begun = begunAt ?? now.getTime();
    const ends = Math.min(later(now, lifetime).getTime(), begun + longest);
    const claims: Claims = {
      conv: conversationId,
      ...(userId && { user: userId }),
      ...(locale && { locale }),
      beg: Math.floor(begun / seconds),
      jti: randomUUID(),
      iss: issuer,
      aud: audience,
      iat: Math.floor(now.getTime() / seconds),
      exp: Math.floor(ends / seconds),
    };
    const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return `${signed}.${signatureOf(signed, newestOf(this.#keys))}`;
  }

  /** Opens a token. A rotated key opens what it has signed until that has expired, which is soon. */
  #opened(token: string, audience: string): Claims {
    const [head, payload = '', signature = '', ...more] = token.split('.');
    const signed = `${head}.${payload}`;
    const isSigned = this.#keys().some((key) => isSame(signatureOf(signed, key), signature));
    if (head !== header || more.length > 0 || !isSigned) throw refused('tokenInvalid');
    const claims = claimsIn(payload);
    if (claims?.aud !== audience) throw refused('tokenInvalid');
    if (claims.exp <= Math.floor(this.#clock().getTime() / seconds)) throw refused('tokenExpired');
    return claims;
  }
}

/** The code of a signature under HS256 (RFC 7518, section 3.2). */
function signatureOf(signed: string, key: KeyObject): string {
  return createHmac('sha256', key).update(signed).digest('base64url');
}

/** Takes as long wherever they differ. */
function isSame(one: string, other: string): boolean {
  const [bytes, others] = [Buffer.from(one), Buffer.from(other)];
  return bytes.length === others.length && timingSafeEqual(bytes, others);
}

/** @returns undefined for what is none of ours */
function claimsIn(payload: string): Claims | undefined {
  try {
    return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  } catch {
    return undefined;
  }
}

function grantOf({ conv, user, locale, beg, iat }: Claims): Grant {
  return { conversationId: conv, userId: user, locale, begunAt: (beg ?? iat) * seconds };
}

function refused(code: 'tokenInvalid' | 'tokenExpired'): UnfreezeError {
  return new UnfreezeError(code, `a token was refused: ${code}`);
}

/** What this process has seen is all that counts where no other is told. */
function firstHere(): Once {
  const seen = new Map<string, number>();
  return async (subject, { begun, until }) => {
    for (const [one, end] of seen) if (end <= begun) seen.delete(one);
    if (seen.has(subject)) return false;
    seen.set(subject, until);
    return true;
  };
}

/** @throws UnfreezeError `tokenForeign` when the grant is for another conversation */
export function ofConversation(grant: Grant, conversationId: string): Grant {
  if (grant.conversationId === conversationId) return grant;
  throw new UnfreezeError('tokenForeign', 'a token was shown for another conversation');
}
