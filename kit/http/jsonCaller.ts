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
import { UnfreezeError } from '../errors.ts';
import { seconds } from '../time.ts';
import { spanned, traceHeader } from '../trace.ts';
import { BearerTokens, type ShownTokens } from './bearerTokens.ts';
import type { Fetch } from './tls/fetchOverTls.ts';

const Problem = z.object({ code: z.string() });

/** No answer, or one that says to try again: the result of the request is not known yet. */
class Unknown extends Error {}

/** The other side refuses the request. `code` is the one of its problem details (RFC 9457), or `none`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`refused with ${status}`);
    this.status = status;
    this.code = code;
  }
}

type Asked = { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string };

type Options = ShownTokens & {
  url: string;
  fetch: Fetch;
  /** The name of the other side for the log. */
  name: string;
  /** The longest wait for the answer to one try, in milliseconds. */
  patience: number;
  /** The most tries of one request. */
  tries: number;
};

/**
 * Calls another service with JSON. A request whose answer was lost is sent again unchanged, with the same
 * Idempotency-Key if it has one. After the last try, or at once while nothing answers at all, it throws
 * `storeUnavailable`. Requests must have the same effect whether they come once or several times.
 */
export class JsonCaller {
  readonly #options: Options;
  readonly #tokens: BearerTokens;
  readonly #policy: IPolicy;

  constructor({ url, ...options }: Options) {
    this.#options = { url: url.replace(/\/$/, ''), ...options };
    this.#tokens = new BearerTokens(options);
    const isUnknown = handleWhen((error) => error instanceof Unknown);
    this.#policy = wrap(
      retry(isUnknown, {
        maxAttempts: options.tries - 1,
        backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1 * seconds }),
      }),
      circuitBreaker(isUnknown, { halfOpenAfter: 2 * seconds, breaker: new ConsecutiveBreaker(20) }),
    );
  }

  /** @throws UnfreezeError `storeUnavailable`, or `internal` where the answer has not the promised form; Refusal */
  post<Answer>(
    path: string,
    message: object,
    { answers, key }: { answers: z.ZodType<Answer>; key?: string },
  ): Promise<Answer> {
    const headers = {
      'Content-Type': 'application/json',
      ...(key !== undefined && { 'Idempotency-Key': key }),
    };
    return this.#ask(path, { method: 'POST', headers, body: JSON.stringify(message) }, answers);
  }

  /** @throws UnfreezeError, Refusal as `post` does */
  get<Answer>(path: string, { answers }: { answers: z.ZodType<Answer> }): Promise<Answer> {
    return this.#ask(path, { method: 'GET', headers: {} }, answers);
  }

  async #ask<Answer>(path: string, request: Asked, answers: z.ZodType<Answer>): Promise<Answer> {
    const { name } = this.#options;
    const call = () => this.#policy.execute(() => this.#try(path, request));
    const body = await spanned(`${name}: ${request.method} ${withoutIds(path)}`, call).catch(
      (cause: unknown) => {
        if (!(cause instanceof Unknown || cause instanceof BrokenCircuitError)) throw cause;
        throw new UnfreezeError('storeUnavailable', `${name} gave no answer`, { cause });
      },
    );
    const read = answers.safeParse(body);
    if (read.success) return read.data;
    throw new UnfreezeError('internal', `${name} gave an answer of another form than promised`);
  }

  /** Resolves when the other side says at a path that it is fully ready, not only for a part of its work. */
  async ready(path: string): Promise<void> {
    const { url, fetch, patience, name } = this.#options;
    const signal = AbortSignal.timeout(patience);
    const response = await this.#tokens.shown((headers) =>
      fetch(`${url}${path}`, { headers, redirect: 'error', signal }),
    );
    const said: unknown = await response.json().catch(() => undefined);
    const isDegraded = Object(said).status === 'degraded';
    if (!response.ok || isDegraded) throw new UnfreezeError('storeUnavailable', `${name} is not ready`);
  }

  async #try(path: string, request: Asked): Promise<unknown> {
    const { url, fetch, patience } = this.#options;
    const signal = AbortSignal.timeout(patience);
    const response = await this.#tokens
      .shown((shown) => {
        const headers = { ...shown, ...request.headers, ...traceHeader() };
        return fetch(`${url}${path}`, { ...request, headers, redirect: 'error', signal });
      })
      .catch(unknown);
    const body: unknown = await response.json().catch(unknown);
    if (response.ok) return body;
    const problem = Problem.safeParse(body);
    const code = problem.success ? problem.data.code : 'none';
    if (code === 'requestInProgress' || response.status >= 500) throw new Unknown(code);
    throw new Refusal(response.status, code);
  }
}

/** The path as a span may name it: what stands in it for a single request differs each time. */
function withoutIds(path: string): string {
  return path.replace(/\?.*$/, '').replace(/(?<=\/)(?!v\d\/)[^/]*\d[^/]*/g, 'ID');
}

/** The cause is kept, since it holds addresses and timeouts and nothing of what was sent. */
function unknown(cause: unknown): never {
  throw new Unknown('no answer', { cause });
}
