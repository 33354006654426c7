import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'restify';
import { RequestRefused } from './errorAnswers.ts';
import { standingPaths } from './standing.ts';

/** A check that throws while `isOpen` throws, except for the addresses that tell how the service is. */
export function refusing(isOpen: () => void): ({ url }: Pick<IncomingMessage, 'url'>) => void {
  return ({ url = '' }) => {
    if (standingPaths.includes(url.split('?', 1)[0] ?? '')) return;
    try {
      isOpen();
    } catch {
      throw new RequestRefused('storeUnavailable');
    }
  };
}

/** Refuses every request while the check throws. */
export function refuseWhileClosed(refuse: ReturnType<typeof refusing>): RequestHandler {
  return function refuseWhileClosed(request, _response, next) {
    try {
      refuse(request);
    } catch (error) {
      return next(error);
    }
    return next();
  };
}
