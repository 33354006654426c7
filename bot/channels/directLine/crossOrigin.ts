import type { RequestHandler } from 'restify';

const preflight = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With, Thawline-Proof',
  'Access-Control-Max-Age': '600',
};

/**
 * Lets pages of the named origins read the answers at these paths (CORS, Fetch standard section 3.2). A page of
 * any other origin but our own gets answers that its browser keeps from it.
 */
export function allowOrigins({
  paths,
  origins,
}: {
  paths: readonly string[];
  origins: readonly string[];
}): RequestHandler {
  return function answerCrossOrigin(request, response, next) {
    const path = request.url?.split('?')[0] ?? '';
    const { origin } = request.headers;
    if (!paths.some((prefix) => path.startsWith(prefix))) return next();
    response.setHeader('Cache-Control', 'no-store');
    if (origins.length > 0) response.setHeader('Vary', 'Origin');
    if (origin === undefined || !origins.includes(origin)) return next();
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After, Thawline-Challenge');
    if (request.method !== 'OPTIONS') return next();
    response.writeHead(204, preflight);
    response.end();
    return next(false);
  };
}
