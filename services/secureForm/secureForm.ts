import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'restify';
import { unbranded } from '../../brand/brand.ts';
import { brandedFiles } from '../../brand/brandedFiles.ts';
import { brandedPage } from '../../brand/brandedPage.ts';
import type { RouteGroup } from '../../kit/http/httpServer.ts';
import { jsonBody } from '../../kit/http/jsonBody.ts';
import { beyondThisMachine, type NetworkAddress } from '../../kit/http/networkAddress.ts';
import { RequestLimit } from '../../kit/http/requestLimit.ts';
import { Language } from '../../kit/language.ts';
import { acceptedLanguage, acceptedRegion } from '../../kit/pages/acceptedLanguage.ts';
import { strictPolicy } from '../../kit/pages/contentSecurityPolicy.ts';
import type { Pages } from '../../kit/pages/openPages.ts';
import { assetSender, sendPage } from '../../kit/pages/servedFiles.ts';
import { parse } from '../../kit/parse.ts';
import type { Clock } from '../../kit/time.ts';
import { allSaidAt } from '../../words/hongKong.ts';
import { secureFormAddresses as paths, secureFormPage } from '../contract/secureFormAddresses.ts';
import { CodeEntered, LinkInformation, LinkOpened, NoticeDenied } from '../contract/secureLink.ts';
import type { Letterhead } from '../notifications/receiptText.ts';
import { entryStart, formHtml, formStart } from './formHtml.ts';
import { FormWords } from './formWords.ts';
import type { SecureCodes } from './secureCodes.ts';
import type { SecureLinks } from './secureLinks.ts';

type SecureFormOptions = {
  secureLinks: SecureLinks;
  secureCodes: SecureCodes;
  letterhead: Letterhead;
  networkAddress: NetworkAddress;
  pages: Pages;
  clock: Clock;
};

/** The options of one page: its language, and whether it was opened by a code. */
type Read = { language?: Language | undefined; by?: 'code' | undefined };

const longestBody = 8 * 1024;

/**
 * The limit of requests a minute for one address. A person with three tries sends about ten, and an office may share an
 * address.
 */
const perMinute = 60;

/**
 * The secure form, which works once. A link's page is the same for every token, so that a preview or a scanner that
 * only opens it learns nothing and uses nothing up; the page's script sends the token in a request body. The page `/s`
 * takes a code, for texts that may not hold an address.
 */
export function secureFormRoutes(parts: SecureFormOptions): RouteGroup {
  const { secureLinks, secureCodes, letterhead, networkAddress, pages, clock } = parts;
  const words = new FormWords(letterhead);
  const limit = new RequestLimit(perMinute);
  const { brand = unbranded, agentPhone } = letterhead;
  const page = brandedPage(brand, agentPhone);
  const branded = brandedFiles(brand, paths.assets);
  const files = async () => branded(await pages('secureForm'));

  /** The language that the reader chose, or else the one that their browser prefers. */
  const read = (request: Request, chosen?: Language) =>
    chosen ?? acceptedLanguage(request.headers['accept-language']);
  /** As it is said where the reader is. */
  const said = <Answer>(request: Request, language: Language, answer: Answer): Answer =>
    allSaidAt(acceptedRegion(request.headers['accept-language']), language, answer);
  const gone = (request: Request, { language: chosen, by }: Read = {}) => {
    const language = read(request, chosen);
    return { outcome: 'gone', language, ...said(request, language, words.gone(language, by)) };
  };

  const sends =
    (start: typeof formStart): RequestHandler =>
    async (request, response) => {
      const nonce = randomBytes(18).toString('base64');
      response.setHeader('X-Robots-Tag', 'noindex');
      const chosen = Language.safeParse(new URLSearchParams(request.getQuery()).get('language')).data;
      const language = read(request, chosen);
      const texts = { words: words.shell(language), entry: words.entry(language) };
      const own = { ...said(request, language, texts), bank: brand.bank, page };
      const html = formHtml({ language, nonce, files: await files(), ...own }, start);
      sendPage(request, response, { html, language, policy: strictPolicy(nonce) });
    };

  const opens = async (request: Request) => {
    const { token, ...how } = parse(LinkOpened, await jsonBody(request, longestBody));
    const open = await secureLinks.view(token);
    if (!open) return gone(request, how);
    const language = how.language ?? open.link.language;
    return said(request, language, words.view(open, language));
  };

  const enters = async (request: Request) => {
    const { language: chosen, ...entered } = parse(CodeEntered, await jsonBody(request, longestBody));
    const network = beyondThisMachine(networkAddress(request));
    const language = read(request, chosen);
    return said(request, language, words.code(language, await secureCodes.enter({ ...entered, network })));
  };

  const freezesAgain = async (request: Request) => {
    const { code, language: chosen } = parse(NoticeDenied, await jsonBody(request, longestBody));
    const network = beyondThisMachine(networkAddress(request));
    const language = read(request, chosen);
    return said(request, language, words.noticeDenied(language, await secureCodes.deny({ code, network })));
  };

  const gives = async (request: Request) => {
    const {
      token,
      language: chosen,
      ...given
    } = parse(LinkInformation, await jsonBody(request, longestBody));
    const network = beyondThisMachine(networkAddress(request));
    const answered = await secureLinks.give(token, { ...given, network });
    if (!answered) return gone(request, { language: chosen });
    const { link, answer } = answered;
    const language = chosen ?? link.language;
    return said(request, language, words.answer(link, language, answer, clock()));
  };

  const denies = async (request: Request) => {
    const { token, ...how } = parse(LinkOpened, await jsonBody(request, longestBody));
    const link = await secureLinks.deny(token);
    if (!link) return gone(request, how);
    const language = how.language ?? link.language;
    return { outcome: 'denied', ...said(request, language, words.denied(language)) };
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
    for (const [path, start] of [
      [secureFormPage, entryStart],
      [paths.opened, formStart],
    ] as const) {
      server.get(path, sends(start));
      server.head(path, sends(start));
    }
    server.get(`${paths.assets}/:file`, assetSender(files, pages));
    post(paths.view, opens);
    post(paths.code, enters);
    post(paths.freeze, freezesAgain);
    post(paths.information, gives);
    post(paths.notMe, denies);
  };
}
