import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Activity } from 'botbuilder';
import { type ServiceClientCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

export const appId = '11111111-2222-4333-8444-555555555555';
const issuer = 'https://api.botframework.com';

/** The claims of a token, where a test needs a bad one. */
export type TokenWish = {
  issuer?: string;
  audience?: string;
  serviceurl?: string | undefined;
  expires?: Date;
  kid?: string;
  alg?: string;
};

/** The Bot Framework's side: it publishes its keys, signs tokens, and takes the bot's replies. */
export class ChannelsService {
  /** What the bot sent, oldest first. */
  readonly replies: Activity[] = [];
  /** The `Authorization` headers of the replies. */
  readonly shown: (string | undefined)[] = [];
  /** Whether replies are refused. */
  isBroken = false;
  /** How many replies are taken before they are refused. */
  takes = Number.POSITIVE_INFINITY;
  /** Whether nothing is to be had. */
  isAway = false;
  readonly #key: CryptoKey;
  readonly #jwk: object;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  private constructor(key: CryptoKey, jwk: object) {
    this.#key = key;
    this.#jwk = jwk;
  }

  static async listening(): Promise<ChannelsService> {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const service = new ChannelsService(privateKey, await exportJWK(publicKey));
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get metadata(): string {
    return `${this.url}/openid`;
  }

  /** A token of Teams, good unless something else is wished. */
  async authorization(now: Date, wish: TokenWish = {}): Promise<string> {
    const serviceurl = 'serviceurl' in wish ? wish.serviceurl : this.url;
    const token = await new SignJWT(serviceurl === undefined ? {} : { serviceurl })
      .setProtectedHeader({ alg: wish.alg ?? 'RS256', kid: wish.kid ?? 'teams' })
      .setIssuer(wish.issuer ?? issuer)
      .setAudience(wish.audience ?? appId)
      .setExpirationTime(wish.expires ?? new Date(now.getTime() + 60_000))
      .sign(this.#key);
    return `Bearer ${token}`;
  }

  /** What the bot said, as the ids of its sentences. */
  messageIds(): string[] {
    return this.replies.map(({ channelData }) => channelData?.thawline.messageId);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (this.isAway) return send(503, {});
    if (request.url === '/openid') return send(200, { jwks_uri: `${this.url}/keys` });
    if (request.url === '/keys') {
      const teams = { ...this.#jwk, kid: 'teams', use: 'sig', endorsements: ['msteams'] };
      const others = ['slack', 'directline', 'thawline-sms'];
      return send(200, {
        keys: [
          teams,
          { ...teams, kid: 'other', endorsements: ['webchat'] },
          { ...teams, kid: 'others', endorsements: others },
        ],
      });
    }
    if (this.isBroken || this.replies.length >= this.takes) return send(403, {});
    this.shown.push(request.headers.authorization);
    this.replies.push((await json(request)) as Activity);
    return send(201, { id: `reply-${this.replies.length}` });
  }
}

/** Shows a fixed token where the real one would ask Microsoft's directory for it. */
export class FixedToken extends ServiceClientCredentialsFactory {
  override isValidAppId = async (id: string) => id === appId;
  override isAuthenticationDisabled = async () => false;
  override async createCredentials(): Promise<ServiceClientCredentials> {
    return {
      async signRequest(request) {
        request.headers.set('Authorization', 'Bearer ours');
        return request;
      },
    };
  }
}
