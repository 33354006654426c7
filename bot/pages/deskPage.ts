import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { type Brand, unbranded } from '../../brand/brand.ts';
import { brandedFiles } from '../../brand/brandedFiles.ts';
import { brandedPage } from '../../brand/brandedPage.ts';
import { brandedTexts } from '../../brand/brandedWords.ts';
import { type Language, languages } from '../../kit/language.ts';
import { acceptedLanguage } from '../../kit/pages/acceptedLanguage.ts';
import { askedLanguage } from '../../kit/pages/askedLanguage.ts';
import { strictPolicy } from '../../kit/pages/contentSecurityPolicy.ts';
import type { Pages } from '../../kit/pages/openPages.ts';
import { assetSender, sendPage } from '../../kit/pages/servedFiles.ts';
import { channelNames } from '../../words/channelNames.ts';
import { deskPage as words } from '../../words/deskPage.ts';
import { languageNames } from '../../words/languageNames.ts';
import { operatorPage } from '../../words/operatorPage.ts';
import { deskHtml } from './deskHtml.ts';

type Settings = {
  pages: Pages;
  brand?: Brand;
  /** What is sent with one choice, by its id. */
  answers: Readonly<Record<Language, Readonly<Record<string, string>>>>;
};

/** The page of the desk: puts `GET /desk` and `GET /desk/assets/…` on a server. It is the same for everybody, logged in or not. */
export function deskPageRoutes({ pages, brand = unbranded, answers }: Settings): (server: Server) => void {
  const branded = brandedFiles(brand, '/desk/assets');
  const files = async () => branded(await pages('desk'));
  const page = brandedPage(brand, undefined);
  const texts = brandedTexts(brand, 'deskPage', words);
  const given = {
    ...{ words: texts, channels: channelNames, languages: languageNames, answers },
    steps: namesOf((language) => operatorPage[language].stepNames),
    reasons: namesOf((language) => operatorPage[language].reasons),
  };

  const sendDesk = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    const html = deskHtml({ language, nonce, files: await files(), words: texts, given, page });
    sendPage(request, response, { html, language, policy: strictPolicy(nonce) });
  };

  return (server) => {
    server.get('/desk', sendDesk);
    server.get('/desk/assets/:file', assetSender(files, pages));
  };
}

function namesOf<Names>(of: (language: Language) => Names): Record<string, Names> {
  return Object.fromEntries(languages.map((language) => [language, of(language)]));
}
