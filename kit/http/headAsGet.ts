import type { RequestHandler, Response } from 'restify';

/**
 * Lets HEAD be answered as GET (RFC 9110, section 9.3.2). Routes see a GET; Node has read the method before and leaves
 * out the body.
 */
export const headAsGet: RequestHandler = function headAsGet(request, _response, next) {
  if (request.method === 'HEAD') request.method = 'GET';
  return next();
};

/** Adds HEAD to the allowed methods of an address with GET, because restify does not know of it. */
export function allowHead(response: Response): void {
  const methods = String(response.getHeader('Allow') ?? '').split(', ');
  if (methods.includes('GET')) response.setHeader('Allow', [...new Set([...methods, 'HEAD'])].join(', '));
}
