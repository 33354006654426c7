import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { acceptedLanguage } from '../../kit/pages/acceptedLanguage.ts';
import { askedLanguage } from '../../kit/pages/askedLanguage.ts';
import { contentSecurityPolicy } from '../../kit/pages/contentSecurityPolicy.ts';
import type { Pages } from '../../kit/pages/openPages.ts';
import { assetSender, sendPage } from '../../kit/pages/servedFiles.ts';
import { chatHtml } from './chatHtml.ts';

type Settings = {
  /** The address of this service as browsers know it; asked at each request, since it can follow from the port. */
  publicUrl: () => string;
  /** Other origins whose pages may hold the chat in a frame. */
  webChatOrigins?: readonly string[];
  pages: Pages;
};

/** The chat page: puts `GET /` and `GET /assets/…` on a server. */
export function chatPage({ publicUrl, webChatOrigins = [], pages }: Settings): (server: Server) => void {
  const files = () => pages('chat');

  const sendChat = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    const policy = contentSecurityPolicy(nonce, publicUrl(), webChatOrigins);
    const html = chatHtml({ language, nonce, files: await files() });
    sendPage(request, response, { html, language, policy });
  };

  return (server) => {
    server.get('/', sendChat);
    server.get('/assets/:file', assetSender(files));
  };
}
