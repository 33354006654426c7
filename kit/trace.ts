import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const ids = new AsyncLocalStorage<string>();

/**
 * Does work under an id that stands in every line which it logs and goes with every call to another service, so that the
 * lines of both can be found together. It is made here: what a customer could choose stands in no log.
 * @param id of the work that this is a part of, as another service of ours has sent it
 */
export function traced<Result>(work: () => Result, id: string | undefined = undefined): Result {
  return ids.run(id ?? ids.getStore() ?? randomBytes(16).toString('hex'), work);
}

/** The id of the work that this is a part of, if it is of any. */
export function traceId(): string | undefined {
  return ids.getStore();
}

/** The header that hands the id on (W3C Trace Context, section 3.2); none outside of traced work. */
export function traceHeader(): { traceparent?: string } {
  const id = ids.getStore();
  return id === undefined ? {} : { traceparent: `00-${id}-${randomBytes(8).toString('hex')}-01` };
}

/** The id in such a header; undefined where it is none. */
export function traceIn(header: string | readonly string[] | undefined): string | undefined {
  return /^00-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/.exec(String(header))?.[1];
}
