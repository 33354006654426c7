import { randomUUID } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { UnfreezeError } from '../../../kit/errors.ts';
import { newestOf, type RotatingSecret } from '../../../kit/rotatingSecret.ts';
import { type Clock, hours, later, minutes, seconds } from '../../../kit/time.ts';

/**
 * What a token stands for, in the claims that Direct Line's own tokens have: the conversation, the user (the
 * official client reads `user` from the token and then takes no other), and the locale the page asked in.
 */
const Claims = z.object({
  conv: z.string(),
  user: z.string().optional(),
  locale: z.string().optional(),
  /** When its conversation's first token was made, in seconds; one of an earlier version does not say so. */
  beg: z.number().optional(),
  iat: z.number(),
});

/** `begunAt`, in milliseconds: when the first token of the conversation was made. */
export type Grant = {
  conversationId: string;
  userId?: string | undefined;
  locale?: string | undefined;
  begunAt?: number | undefined;
};

/** Something that may be done once between two moments, in milliseconds. */
export type Once = (subject: string, between: { begun: number; until: number }) => Promise<boolean>;

const issuer = 'thawline';
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

  issue(grant: Grant): Promise<string> {
    return this.#sign(grant, conversations);
  }

  issueTicket(grant: Grant): Promise<string> {
    return this.#sign(grant, streams);
  }

  /** @throws UnfreezeError `tokenExpired`, `tokenInvalid` */
  verify(token: string): Promise<Grant> {
    return this.#verify(token, conversations.audience);
  }

  /**
   * A ticket opens one stream, once: it stands in a URL.
   * @throws UnfreezeError `tokenExpired`, `tokenInvalid`, and `tokenForeign` for another conversation's ticket
   */
  async verifyTicket(ticket: string, conversationId: string): Promise<Grant> {
    const grant = ofConversation(await this.#verify(ticket, streams.audience), conversationId);
    const { jti = '', iat = 0, exp = 0 } = decodeJwt(ticket);
    if (await this.#once(`ticket ${jti}`, { begun: iat * seconds, until: exp * seconds })) return grant;
    throw new UnfreezeError('tokenExpired', 'a ticket was used again');
  }

  #sign(
    { conversationId, userId, locale, begunAt }: Grant,
    { audience, lifetime }: { audience: string; lifetime: number },
  ): Promise<string> {
    const now = this.#clock();
    const begun = begunAt ?? now.getTime();
    const ends = Math.min(later(now, lifetime).getTime(), begun + longest);
    return new SignJWT({
      conv: conversationId,
      ...(userId && { user: userId }),
      ...(locale && { locale }),
      beg: Math.floor(begun / seconds),
    })
      .setJti(randomUUID())
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(new Date(ends))
      .sign(newestOf(this.#keys));
  }

  async #verify(token: string, audience: string): Promise<Grant> {
    try {
      const payload = await this.#opened(token, audience);
      const { conv, user, locale, beg, iat } = Claims.parse(payload);
      return { conversationId: conv, userId: user, locale, begunAt: (beg ?? iat) * seconds };
    } catch (cause) {
      const code = cause instanceof errors.JWTExpired ? 'tokenExpired' : 'tokenInvalid';
      throw new UnfreezeError(code, `a token was refused: ${code}`);
    }
  }

  /**
   * Opens a token with the key that has signed it. A rotated key opens what it has signed until that has expired, which
   * is soon.
   */
  async #opened(token: string, audience: string): Promise<JWTPayload> {
    const keys = this.#keys();
    for (const [place, key] of keys.entries()) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer,
          audience,
          requiredClaims: ['exp', 'iat'],
          currentDate: this.#clock(),
        });
        return payload;
      } catch (error) {
        const isSigned = !(error instanceof errors.JWSSignatureVerificationFailed);
        if (isSigned || place === keys.length - 1) throw error;
      }
    }
    throw new Error('no key');
  }
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
