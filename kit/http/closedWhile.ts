import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'restify';
import { RequestRefused } from './errorAnswers.ts';
import { standingPaths } from './standing.ts';

/** Throws a refusal for all but the service's own addresses while something throws that must not be answered with. */
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

/** Answers nobody while it refuses. */
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
