import type { Next, Request, Response } from 'restify';
import { RequestRefused } from './errorAnswers.ts';

/** Headers that may occur once. Of two, Node takes the first or joins them, and a proxy before us may take the last. */
const singular = ['host', 'authorization', 'content-type', 'content-encoding', 'idempotency-key'];

/** Refuses a request that a proxy and this service could read differently. */
export function headersOnce(request: Request, _response: Response, next: Next): void {
  const isRepeated = singular.some((name) => (request.headersDistinct[name]?.length ?? 0) > 1);
  next(isRepeated ? new RequestRefused('headerRepeated') : undefined);
}
