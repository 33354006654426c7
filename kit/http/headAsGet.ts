import type { RequestHandler, Response } from 'restify';

/**
 * HEAD is answered as GET is (RFC 9110, section 9.3.2): routes see a GET, and Node, which has read the method by then,
 * leaves out the body.
 */
export const headAsGet: RequestHandler = function headAsGet(request, _response, next) {
  if (request.method === 'HEAD') request.method = 'GET';
  return next();
};

/** Names HEAD among the methods that an address takes, wherever GET is among them: restify knows it of no route. */
export function allowHead(response: Response): void {
  const methods = String(response.getHeader('Allow') ?? '').split(', ');
  if (methods.includes('GET')) response.setHeader('Allow', [...new Set([...methods, 'HEAD'])].join(', '));
}
