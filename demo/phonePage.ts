import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { jsonBody } from '../kit/http/jsonBody.ts';
import { acceptedLanguage } from '../kit/pages/acceptedLanguage.ts';
import { askedLanguage } from '../kit/pages/askedLanguage.ts';
import { contentSecurityPolicy } from '../kit/pages/contentSecurityPolicy.ts';
import type { Pages } from '../kit/pages/openPages.ts';
import { assetSender, sendPage } from '../kit/pages/servedFiles.ts';
import { parse } from '../kit/parse.ts';
import type { Clock } from '../kit/time.ts';
import type { Carrier } from './carrier.ts';
import { phoneAddresses as paths } from './contract/phoneAddresses.ts';
import { Dialling, PhoneEvent } from './contract/simulatedCall.ts';
import { Texting, ThreadLook } from './contract/simulatedMessages.ts';
import type { Handsets } from './handsets.ts';
import { type DemoCaller, phoneHtml } from './phoneHtml.ts';
import { PhoneLines } from './phoneLines.ts';

type PhonePageOptions = {
  carrier: Carrier;
  handsets: Handsets;
  /** The telephones that the page can call from. */
  callers: readonly DemoCaller[];
  publicUrl: () => string;
  pages: Pages;
  clock: Clock;
};

const longestBody = 32 * 1024;

/** The telephone in the browser: puts `GET /phone`, its calls and its messages on a server. */
export function phonePage({
  carrier,
  handsets,
  callers,
  publicUrl,
  pages,
  clock,
}: PhonePageOptions): (server: Server) => void {
  const files = () => pages('telephone');
  const lines = new PhoneLines({ carrier, clock });

  const sendPhone = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    const html = phoneHtml({ language, nonce, files: await files(), callers });
    sendPage(request, response, { html, language, policy: contentSecurityPolicy(nonce, publicUrl()) });
  };

  const dials: RequestHandler = async (request, response) => {
    const { from } = parse(Dialling, await jsonBody(request, longestBody));
    response.json(201, await lines.dial(from));
  };

  const happens: RequestHandler = async (request, response) => {
    const event = parse(PhoneEvent, await jsonBody(request, longestBody));
    response.json(200, await lines.happens(request.params.id, event));
  };

  const writes: RequestHandler = async (request, response) => {
    const { number, app, words } = parse(Texting, await jsonBody(request, longestBody));
    await handsets.writes(number, app, words);
    response.send(204);
  };

  const looks: RequestHandler = async (request, response) => {
    const { number, app, after } = parse(ThreadLook, await jsonBody(request, longestBody));
    response.json(200, handsets.view(number, app, after));
  };

  return (server) => {
    server.get(paths.page, sendPhone);
    server.get(`${paths.assets}/:file`, assetSender(files, pages));
    server.post(paths.calls, dials);
    server.post(paths.events, happens);
    server.post(paths.messages, writes);
    server.post(paths.look, looks);
  };
}
