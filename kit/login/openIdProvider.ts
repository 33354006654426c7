import * as openid from 'openid-client';
import { type Fetch, fetchOverTls } from '../http/tls/fetchOverTls.ts';
import { type Clock, hours } from '../time.ts';
import {
  type Checks,
  type IdentifiedPerson,
  type IdentityProvider,
  LoginFailed,
} from './identityProvider.ts';
import type { ProviderAddress } from './loginSettings.ts';
import { hasClaim, rolesIn } from './roles.ts';

/** Seconds that an answer of the provider may take, and that its clock and ours may be apart. */
const patience = 5;
const tolerance = 60;
/** How long the provider's own description counts. */
const describedFor = 24 * hours;

type OpenIdProviderDependencies = { at: ProviderAddress; clock: Clock; fetch?: Fetch };
type Claims = Record<string, unknown>;

/**
 * The bank's provider of OpenID Connect: the authorization code with PKCE (RFC 7636), state and nonce. Its description is
 * fetched with the first log-in, so that a provider that is down keeps no service from starting.
 */
export class OpenIdProvider implements IdentityProvider {
  readonly #at: ProviderAddress;
  readonly #clock: Clock;
  readonly #fetch: openid.CustomFetch;
  #described: { by: Promise<openid.Configuration>; since: number } | undefined;

  constructor({ at, clock, fetch = fetchOverTls(undefined, 'TLSv1.2') }: OpenIdProviderDependencies) {
    this.#at = at;
    this.#clock = clock;
    this.#fetch = fetch as unknown as openid.CustomFetch;
  }

  async begins(back: string, { state, nonce, verifier }: Checks): Promise<string> {
    const provider = await this.#provider();
    const challenge = await openid.calculatePKCECodeChallenge(verifier);
    return openid.buildAuthorizationUrl(provider, {
      ...{ redirect_uri: back, scope: this.#at.scope, state, nonce },
      ...{ code_challenge: challenge, code_challenge_method: 'S256' },
    }).href;
  }

  async identifies(came: URL, { state, nonce, verifier }: Checks): Promise<IdentifiedPerson> {
    const provider = await this.#provider();
    try {
      const tokens = await openid.authorizationCodeGrant(provider, came, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new LoginFailed('failed');
      const all = await this.#withUserInfo(provider, claims, tokens.access_token);
      return { ...named(claims.sub, all), roles: rolesIn(all, this.#at.roles), hint: tokens.id_token };
    } catch (error) {
      throw failure(error);
    }
  }

  async ends(hint: string | undefined, back: string): Promise<string> {
    const provider = await this.#provider();
    if (provider.serverMetadata().end_session_endpoint === undefined) return back;
    return openid.buildEndSessionUrl(provider, {
      post_logout_redirect_uri: back,
      ...(hint !== undefined && { id_token_hint: hint }),
    }).href;
  }

  /** Many providers say who belongs to which group at the UserInfo Endpoint alone. */
  async #withUserInfo(
    provider: openid.Configuration,
    claims: openid.IDToken,
    accessToken: string,
  ): Promise<Claims> {
    const isComplete = hasClaim(claims, this.#at.roles) && claims.preferred_username !== undefined;
    if (isComplete || provider.serverMetadata().userinfo_endpoint === undefined) return claims;
    const more = await openid.fetchUserInfo(provider, accessToken, claims.sub);
    return { ...more, ...claims };
  }

  /** What is described is asked for again where it was not to be had, and once a day. */
  async #provider(): Promise<openid.Configuration> {
    const now = this.#clock().getTime();
    if (this.#described === undefined || now - this.#described.since > describedFor) {
      const by = this.#describe();
      this.#described = { by, since: now };
      by.catch(() => {
        this.#described = undefined;
      });
    }
    return this.#described.by.catch((cause: unknown) => {
      throw new LoginFailed('unavailable', cause);
    });
  }

  async #describe(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.#at;
    const metadata = {
      client_secret: clientSecret,
      [openid.clockTolerance]: tolerance,
      // The library takes its time from the machine; ours comes from the clock that was given.
      [openid.clockSkew]: Math.round((this.#clock().getTime() - Date.now()) / 1000),
    };
    const authentication: openid.ClientAuth = (server, ...asked) => {
      // What is to be used where the provider does not say (OpenID Connect Discovery 1.0, section 3).
      const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
      const isBasic = methods.includes('client_secret_basic');
      const way = isBasic ? openid.ClientSecretBasic : openid.ClientSecretPost;
      way(clientSecret)(server, ...asked);
    };
    return openid.discovery(new URL(issuer), clientId, metadata, authentication, {
      [openid.customFetch]: this.#fetch,
      timeout: patience,
      execute: [
        openid.enableNonRepudiationChecks,
        ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
      ],
    });
  }
}

function named(subject: string, claims: Claims): Pick<IdentifiedPerson, 'subject' | 'login' | 'name'> {
  const said = [claims.preferred_username, claims.email, claims.name, subject].filter(isText);
  const [login = subject] = said;
  return { subject, login, name: isText(claims.name) ? claims.name : login };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function failure(error: unknown): LoginFailed {
  if (error instanceof LoginFailed) return error;
  if (error instanceof openid.AuthorizationResponseError) {
    const isDown = ['temporarily_unavailable', 'server_error'].includes(error.error);
    return new LoginFailed(isDown ? 'unavailable' : 'refused', error);
  }
  const isRefusal =
    error instanceof openid.ResponseBodyError || error instanceof openid.WWWAuthenticateChallengeError;
  if (isRefusal) return new LoginFailed('failed', error);
  if (error instanceof openid.ClientError) {
    const { code = '', cause } = error;
    const status = Number(Object(cause).status ?? 0);
    const isDown = code === 'OAUTH_TIMEOUT' || status >= 500;
    return new LoginFailed(isDown ? 'unavailable' : 'failed', error);
  }
  // What fetch rejects with: nobody answered.
  return new LoginFailed('unavailable', error);
}
