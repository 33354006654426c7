import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { Language } from '../../services/contract/language.ts';
import { RequestRefused } from '../../services/http/errorAnswers.ts';
import { acceptedLanguage } from './acceptedLanguage.ts';
import { type Asset, acceptedEncoding } from './asset.ts';
import { loadChatAssets } from './chatAssets.ts';
import { chatHtml } from './chatHtml.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

type Settings = {
  /** The address of this service as browsers know it; asked at each request, since it can follow from the port. */
  publicUrl: () => string;
  /** Other origins whose pages may hold the chat in a frame. */
  webChatOrigins?: readonly string[];
  /** False leaves out the slow compression in the background: for tests. */
  thorough?: boolean;
};

const year = 365 * 24 * 60 * 60;

/** Nothing that a chat needs: whoever got a script into the page would get none of it either. */
const permissions = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone']
  .concat(['payment', 'usb', 'serial', 'hid', 'midi', 'screen-wake-lock'])
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Prepares the chat page; what it returns puts `GET /` and `GET /assets/…` on a server. */
export async function chatPage({
  publicUrl,
  webChatOrigins = [],
  thorough = true,
}: Settings): Promise<(server: Server) => void> {
  const assets = await loadChatAssets({ thorough });
  const files = new Map<string, Asset>(
    [...assets.scripts, assets.style, assets.icon].map((asset) => [asset.path, asset]),
  );

  const sendPage = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Content-Security-Policy': contentSecurityPolicy(nonce, publicUrl(), webChatOrigins),
      'Permissions-Policy': permissions,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      // A nonce must never be served twice.
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
    });
    response.end(chatHtml({ language, nonce, assets }));
  };

  const sendAsset = async (request: Request, response: Response) => {
    const asset = files.get(request.path());
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

  return (server) => {
    server.get('/', sendPage);
    server.get('/assets/:file', sendAsset);
  };
}

/** The language that the address names, `/?language=zh-Hant`: a bank's page knows its reader. */
function askedLanguage(request: Request): Language | undefined {
  return Language.safeParse(new URLSearchParams(request.getQuery()).get('language')).data;
}
