import type { IncomingMessage } from 'node:http';
import { RequestRefused } from '../http/errorAnswers.ts';
import { isLoopback } from '../isLoopback.ts';

/** The service's origin as the browser knows it: on this machine the name by which it was opened. */
export function ownOrigin({ headers }: IncomingMessage, publicUrl: string): string {
  const { origin, protocol, hostname } = new URL(publicUrl);
  const { host } = headers;
  if (!isLoopback(hostname) || host === undefined || !URL.canParse(`${protocol}//${host}`)) return origin;
  const asked = new URL(`${protocol}//${host}`);
  return isLoopback(asked.hostname) ? asked.origin : origin;
}

/**
 * Refuses what changes something and was not sent by a page of ours: a form or a script elsewhere, whose browser brings the
 * cookie with it. Browsers say so in `Sec-Fetch-Site` (W3C Fetch Metadata), older ones in `Origin` alone; who says neither
 * is no browser of ours.
 * @throws RequestRefused `otherSite`
 */
export function assertOwnPage(request: IncomingMessage, publicUrl: string): void {
  const { 'sec-fetch-site': site, origin } = request.headers;
  const isOwn = origin === ownOrigin(request, publicUrl) && (site ?? 'same-origin') === 'same-origin';
  if (!isOwn) throw new RequestRefused('otherSite');
}
