import { argon2Sync, createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { demoCustomers } from '../../../demo/demoBank.ts';
import { cardSystemBase, cardSystemPosts } from '../../../services/cardSystem/remote/addresses.ts';
import type { ImportedCustomer } from '../../../services/import/importCustomers.ts';

type Path = keyof typeof cardSystemPosts;

/** What goes wrong with a request. */
export type Fault =
  /** Nothing. */
  | 'passes'
  /** Cut off before anything was done. */
  | 'lostOnTheWay'
  /** Done, and then cut off. */
  | 'resetAfterCommit'
  /** Done, and never answered. */
  | 'answerHeld'
  /** Answered 500, and nothing was done. */
  | 'serverError'
  /** Done and answered, a little late. */
  | 'slow'
  /** Done, and answered with something else. */
  | { answers: unknown }
  /** Not done, and answered as if it were. */
  | { lies: unknown };

type StubCard = {
  number: string;
  status: 'active' | 'frozen' | 'closed';
  freezes: Set<string>;
  version: number;
  passwordErrors: number;
  customer: ImportedCustomer;
  /** The dates as the bank writes them, where it has them. */
  dates: { frozenAt?: string | null; phoneChangedAt?: string | null; passwordChangedAt?: string | null };
};

type Options = {
  customers?: ImportedCustomer[];
  verifiesPasswords?: boolean;
  byToken?: boolean;
  tls?: ServerOptions;
};

/** A token as a vault makes it: of as many digits, another number each, with the last four of the card. */
export function cardTokenOf(number: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(number).digest('hex')}`).toString();
  return `9${digits.slice(0, 14)}${number.slice(-4)}`;
}

export const cardSystemToken = 'the-token-of-a-card-system-in-a-test';
const mostPasswordErrors = 3;

/** A bank's card system behind the API of `docs/card-system.md`, with everything in memory: the reference for it. */
export class CardSystemStub {
  /** What the next requests to an address meet; after these all pass. */
  readonly faults: Partial<Record<Path, Fault[]>> = {};
  /** Done once, right after the next request to an address was. */
  readonly afterNext: Partial<Record<Path, () => void>> = {};
  /** Every request that came, by its address. */
  readonly requests: { path: Path; key: string | undefined; body: string; trace?: string | undefined }[] = [];
  isReady = true;
  readonly #cards: Map<string, StubCard>;
  readonly #reservedVersions = new Map<ImportedCustomer, number>();
  readonly #answers = new Map<string, { request: string; answer: object }>();
  readonly #verifiesPasswords: boolean;
  /** What it calls a card. */
  readonly #nameOf: (number: string) => string;
  /** What it lets in. */
  readonly tokens = new Set([cardSystemToken]);
  readonly #protocol: 'http' | 'https';
  readonly #server: Server;

  private constructor({
    customers = demoCustomers(),
    verifiesPasswords = false,
    byToken = false,
    tls,
  }: Options) {
    const serve = (incoming: IncomingMessage, outgoing: ServerResponse) =>
      void this.#serve(incoming, outgoing);
    this.#protocol = tls ? 'https' : 'http';
    this.#server = tls ? createTlsServer(tls, serve) : createServer(serve);
    this.#nameOf = byToken ? cardTokenOf : (number) => number;
    this.#verifiesPasswords = verifiesPasswords;
    const cards = customers.flatMap((customer) =>
      customer.cards.map(({ number, status, freezeReasons }): StubCard => {
        return {
          number,
          status,
          freezes: new Set(freezeReasons),
          version: 1,
          passwordErrors: 0,
          customer,
          dates: {},
        };
      }),
    );
    this.#cards = new Map(cards.map((card) => [this.#nameOf(card.number), card]));
  }

  static async open(options: Options = {}): Promise<CardSystemStub> {
    const stub = new CardSystemStub(options);
    await new Promise<void>((resolve) => stub.#server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  get url(): string {
    return `${this.#protocol}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where it is. A test waits long, so that only what it holds back itself is ever late. */
  address(patience = 15_000) {
    return { url: this.url, token: cardSystemToken, patience };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  card(number: string): StubCard {
    const card = this.#cards.get(this.#nameOf(number));
    if (!card) throw new Error('no such card');
    return card;
  }

  freeze(number: string, reason: string): void {
    const card = this.card(number);
    if (card.freezes.has(reason)) return;
    card.freezes.add(reason);
    card.status = 'frozen';
    card.version += 1;
  }

  /** Changes a card as a new password of its customer does. */
  changeReserved(number: string): void {
    const { customer } = this.card(number);
    this.#reservedVersions.set(customer, this.#reservedVersion(customer) + 1);
  }

  /** How many requests came to an address. */
  asked(path: Path): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(incoming)).toString();
    const path = (incoming.url ?? '').replace(`${cardSystemBase}/`, '');
    if (!this.tokens.has(incoming.headers.authorization?.replace('Bearer ', '') ?? ''))
      return problem(outgoing, 401, 'tokenInvalid');
    if (path === 'readiness')
      return this.isReady ? answer(outgoing, 200, {}) : problem(outgoing, 503, 'notReady');
    if (incoming.method !== 'POST' || !isPath(path)) return problem(outgoing, 404, 'addressUnknown');
    const key = incoming.headers['idempotency-key'];
    const trace = incoming.headers.traceparent?.toString();
    this.requests.push({ path, key: typeof key === 'string' ? key : undefined, body, trace });
    const fault = this.faults[path]?.shift();
    if (fault === 'lostOnTheWay') return void outgoing.destroy();
    if (fault === 'serverError') return problem(outgoing, 500, 'internal');
    if (fault === 'slow') await wait(100);
    if (typeof fault === 'object' && 'lies' in fault) return answer(outgoing, 200, fault.lies);
    const given = cardSystemPosts[path].takes.safeParse(JSON.parse(body));
    if (!given.success) return problem(outgoing, 400, 'messageInvalid');
    if (cardSystemPosts[path].idempotencyKey && typeof key !== 'string')
      return problem(outgoing, 400, 'idempotencyKeyMissing');
    const done = this.#once(path, key, body, given.data);
    if (!done) return problem(outgoing, 422, 'idempotencyKeyReused');
    this.afterNext[path]?.();
    delete this.afterNext[path];
    if (fault === 'resetAfterCommit') return void outgoing.destroy();
    if (fault === 'answerHeld') return;
    if (typeof fault === 'object') return answer(outgoing, 200, fault.answers);
    answer(outgoing, 200, done);
  }

  /** The same key and request get the same answer and have one effect. @returns undefined for another request */
  #once(path: Path, key: unknown, body: string, given: object): object | undefined {
    if (typeof key !== 'string') return this.#do(path, given);
    const request = `${path} ${body}`;
    const before = this.#answers.get(key);
    if (before) return before.request === request ? before.answer : undefined;
    const done = this.#do(path, given);
    this.#answers.set(key, { request, answer: done });
    return done;
  }

  #do(path: Path, given: object): object {
    if (path === 'card-searches') return this.#search(cardSystemPosts[path].takes.parse(given));
    const { cardNumber } = cardSystemPosts[path].takes.parse(given);
    const card = this.#cards.get(cardNumber);
    switch (path) {
      case 'card-tokens':
        return { cardToken: cardTokenOf(cardNumber) };
      case 'card-look-ups':
        return { card: card ? this.#handedOver(card) : null };
      case 'unfreezings':
        return unfreeze(card, cardSystemPosts.unfreezings.takes.parse(given), (customer) =>
          this.#reservedVersion(customer),
        );
      case 'freezings': {
        if (!card || card.status === 'closed') return { outcome: 'notFrozen' };
        this.freeze(card.number, cardSystemPosts.freezings.takes.parse(given).reason);
        return { outcome: 'frozen' };
      }
      case 'password-checks':
        if (!cardSystemPosts['password-checks'].takes.parse(given).matched) this.#countError(card);
        return { noted: true };
      case 'password-verifications': {
        const { password } = cardSystemPosts['password-verifications'].takes.parse(given);
        const matched = card?.customer.reserved.transactionPassword === password;
        if (!matched) this.#countError(card);
        return { matched };
      }
    }
  }

  #search({
    phone,
    lastFour,
    activeToo,
  }: {
    phone: string;
    lastFour: string;
    activeToo?: true | undefined;
  }): object {
    const found = [...this.#cards.values()].filter(
      ({ number, status, customer }) =>
        customer.phone === phone &&
        number.endsWith(lastFour) &&
        (status === 'frozen' || (activeToo && status === 'active')),
    );
    return { cardNumbers: found.map(({ number }) => this.#nameOf(number)) };
  }

  #countError(card: StubCard | undefined): void {
    if (!card) return;
    card.passwordErrors += 1;
    if (card.passwordErrors >= mostPasswordErrors) this.freeze(card.number, 'transactionPasswordErrors');
  }

  #handedOver({ status, freezes, version, customer, dates: { frozenAt, ...dates } }: StubCard): object {
    const { identityDocument, transactionPassword } = customer.reserved;
    const check = this.#verifiesPasswords
      ? { checkedBy: 'cardSystem' }
      : { checkedBy: 'thawline', verifier: transactionPassword && phc(transactionPassword) };
    return {
      status,
      freezes: [...freezes],
      version,
      ...(frozenAt !== undefined && { frozenAt }),
      customer: {
        ...dates,
        id: customer.latinName,
        phone: customer.phone,
        language: customer.language,
        reserved: {
          version: this.#reservedVersion(customer),
          identityDocument,
          transactionPassword: transactionPassword && check,
        },
      },
    };
  }

  #reservedVersion(customer: ImportedCustomer): number {
    return this.#reservedVersions.get(customer) ?? 1;
  }
}

