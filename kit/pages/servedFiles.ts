import type { Request, RequestHandler, Response } from 'restify';
import { RequestRefused } from '../http/errorAnswers.ts';
import type { Language } from '../language.ts';
import { type Asset, acceptedEncoding } from './asset.ts';

const year = 365 * 24 * 60 * 60;

/** Nothing that a page of ours needs: whoever got a script into it would get none of it either. */
const permissions = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone']
  .concat(['payment', 'usb', 'serial', 'hid', 'midi', 'screen-wake-lock'])
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Sends a page that was made for this request alone, under its own policy. */
export function sendPage(
  response: Response,
  { html, language, policy }: { html: string; language: Language; policy: string },
): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Content-Security-Policy': policy,
    'Permissions-Policy': permissions,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    // A nonce must never be served twice.
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
  });
  response.end(html);
}

/** Sends whichever of the files is asked for. */
export function assetSender(assets: () => Promise<readonly Asset[]>): RequestHandler {
  return async function sendAsset(request: Request, response: Response) {
    const asset = (await assets()).find(({ path }) => path === request.path());
    if (asset === undefined) throw new RequestRefused('addressUnknown');
    const encoding = acceptedEncoding(request.headers['accept-encoding']?.toString());
    const body = await asset.as(encoding);
    response.writeHead(200, {
      'Content-Type': asset.contentType,
      'Content-Length': body.length,
      'Cache-Control': `public, max-age=${year}, immutable`,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    });
    response.end(body);
  };
}
