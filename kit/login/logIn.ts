import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { RequestRefused } from '../http/errorAnswers.ts';
import type { RouteGroup } from '../http/httpServer.ts';
import type { NetworkAddress } from '../http/networkAddress.ts';
import { RequestLimit } from '../http/requestLimit.ts';
import type { RotatingSecret } from '../rotatingSecret.ts';
import { type Clock, minutes } from '../time.ts';
import { Cookie } from './cookies.ts';
import { type Checks, type Failure, type IdentityProvider, LoginFailed } from './identityProvider.ts';
import { assertOwnPage, ownOrigin } from './ownOrigin.ts';
import type { Role } from './roles.ts';
import type { Person, Sessions } from './sessions.ts';
import { LogInsUnderWay } from './underWay.ts';

type LogInDependencies = {
  /** The path of the page that people log in to, such as `/desk`. Its cookies are named after it. */
  page: `/${string}`;
  provider: IdentityProvider;
  sessions: Sessions;
  /** The address of this service as browsers know it; asked at each request, since it can follow from the port. */
  publicUrl: () => string;
  /** Under which a log-in that is under way is closed. */
  secret: RotatingSecret;
  networkAddress: NetworkAddress;
  clock: Clock;
  log: Logger;
};

/** What a guarded address does for who is logged in. */
export type Guarded = (request: Request, response: Response, person: Person) => Promise<unknown>;

/** Why the page is shown instead of what it is for; it stands in its address as `?login=`. */
export type NotIn = Failure | 'withoutRole' | 'ended';

const startsPerMinute = 60;
/** So long somebody may take at the provider. */
const patience = 10 * minutes;

/**
 * The log-in of the bank's people to one page: `PAGE/login` leads to the provider, which sends back to `PAGE/callback`;
 * `POST PAGE/logout` ends both sessions and `GET PAGE/me` says who is logged in. What did not come to a session leads to
 * the page itself, with `?login=` and why.
 */
export class LogIn {
  readonly #parts: LogInDependencies;
  readonly #underWay: LogInsUnderWay;
  readonly #limit = new RequestLimit(startsPerMinute);
  #cookies: { session: Cookie; underWay: Cookie } | undefined;

  constructor(parts: LogInDependencies) {
    this.#parts = parts;
    const { secret, clock, page } = parts;
    this.#underWay = new LogInsUnderWay({ secret, clock, purpose: `log-in of ${page}`, patience });
  }

  /** The person who sends a request; undefined where nobody is logged in. */
  async person(request: IncomingMessage): Promise<Person | undefined> {
    const token = this.#cookie.session.read(request);
    return token === undefined ? undefined : this.#parts.sessions.find(token);
  }

  /**
   * Lets those in who have one of the roles. What changes something must come from a page of ours.
   * @returns a handler that throws RequestRefused `loginWanted`, `roleMissing`, `otherSite`
   */
  guarded(roles: readonly Role[], handler: Guarded): RequestHandler {
    return async (request, response) => {
      const person = await this.admitted(request, roles);
      response.setHeader('Cache-Control', 'no-store');
      await handler(request, response, person);
    };
  }

  /** Admits a request that has no route, such as an upgrade. @throws RequestRefused as `guarded` says */
  async admitted(request: IncomingMessage, roles: readonly Role[]): Promise<Person> {
    if (!isReading(request)) assertOwnPage(request, this.#parts.publicUrl());
    const person = await this.person(request);
    if (!person) throw new RequestRefused('loginWanted');
    if (!person.roles.some((role) => roles.includes(role))) throw new RequestRefused('roleMissing');
    return person;
  }

  get routes(): RouteGroup {
    const { page } = this.#parts;
    return (server: Server) => {
      server.get(`${page}/login`, this.#begins);
      server.get(`${page}/callback`, this.#comesBack);
      server.post(`${page}/logout`, this.#leaves);
      server.get(`${page}/me`, this.#says);
    };
  }

  readonly #begins: RequestHandler = async (request, response) => {
    await this.#limit.spend(this.#parts.networkAddress(request));
    const checks = { state: random(), nonce: random(), verifier: random() };
    const address = await this.#orWhy(() => this.#parts.provider.begins(this.#back(request), checks));
    if (typeof address !== 'string') return this.#toPage(request, response, address.why);
    this.#cookie.underWay.set(response, this.#underWay.keep(checks), patience / 1000);
    return goesTo(response, address);
  };

  readonly #comesBack: RequestHandler = async (request, response) => {
    const { sessions, provider } = this.#parts;
    const kept = this.#cookie.underWay.read(request);
    this.#cookie.underWay.clear(response);
    const checks: Checks | undefined = kept === undefined ? undefined : this.#underWay.opened(kept);
    if (!checks) return this.#toPage(request, response, 'failed');
    const came = new URL(`${this.#back(request)}?${request.getQuery()}`);
    const who = await this.#orWhy(() => provider.identifies(came, checks));
    if ('why' in who) return this.#toPage(request, response, who.why);
    if (who.roles.length === 0) return this.#toPage(request, response, 'withoutRole');
    const before = this.#cookie.session.read(request);
    if (before !== undefined) await sessions.end(before);
    this.#cookie.session.set(response, await sessions.begin(who));
    return this.#toPage(request, response);
  };

  readonly #leaves: RequestHandler = async (request, response) => {
    const { sessions, provider, publicUrl, page } = this.#parts;
    assertOwnPage(request, publicUrl());
    const token = this.#cookie.session.read(request);
    const hint = token === undefined ? undefined : await sessions.end(token);
    this.#cookie.session.clear(response);
    const back = `${ownOrigin(request, publicUrl())}${page}`;
    const address = await this.#orWhy(() => provider.ends(hint, back));
    // The session here is over, whether the provider can be told or not.
    const goTo = typeof address === 'string' ? address : `${back}?login=${address.why}`;
    response.setHeader('Cache-Control', 'no-store');
    response.json(200, { goTo });
  };

  readonly #says: RequestHandler = async (request, response) => {
    const person = await this.person(request);
    if (!person) throw new RequestRefused('loginWanted');
    const { login, name, roles } = person;
    response.setHeader('Cache-Control', 'no-store');
    response.json(200, { login, name, roles });
  };

  async #orWhy<Result>(work: () => Promise<Result>): Promise<Result | { why: Failure }> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LoginFailed)) throw error;
      const { why, cause } = error;
      // The cause's message may quote the address that the browser came back with: its kind alone is said.
      this.#parts.log.warn({ why, code: codeOf(cause) }, 'a log-in came to nothing');
      return { why };
    }
  }

  #toPage(request: Request, response: Response, notIn?: NotIn): void {
    const { page, publicUrl } = this.#parts;
    const query = notIn === undefined ? '' : `?login=${notIn}`;
    goesTo(response, `${ownOrigin(request, publicUrl())}${page}${query}`);
  }

  #back(request: Request): string {
    const { page, publicUrl } = this.#parts;
    return `${ownOrigin(request, publicUrl())}${page}/callback`;
  }

  get #cookie() {
    const { page, publicUrl } = this.#parts;
    const https = publicUrl().startsWith('https:');
    const name = `thawline-${page.slice(1)}`;
    this.#cookies ??= {
      session: new Cookie(name, { https }),
      underWay: new Cookie(`${name}-login`, { https }),
    };
    return this.#cookies;
  }
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

function goesTo(response: Response, address: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Location', address);
  response.send(303);
}

function codeOf(cause: unknown): string {
  const { code } = Object(cause) as { code?: unknown };
  return typeof code === 'string' ? code : 'none';
}