function unfreeze(
  card: StubCard | undefined,
  { version, reservedVersion }: { version: number; reservedVersion: number },
  reservedVersionOf: (customer: ImportedCustomer) => number,
): object {
  const isSame = card?.version === version && reservedVersionOf(card.customer) === reservedVersion;
  if (!isSame || card.status !== 'frozen') return { outcome: 'notUnfrozen' };
  card.freezes.clear();
  card.status = 'active';
  card.passwordErrors = 0;
  card.version += 1;
  return { outcome: 'unfrozen', version: card.version };
}

const made = new Map<string, string>();

/** A verifier as a PHC string, made once for each password: it costs 40 ms. */
export function phc(password: string): string {
  const known = made.get(password);
  if (known) return known;
  const nonce = randomBytes(16);
  const parameters = { message: password, nonce, parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };
  const hash = argon2Sync('argon2id', parameters);
  const [salt, output] = [nonce, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  const verifier = `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${output}`;
  made.set(password, verifier);
  return verifier;
}

function isPath(path: string): path is Path {
  return Object.hasOwn(cardSystemPosts, path);
}

function answer(outgoing: ServerResponse, status: number, body: unknown): void {
  send(outgoing, status, 'application/json', body);
}

function problem(outgoing: ServerResponse, status: number, code: string): void {
  const body = { type: 'about:blank', title: code, status, detail: code, code };
  send(outgoing, status, 'application/problem+json', body);
}

/** Call by call: restify, where a test has loaded it too, lets `writeHead` return nothing. */
function send(outgoing: ServerResponse, status: number, contentType: string, body: unknown): void {
  outgoing.statusCode = status;
  outgoing.setHeader('Content-Type', contentType);
  outgoing.end(JSON.stringify(body));
}
