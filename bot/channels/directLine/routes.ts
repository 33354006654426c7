import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Server } from 'restify';
import * as z from 'zod';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { jsonBody } from '../../../kit/http/jsonBody.ts';
import { beyondThisMachine, type NetworkAddress } from '../../../kit/http/networkAddress.ts';
import { RequestLimit } from '../../../kit/http/requestLimit.ts';
import { knownLocale } from '../../../kit/knownLocale.ts';
import { parse } from '../../../kit/parse.ts';
import { allowOrigins } from './crossOrigin.ts';
import type { DirectLine } from './directLine.ts';
import type { Grant, Tokens } from './tokens.ts';

const longestBody = 32 * 1024;
const root = '/v3/directline';

const TokenRequest = z.object({ locale: z.string().nullish() }).optional();

type Parts = {
  directLine: Pick<
    DirectLine<never>,
    'newToken' | 'refreshedToken' | 'start' | 'resume' | 'activities' | 'post'
  >;
  tokens: Tokens;
  networkAddress: NetworkAddress;
  /** The address of this service as browsers know it, `https://chat.example`. */
  publicUrl: () => string;
  /** Other origins whose pages may hold the chat. */
  webChatOrigins?: readonly string[];
  limits?: { newConversationsPerMinute?: number; activitiesPerMinute?: number };
};

/** Puts Direct Line's addresses on the server. */
export function directLineRoutes(parts: Parts): (server: Server) => void {
  const { directLine, networkAddress, publicUrl, webChatOrigins = [], limits = {} } = parts;
  const newTokens = new RequestLimit(limits.newConversationsPerMinute ?? 30);
  const starts = new RequestLimit(limits.newConversationsPerMinute ?? 30);
  const activities = new RequestLimit(limits.activitiesPerMinute ?? 60);
  const granted = (request: Request) => grant(request, parts.tokens);

  const generateToken: RequestHandler = async (request, response) => {
    await newTokens.spend(networkAddress(request));
    const asked = parse(TokenRequest, await jsonBody(request, longestBody));
    response.json(200, await directLine.newToken(knownLocale(asked?.locale) ?? acceptedLanguage(request)));
  };

  const refreshToken: RequestHandler = async (request, response) => {
    response.json(200, await directLine.refreshedToken(await granted(request)));
  };

  const startConversation: RequestHandler = async (request, response) => {
    const token = await granted(request);
    await starts.spend(networkAddress(request));
    const asked = parse(TokenRequest, await jsonBody(request, longestBody));
    const locale = knownLocale(asked?.locale) ?? token.locale ?? acceptedLanguage(request);
    const origin = webSocketOrigin(request, publicUrl());
    const { created, conversation } = await directLine.start({ ...token, locale }, origin);
    response.json(created ? 201 : 200, conversation);
  };

  const reconnect: RequestHandler = async (request, response) => {
    const token = await granted(request);
    const origin = webSocketOrigin(request, publicUrl());
    response.json(200, await directLine.resume(token, request.params.id, watermark(request), origin));
  };

  const getActivities: RequestHandler = async (request, response) => {
    const token = await granted(request);
    response.json(200, await directLine.activities(token, request.params.id, watermark(request)));
  };

  const postActivity: RequestHandler = async (request, response) => {
    const token = await granted(request);
    await activities.spend(token.conversationId);
    const body = await jsonBody(request, longestBody);
    const network = beyondThisMachine(networkAddress(request));
    response.json(200, await directLine.post(token, request.params.id, body, network));
  };

  const refuseUpload: RequestHandler = async (request) => {
    await granted(request);
    throw new RequestRefused('uploadNotSupported');
  };

  /** The stream's address asked for without an upgrade. */
  const refuseStream: RequestHandler = async () => {
    throw new RequestRefused('upgradeRequired', { Upgrade: 'websocket', Connection: 'Upgrade' });
  };

  return (server) => {
    server.pre(allowOrigins({ paths: ['/webchat/', `${root}/`], origins: webChatOrigins }));
    server.post('/webchat/token', generateToken);
    server.post(`${root}/tokens/generate`, generateToken);
    server.post(`${root}/tokens/refresh`, refreshToken);
    server.post(`${root}/conversations`, startConversation);
    server.get(`${root}/conversations/:id`, reconnect);
    server.get(`${root}/conversations/:id/activities`, getActivities);
    server.post(`${root}/conversations/:id/activities`, postActivity);
    server.post(`${root}/conversations/:id/upload`, refuseUpload);
    server.get(`${root}/conversations/:id/stream`, refuseStream);
  };
}

/** @throws RequestRefused `tokenMissing`; UnfreezeError `tokenInvalid`, `tokenExpired` */
async function grant(request: IncomingMessage, tokens: Tokens): Promise<Grant> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new RequestRefused('tokenMissing', { 'WWW-Authenticate': 'Bearer' });
  return tokens.verify(token);
}

function watermark(request: Request): string {
  return new URLSearchParams(request.getQuery()).get('watermark') ?? '';
}

function acceptedLanguage(request: IncomingMessage): string | undefined {
  return knownLocale(request.headers['accept-language']?.split(',')[0]?.split(';')[0]?.trim());
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** On loopback the name by which the page itself was opened: its policy lets it connect to no other. */
function webSocketOrigin({ headers }: IncomingMessage, publicUrl: string): string {
  const { protocol, host } = new URL(publicUrl);
  const own = headers.host !== undefined && loopback.test(host) && loopback.test(headers.host);
  return `${protocol.replace('http', 'ws')}//${own ? headers.host : host}`;
}
