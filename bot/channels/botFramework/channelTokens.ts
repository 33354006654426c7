import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import { UnfreezeError } from '../../../kit/errors.ts';
import { type Clock, hours, seconds } from '../../../kit/time.ts';

/** The address where the Bot Framework publishes its signing keys, and the issuer in its tokens. */
const botFramework = {
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
};

type Options = {
  /** The bot's registration: tokens must be for it. */
  appId: string;
  clock: Clock;
  metadata?: string;
};

type Keys = ReturnType<typeof createRemoteJWKSet>;

const Metadata = z.object({ jwks_uri: z.url() });
/** The channels that a key may speak for stand in its own `endorsements`. */
const Endorsed = z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).default([]) });
const Claims = z.object({ serviceurl: z.url() });

const keysGoodFor = 24 * hours;
const patience = 5 * seconds;

/**
 * The tokens by which a channel of the Bot Framework shows who it is (Bot Framework REST, "Authenticate requests
 * from the Bot Connector service to your bot", steps 2 to 4). Checked here and not by the SDK, which lets pass a
 * token without `serviceurl`, takes those of emulators and other bots by other ways, and prints what it refuses.
 */
export class ChannelTokens {
  readonly #options: Options & { metadata: string };
  #keys: { at: number; keys: Promise<Keys> } | undefined;

  constructor({ metadata = botFramework.metadata, ...options }: Options) {
    this.#options = { ...options, metadata };
  }

  /** The id of the registration that tokens are for. */
  get appId(): string {
    return this.#options.appId;
  }

  /**
   * @param of what the activity says of itself; the token must say the same
   * @throws UnfreezeError `tokenInvalid`, `tokenExpired`, `tokenForeign`; `storeUnavailable` where no key can be had
   */
  async verify(authorization: string, of: { channelId: string; serviceUrl: string }): Promise<JWTPayload> {
    const token = /^Bearer +(\S+)$/.exec(authorization)?.[1];
    if (token === undefined) throw new UnfreezeError('tokenInvalid', 'a channel showed no token');
    const { appId, clock } = this.#options;
    const keys = await this.#signingKeys();
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256', 'RS384', 'RS512'],
      issuer: botFramework.issuer,
      audience: appId,
      requiredClaims: ['exp'],
      clockTolerance: '5 minutes',
      currentDate: clock(),
    }).catch(refuse);
    const { success, data } = Claims.safeParse(payload);
    if (!success || data.serviceurl !== of.serviceUrl) {
      throw new UnfreezeError('tokenForeign', 'a token was shown for another service address');
    }
    if (!endorsements(keys, protectedHeader.kid).includes(of.channelId)) {
      throw new UnfreezeError('tokenForeign', 'a key does not speak for that channel');
    }
    return payload;
  }

  #signingKeys(): Promise<Keys> {
    const now = this.#options.clock().getTime();
    if (!this.#keys || now - this.#keys.at > keysGoodFor || now < this.#keys.at) {
      const keys = this.#fetchKeys();
      this.#keys = { at: now, keys };
      // What failed is asked for again by the next request.
      keys.catch(() => {
        this.#keys = undefined;
      });
    }
    return this.#keys.keys;
  }

  async #fetchKeys(): Promise<Keys> {
    try {
      const { metadata } = this.#options;
      const response = await fetch(metadata, { signal: AbortSignal.timeout(patience), redirect: 'error' });
      const { jwks_uri } = Metadata.parse(await response.json());
      return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: patience });
    } catch (cause) {
      throw new UnfreezeError('storeUnavailable', 'the signing keys of the Bot Framework cannot be had', {
        cause,
      });
    }
  }
}

function endorsements(keys: Keys, kid: string | undefined): string[] {
  const own = keys.jwks()?.keys.find((key) => key.kid === kid);
  const endorsed = Endorsed.safeParse(own);
  return endorsed.success ? endorsed.data.endorsements : [];
}

const unreachable = [errors.JWKSTimeout, errors.JWKSInvalid];

/** Without its cause, which holds the token's claims. */
function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new UnfreezeError('tokenExpired', 'a token has expired');
  if (unreachable.some((kind) => error instanceof kind) || !(error instanceof errors.JOSEError)) {
    throw new UnfreezeError('storeUnavailable', 'the signing keys of the Bot Framework cannot be had');
  }
  throw new UnfreezeError('tokenInvalid', 'a token was refused');
}
