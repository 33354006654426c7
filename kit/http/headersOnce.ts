import type { Next, Request, Response } from 'restify';
import { RequestRefused } from './errorAnswers.ts';

/** Of these Node takes the first or joins them, and a proxy before us perhaps the last. */
const singular = ['host', 'authorization', 'content-type', 'content-encoding', 'idempotency-key'];

/** Refuses a request in which two readers could see two different things. */
export function headersOnce(request: Request, _response: Response, next: Next): void {
  const isRepeated = singular.some((name) => (request.headersDistinct[name]?.length ?? 0) > 1);
  next(isRepeated ? new RequestRefused('headerRepeated') : undefined);
}
