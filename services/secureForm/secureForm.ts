import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'restify';
import { unbranded } from '../../brand/brand.ts';
import { brandedFiles } from '../../brand/brandedFiles.ts';
import { brandedPage } from '../../brand/brandedPage.ts';
import type { RouteGroup } from '../../kit/http/httpServer.ts';
import { jsonBody } from '../../kit/http/jsonBody.ts';
import { beyondThisMachine, type NetworkAddress } from '../../kit/http/networkAddress.ts';
import { RequestLimit } from '../../kit/http/requestLimit.ts';
import { acceptedLanguage } from '../../kit/pages/acceptedLanguage.ts';
import { strictPolicy } from '../../kit/pages/contentSecurityPolicy.ts';
import type { Pages } from '../../kit/pages/openPages.ts';
import { assetSender, sendPage } from '../../kit/pages/servedFiles.ts';
import { parse } from '../../kit/parse.ts';
import type { Clock } from '../../kit/time.ts';
import { LinkInformation, LinkOpened } from '../contract/secureLink.ts';
import type { Letterhead } from '../notifications/receiptText.ts';
import { formHtml } from './formHtml.ts';
import type { SecureLinks } from './secureLinks.ts';
import { FormWords } from './words.ts';

type Parts = {
  secureLinks: SecureLinks;
  letterhead: Letterhead;
  networkAddress: NetworkAddress;
  pages: Pages;
  clock: Clock;
};

const longestBody = 8 * 1024;

/** A person with three tries sends some ten; a whole office may sit behind one address. */
const perMinute = 60;

/**
 * The one-time secure form. A link's page is the same whatever its token is worth, so that who only looks at
 * it, a preview or a scanner, learns and consumes nothing; its script sends the token in a body.
 */
export function secureForm({ secureLinks, letterhead, networkAddress, pages, clock }: Parts): RouteGroup {
  const words = new FormWords(letterhead);
  const limit = new RequestLimit(perMinute);
  const { brand = unbranded, agentPhone } = letterhead;
  const page = brandedPage(brand, agentPhone);
  const branded = brandedFiles(brand, '/s/assets');
  const files = async () => branded(await pages('secureForm'));

  const language = (request: Request) => acceptedLanguage(request.headers['accept-language']);
  const gone = (request: Request) => ({
    outcome: 'gone',
    language: language(request),
    ...words.gone(language(request)),
  });

  const sendForm: RequestHandler = async (request, response) => {
    const nonce = randomBytes(18).toString('base64');
    response.setHeader('X-Robots-Tag', 'noindex');
    const spoken = language(request);
    const own = { words: words.shell(spoken), bank: brand.bank, page };
    const html = formHtml({ language: spoken, nonce, files: await files(), ...own });
    sendPage(request, response, { html, language: spoken, policy: strictPolicy(nonce) });
  };

  const opens = async (request: Request) => {
    const { token } = parse(LinkOpened, await jsonBody(request, longestBody));
    const open = await secureLinks.view(token);
    return open ? words.view(open) : gone(request);
  };

  const gives = async (request: Request) => {
    const { token, ...given } = parse(LinkInformation, await jsonBody(request, longestBody));
    const network = beyondThisMachine(networkAddress(request));
    const answered = await secureLinks.give(token, { ...given, network });
    return answered ? words.answer(answered.link, answered.answer, clock()) : gone(request);
  };

  const denies = async (request: Request) => {
    const { token } = parse(LinkOpened, await jsonBody(request, longestBody));
    const link = await secureLinks.deny(token);
    return link ? { outcome: 'denied', ...words.denied(link) } : gone(request);
  };

  return (server) => {
    const post = (path: string, answer: (request: Request) => Promise<object>) =>
      server.post(path, async (request: Request, response: Response) => {
        await limit.spend(networkAddress(request));
        const answered = await answer(request);
        response.setHeader('Cache-Control', 'no-store');
        response.setHeader('X-Robots-Tag', 'noindex');
        response.json(200, answered);
      });
    server.get('/s/:token', sendForm);
    server.head('/s/:token', sendForm);
    server.get('/s/assets/:file', assetSender(files));
    post('/s/view', opens);
    post('/s/information', gives);
    post('/s/not-me', denies);
  };
}
