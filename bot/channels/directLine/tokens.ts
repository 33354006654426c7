import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { UnfreezeError } from '../../../kit/errors.ts';
import { type Clock, later, minutes, seconds } from '../../../kit/time.ts';

/**
 * What a token stands for, in the claims that Direct Line's own tokens have: the conversation, the user (the
 * official client reads `user` from the token and then takes no other), and the locale the page asked in.
 */
const Claims = z.object({
  conv: z.string(),
  user: z.string().optional(),
  locale: z.string().optional(),
});

export type Grant = { conversationId: string; userId?: string | undefined; locale?: string | undefined };

const issuer = 'thawline';
const conversations = { audience: 'directline', lifetime: 30 * minutes };
/** A ticket stands in a URL, which logs and proxies keep: long enough to connect once, and no longer. */
const streams = { audience: 'directline-stream', lifetime: 60 * seconds };

/** How long a token is good for, in seconds. */
export const tokenLifetime = conversations.lifetime / seconds;

/** Tokens for one conversation (JWT, RFC 7519, under HS256), and the tickets that open its stream. */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  /** @param key 32 bytes; anything else is refused, since HS256 is as strong as its key */
  constructor({ key, clock }: { key: Uint8Array; clock: Clock }) {
    if (key.length !== 32) {
      throw new UnfreezeError(
        'keysUnusable',
        `the key of the Direct Line tokens has ${key.length} bytes, not 32`,
      );
    }
    this.#key = key;
    this.#clock = clock;
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

  /** @throws UnfreezeError `tokenExpired`, `tokenInvalid`, and `tokenForeign` for another conversation's ticket */
  async verifyTicket(ticket: string, conversationId: string): Promise<Grant> {
    return ofConversation(await this.#verify(ticket, streams.audience), conversationId);
  }

  #sign(
    { conversationId, userId, locale }: Grant,
    { audience, lifetime }: { audience: string; lifetime: number },
  ): Promise<string> {
    const now = this.#clock();
    return new SignJWT({ conv: conversationId, ...(userId && { user: userId }), ...(locale && { locale }) })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(later(now, lifetime))
      .sign(this.#key);
  }

  async #verify(token: string, audience: string): Promise<Grant> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        issuer,
        audience,
        requiredClaims: ['exp'],
        currentDate: this.#clock(),
      });
      const { conv, user, locale } = Claims.parse(payload);
      return { conversationId: conv, userId: user, locale };
    } catch (cause) {
      const code = cause instanceof errors.JWTExpired ? 'tokenExpired' : 'tokenInvalid';
      throw new UnfreezeError(code, `a token was refused: ${code}`);
    }
  }
}

/** @throws UnfreezeError `tokenForeign` when the grant is for another conversation */
export function ofConversation(grant: Grant, conversationId: string): Grant {
  if (grant.conversationId === conversationId) return grant;
  throw new UnfreezeError('tokenForeign', 'a token was shown for another conversation');
}
