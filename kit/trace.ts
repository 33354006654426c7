import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const ids = new AsyncLocalStorage<string>();

/**
 * Runs work under an id. The id is in each log line of the work and in each call to another service, so that the lines
 * of both can be found together. It is generated here, because nothing that a customer chose may be in a log.
 * @param id the id of the larger work, as another of our services has sent it
 */
export function traced<Result>(work: () => Result, id: string | undefined = undefined): Result {
  return ids.run(id ?? ids.getStore() ?? randomBytes(16).toString('hex'), work);
}

/** The id of the present work; undefined outside of traced work. */
export function traceId(): string | undefined {
  return ids.getStore();
}

/** The header that sends the id to another service (W3C Trace Context, section 3.2); empty outside of traced work. */
export function traceHeader(): { traceparent?: string } {
  const id = ids.getStore();
  return id === undefined ? {} : { traceparent: `00-${id}-${randomBytes(8).toString('hex')}-01` };
}

/** The id in such a header; undefined where it is not valid. */
export function traceIn(header: string | readonly string[] | undefined): string | undefined {
  return /^00-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/.exec(String(header))?.[1];
}
