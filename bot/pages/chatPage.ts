import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { acceptedLanguage } from '../../kit/pages/acceptedLanguage.ts';
import { askedLanguage } from '../../kit/pages/askedLanguage.ts';
import { contentSecurityPolicy } from '../../kit/pages/contentSecurityPolicy.ts';
import { assetSender, sendPage } from '../../kit/pages/servedFiles.ts';
import { whenFirstAsked } from '../../kit/pages/whenFirstAsked.ts';
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

/** The chat page: puts `GET /` and `GET /assets/…` on a server. */
export function chatPage({
  publicUrl,
  webChatOrigins = [],
  thorough = true,
}: Settings): (server: Server) => void {
  const assets = whenFirstAsked(() => loadChatAssets({ thorough }));

  const sendChat = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    const policy = contentSecurityPolicy(nonce, publicUrl(), webChatOrigins);
    sendPage(response, { html: chatHtml({ language, nonce, assets: await assets() }), language, policy });
  };

  return (server) => {
    server.get('/', sendChat);
    const files = async () => {
      const { scripts, style, icon } = await assets();
      return [...scripts, style, icon];
    };
    server.get('/assets/:file', assetSender(files));
  };
}
