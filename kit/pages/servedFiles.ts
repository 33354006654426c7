import type { Request, RequestHandler, Response } from 'restify';
import { RequestRefused } from '../http/errorAnswers.ts';
import type { Language } from '../language.ts';
import { acceptedEncoding, compressed } from './asset.ts';
import type { PageFiles } from './builtPages.ts';
import type { Pages } from './openPages.ts';

/** Brotli's quality for a page that is made for one request. */
const quickly = 4;
const year = 365 * 24 * 60 * 60;

/**
 * Browser features that our pages do not need. They are switched off, so that a script smuggled in gets none of them.
 */
const permissions = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone']
  .concat(['payment', 'usb', 'serial', 'hid', 'midi', 'screen-wake-lock'])
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Sends a page made for this request, under its own policy. */
export function sendPage(
  request: Request,
  response: Response,
  { html, language, policy }: { html: string; language: Language; policy: string },
): void {
  const encoding = acceptedEncoding(request.headers['accept-encoding']?.toString());
  const body = compressed(Buffer.from(html), quickly)[encoding];
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    'Content-Language': language,
    'Content-Security-Policy': policy,
    'Permissions-Policy': permissions,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    // The page is never stored, because its nonce may be used only once.
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language, Accept-Encoding',
  });
  response.end(body);
}

/** Sends the requested one of the files, which may be one of another version. */
export function assetSender(page: () => Promise<PageFiles>, pages: Pick<Pages, 'others'>): RequestHandler {
  return async function sendAsset(request: Request, response: Response) {
    const asked = request.path();
    const own = Object.values(await page()).find(({ path }) => path === asked);
    const asset = own ?? (await pages.others?.(asked));
    if (asset === undefined) throw new RequestRefused('addressUnknown');
    const encoding = acceptedEncoding(request.headers['accept-encoding']?.toString());
    const body = asset.encoded[encoding];
    response.writeHead(200, {
      'Content-Type': asset.contentType,
      'Content-Length': body.length,
      'Cache-Control': `public, max-age=${year}, immutable`,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      // A picture that is opened by itself runs nothing.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      Vary: 'Accept-Encoding',
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    });
    response.end(body);
  };
}
