import { randomUUID } from 'node:crypto';
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  wrap,
} from 'cockatiel';
import * as z from 'zod';
import {
  AuthenticationAnswer,
  type AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import { NamedCard } from '../contract/card.ts';
import { CardStatusAnswer, type CardStatusQuery } from '../contract/cardStatusQuery.ts';
import type { CustomerServiceClient } from '../contract/customerServiceClient.ts';
import { type ErrorCode, UnfreezeError } from '../contract/errors.ts';
import type { ProcessorClient } from '../contract/processorClient.ts';
import { seconds } from '../contract/time.ts';
import { UnfreezeAnswer, type UnfreezeRequest } from '../contract/unfreezeRequest.ts';
import { type Fetch, fetchOverTls } from '../http/tls/fetchOverTls.ts';
import { base } from './addresses.ts';

const Problem = z.object({ code: z.string() });

/** What a caller of the clients may meet; any other code is trouble on our side. */
const refusals: readonly string[] = [
  'messageInvalid',
  'tooManyRequests',
  'authenticationRequestUnknown',
  'envelopeUnreadable',
  'envelopeForeign',
  'envelopeExpired',
  'envelopeReused',
] satisfies ErrorCode[];

/** No answer, or one that says to ask again: what became of the request is not known yet. */
class Unknown extends Error {}

type Options = {
  /** `http://127.0.0.1:3979`: where `npm run start:processor` listens. */
  url: string;
  /** Undefined where the certificate alone must do. */
  token?: string | undefined;
  /** How the other process is reached: with which certificates, and what it must show itself. */
  fetch?: Fetch;
  /** How long one try waits for its answer, in milliseconds. */
  patience?: number;
  /** How often it asks at most. */
  tries?: number;
};

/**
 * The bank's side in another process. A request whose answer was lost is asked again under the same
 * Idempotency-Key, so that its true outcome is learnt and it has one effect; after about ten seconds, or at once
 * while nothing answers at all, it is `storeUnavailable`.
 */
export class HttpBankClient implements CustomerServiceClient, ProcessorClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #fetch: Fetch;
  readonly #patience: number;
  readonly #policy: IPolicy;

  constructor({ url, token, fetch = fetchOverTls(), patience = 5 * seconds, tries = 6 }: Options) {
    this.#url = url.replace(/\/$/, '');
    this.#headers = {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    };
    this.#fetch = fetch;
    this.#patience = patience;
    const isUnknown = handleWhen((error) => error instanceof Unknown);
    this.#policy = wrap(
      retry(isUnknown, {
        maxAttempts: tries - 1,
        backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1 * seconds }),
      }),
      circuitBreaker(isUnknown, { halfOpenAfter: 2 * seconds, breaker: new ConsecutiveBreaker(20) }),
    );
  }

  async nameCard(cardNumber: string): Promise<NamedCard> {
    return answered(NamedCard, await this.#post('card-references', { cardNumber }));
  }

  async queryCardStatus(query: CardStatusQuery): Promise<CardStatusAnswer> {
    return answered(CardStatusAnswer, await this.#post('card-status-queries', query));
  }

  async requestUnfreezing(request: UnfreezeRequest): Promise<UnfreezeAnswer> {
    return answered(UnfreezeAnswer, await this.#post('unfreeze-requests', request));
  }

  async giveAuthenticationInformation({
    authenticationRequest,
    ...given
  }: AuthenticationInformation): Promise<AuthenticationAnswer> {
    const path = `authentication-requests/${encodeURIComponent(authenticationRequest)}/information`;
    return answered(AuthenticationAnswer, await this.#post(path, given));
  }

  /** Resolves when the bank's side says that it is ready. */
  async ready(): Promise<void> {
    const response = await this.#fetch(`${this.#url}/readyz`, {
      signal: AbortSignal.timeout(this.#patience),
    });
    if (!response.ok) throw new UnfreezeError('storeUnavailable', 'the bank’s side is not ready');
  }

  async #post(path: string, message: object): Promise<unknown> {
    const key = randomUUID();
    try {
      return await this.#policy.execute(() => this.#try(path, message, key));
    } catch (error) {
      if (!(error instanceof Unknown || error instanceof BrokenCircuitError)) throw error;
      throw new UnfreezeError('storeUnavailable', 'the bank’s side gave no answer', { cause: error });
    }
  }

  async #try(path: string, message: object, key: string): Promise<unknown> {
    const response = await this.#fetch(`${this.#url}${base}/${path}`, {
      method: 'POST',
      headers: { ...this.#headers, 'Idempotency-Key': key },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(this.#patience),
    }).catch(unknown);
    const body: unknown = await response.json().catch(unknown);
    if (response.ok) return body;
    const problem = Problem.safeParse(body);
    const code = problem.success ? problem.data.code : 'none';
    if (code === 'requestInProgress' || response.status >= 500) throw new Unknown(code);
    if (refusals.includes(code)) throw new UnfreezeError(code as ErrorCode, 'refused by the bank’s side');
    throw new UnfreezeError('internal', `the bank’s side refused with ${response.status} ${code}`);
  }
}

function answered<Answer>(schema: z.ZodType<Answer>, body: unknown): Answer {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new UnfreezeError('internal', 'the bank’s side answered with something else');
}

/** The cause stays: it names addresses and timeouts, never what was sent. */
function unknown(cause: unknown): never {
  throw new Unknown('no answer', { cause });
}
