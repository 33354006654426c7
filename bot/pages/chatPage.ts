import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { Language } from '../../services/contract/language.ts';
import { acceptedLanguage } from '../../services/pages/acceptedLanguage.ts';
import { contentSecurityPolicy } from '../../services/pages/contentSecurityPolicy.ts';
import { assetSender, sendPage } from '../../services/pages/servedFiles.ts';
import { loadChatAssets } from './chatAssets.ts';
import { chatHtml } from './chatHtml.ts';

type Settings = {
  /** The address of this service as browsers know it; asked at each request, since it can follow from the port. */
  publicUrl: () => string;
  /** Other origins whose pages may hold the chat in a frame. */
  webChatOrigins?: readonly string[];
  /** False leaves out the slow compression in the background: for tests. */
  thorough?: boolean;
};

/** Prepares the chat page; what it returns puts `GET /` and `GET /assets/…` on a server. */
export async function chatPage({
  publicUrl,
  webChatOrigins = [],
  thorough = true,
}: Settings): Promise<(server: Server) => void> {
  const assets = await loadChatAssets({ thorough });

  const sendChat = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    const policy = contentSecurityPolicy(nonce, publicUrl(), webChatOrigins);
    sendPage(response, { html: chatHtml({ language, nonce, assets }), language, policy });
  };

  return (server) => {
    server.get('/', sendChat);
    server.get('/assets/:file', assetSender([...assets.scripts, assets.style, assets.icon]));
  };
}

/** The language that the address names, `/?language=zh-Hant`: a bank's page knows its reader. */
export function askedLanguage(request: Request): Language | undefined {
  return Language.safeParse(new URLSearchParams(request.getQuery()).get('language')).data;
}
