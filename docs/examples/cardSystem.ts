// A bank's card system for Thawline that needs nothing but Node 24; docs/card-system.md says what it promises.
// `CARD_SYSTEM_TOKEN=… node cardSystem.ts` serves it on http://127.0.0.1:4010, and `npx thawline conformance` tries it.
// Everything is in memory here. In your own, `once` and the method that it calls are one transaction.
import { createServer, type IncomingMessage, type Server } from 'node:http';

export type Card = { number: string; phone: string; password: string; isClosed?: boolean } & {
  freezes: Set<string>;
  version: number;
  wrongPasswords: number;
  isPasswordShown: boolean;
};
export type Message = { cardNumber: string; reason: string; password: string } & {
  version: number;
  reservedVersion: number;
};
export type Answer = { status: number; body: object };
type Address = { takes: Record<string, (value: unknown) => boolean>; key?: true };

const number = (value: unknown) => typeof value === 'string' && /^\d{13,19}$/.test(value);
const whole = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const text = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length < 100;
const mostWrongPasswords = 3;

export class CardSystem {
  readonly #token: string;
  readonly cards: Map<string, Card>;
  /** A table of yours, written by the transaction that makes the answer true, and kept for 30 days. */
  readonly answers = new Map<string, { request: string; answer: Promise<object> }>();

  constructor(token: string, cards: readonly Card[]) {
    this.#token = token;
    this.cards = new Map(cards.map((card) => [card.number, card]));
  }

  /** What each address takes and does; `key`: it has an effect, and needs an Idempotency-Key. */
  readonly addresses: Record<string, Address & { does: (given: Message) => Promise<object> }> = {
    'card-look-ups': { takes: { cardNumber: number }, does: (given) => this.lookUp(given) },
    unfreezings: {
      takes: { cardNumber: number, version: whole, reservedVersion: whole },
      key: true,
      does: (given) => this.unfreeze(given),
    },
    freezings: {
      takes: { cardNumber: number, reason: text },
      key: true,
      does: (given) => this.freeze(given),
    },
    'password-verifications': {
      takes: { cardNumber: number, password: text },
      key: true,
      does: (given) => this.verifyPassword(given),
    },
  };

  async lookUp({ cardNumber }: Message): Promise<object> {
    const card = this.cards.get(cardNumber);
    if (!card) return { card: null };
    const { isClosed, freezes, version, phone } = card;
    const status = isClosed ? 'closed' : freezes.size > 0 ? 'frozen' : 'active';
    const reserved = { version: 1, identityDocument: null, transactionPassword: { checkedBy: 'cardSystem' } };
    const customer = { id: `customer of ${cardNumber.slice(-4)}`, phone, language: 'en', reserved };
    return { card: { status, freezes: [...freezes], version, customer } };
  }

  /** Compared and lifted in one: a freeze that was added meanwhile has made another version, and stands. */
  async unfreeze({ cardNumber, version, reservedVersion }: Message): Promise<object> {
    const card = this.cards.get(cardNumber);
    const isSame = card?.version === version && reservedVersion === 1;
    if (!isSame || card.freezes.size === 0) return { outcome: 'notUnfrozen' };
    card.freezes.clear();
    card.version += 1;
    // Nothing but the right password resets the counter.
    if (card.isPasswordShown) card.wrongPasswords = 0;
    return { outcome: 'unfrozen', version: card.version };
  }

  async freeze({ cardNumber, reason }: Pick<Message, 'cardNumber' | 'reason'>): Promise<object> {
    const card = this.cards.get(cardNumber);
    if (!card || card.isClosed) return { outcome: 'notFrozen' };
    if (!card.freezes.has(reason)) card.version += 1;
    card.freezes.add(reason);
    return { outcome: 'frozen' };
  }

  async verifyPassword({ cardNumber, password }: Message): Promise<object> {
    const card = this.cards.get(cardNumber);
    if (!card) return { matched: false };
    card.isPasswordShown = card.password === password;
    if (!card.isPasswordShown) card.wrongPasswords += 1;
    if (!card.isPasswordShown && card.wrongPasswords >= mostWrongPasswords)
      await this.freeze({ cardNumber, reason: 'transactionPasswordErrors' });
    return { matched: card.isPasswordShown };
  }

  /** The same key and request get the first answer and have one effect. @returns undefined for another request */
  async once(key: string, request: string, does: () => Promise<object>): Promise<object | undefined> {
    const before = this.answers.get(key);
    if (before) return before.request === request ? before.answer : undefined;
    const answer = does();
    this.answers.set(key, { request, answer });
    return answer;
  }

  async answer(
    path: string,
    headers: IncomingMessage['headers'],
    body: () => Promise<string>,
  ): Promise<Answer> {
    if (headers.authorization !== `Bearer ${this.#token}`) return refusal(401, 'tokenInvalid');
    if (path === 'readiness') return { status: 200, body: {} };
    const address = Object.hasOwn(this.addresses, path) ? this.addresses[path] : undefined;
    if (!address) return refusal(404, 'addressUnknown');
    const request = await body();
    const given: Message = Object(JSON.parse(request));
    const fits = Object.entries(address.takes).every(([name, is]) => is(Object(given)[name]));
    if (!fits) return refusal(400, 'messageInvalid');
    if (!address.key) return { status: 200, body: await address.does(given) };
    const key = headers['idempotency-key'];
    if (typeof key !== 'string') return refusal(400, 'idempotencyKeyMissing');
    const done = await this.once(key, `${path} ${request}`, () => address.does(given));
    return done ? { status: 200, body: done } : refusal(422, 'idempotencyKeyReused');
  }

  serve(): Server {
    return createServer(async (incoming, outgoing) => {
      const read = async () => Buffer.concat(await Array.fromAsync(incoming)).toString();
      // What is no JSON, or was cut off in the middle, has asked for nothing.
      const answer = this.answer((incoming.url ?? '').replace('/v1/', ''), incoming.headers, read);
      const { status, body } = await answer.catch(() => refusal(400, 'messageInvalid'));
      outgoing.statusCode = status;
      outgoing.setHeader('Content-Type', status === 200 ? 'application/json' : 'application/problem+json');
      outgoing.end(JSON.stringify(body));
    });
  }
}

function refusal(status: number, code: string): Answer {
  return { status, body: { type: 'about:blank', title: code, status, detail: code, code } };
}

/** The cards that docs/examples/testCards.json names. */
export function exampleCards(): Card[] {
  const fresh = { version: 1, wrongPasswords: 0, isPasswordShown: false };
  const whose = { phone: '+12025550177', password: '493817' };
  return [
    { number: '6217000000000000012', freezes: new Set(['customerRequest']), ...whose, ...fresh },
    { number: '6217000000000000020', freezes: new Set(), isClosed: true, ...whose, ...fresh },
  ];
}

const token = process.env.CARD_SYSTEM_TOKEN;
if (import.meta.main && token) new CardSystem(token, exampleCards()).serve().listen(4010, '127.0.0.1');
