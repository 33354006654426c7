import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RequestRefused } from '../../kit/http/errorAnswers.ts';

/**
 * Admits clients with the token (RFC 6750, section 2.1). Digests are compared, so that the time tells nothing.
 * @throws RequestRefused `tokenMissing`, `tokenInvalid`
 */
export function bearerToken(token: string): (request: IncomingMessage) => void {
  const expected = digest(token);
  return ({ headers: { authorization = '' } }) => {
    const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (given === undefined) throw new RequestRefused('tokenMissing', { 'WWW-Authenticate': 'Bearer' });
    if (!timingSafeEqual(digest(given), expected)) throw new RequestRefused('tokenInvalid');
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
