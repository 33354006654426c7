import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { type Brand, unbranded } from '../../brand/brand.ts';
import { brandedFiles } from '../../brand/brandedFiles.ts';
import { brandedPage } from '../../brand/brandedPage.ts';
import { brandedTexts } from '../../brand/brandedWords.ts';
import { acceptedLanguage, acceptedRegion } from '../../kit/pages/acceptedLanguage.ts';
import { askedLanguage } from '../../kit/pages/askedLanguage.ts';
import { contentSecurityPolicy } from '../../kit/pages/contentSecurityPolicy.ts';
import type { Pages } from '../../kit/pages/openPages.ts';
import { assetSender, sendPage } from '../../kit/pages/servedFiles.ts';
import { chatPage as words } from '../../words/chatPage.ts';
import { allSaidAt } from '../../words/hongKong.ts';
import { chatHtml } from './chatHtml.ts';

type Settings = {
  /** Returns the public address of this service. It is asked for each request, since it can depend on the port. */
  publicUrl: () => string;
  /** Other origins whose pages may show the chat in a frame. */
  webChatOrigins?: readonly string[];
  pages: Pages;
  brand?: Brand;
  agentPhone?: string | undefined;
};

/** The chat page: adds `GET /` and `GET /assets/…` to a server. */
export function chatPageRoutes({
  publicUrl,
  webChatOrigins = [],
  pages,
  brand = unbranded,
  agentPhone,
}: Settings): (server: Server) => void {
  const branded = brandedFiles(brand, '/assets');
  const files = async () => branded(await pages('chat'));
  const page = brandedPage(brand, agentPhone);
  const texts = brandedTexts(brand, 'chatPage', words);

  const sendChat = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    const policy = contentSecurityPolicy(nonce, publicUrl(), webChatOrigins);
    const place = acceptedRegion(request.headers['accept-language']);
    const said = { ...texts, 'zh-Hant': allSaidAt(place, 'zh-Hant', texts['zh-Hant']) };
    const html = chatHtml({ language, nonce, files: await files(), words: said, page });
    sendPage(request, response, { html, language, policy });
  };

  return (server) => {
    server.get('/', sendChat);
    server.get('/assets/:file', assetSender(files, pages));
  };
}
