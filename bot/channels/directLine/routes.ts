import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Server } from 'restify';
import * as z from 'zod';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { Gate } from '../../../kit/http/gate.ts';
import { jsonBody } from '../../../kit/http/jsonBody.ts';
import { beyondThisMachine, type NetworkAddress } from '../../../kit/http/networkAddress.ts';
import { TrafficLimit } from '../../../kit/http/trafficLimit.ts';
import { knownLocale } from '../../../kit/knownLocale.ts';
import { SharedCounts } from '../../../kit/limits/sharedCounts.ts';
import { parse } from '../../../kit/parse.ts';
import type { RotatingSecret } from '../../../kit/rotatingSecret.ts';
import { type TrafficSettings, usualTraffic } from '../../../kit/trafficSettings.ts';
import { directLineBase, directLine as paths, proofHeader } from '../../contract/directLine.ts';
import { allowOrigins } from './crossOrigin.ts';
import type { DirectLine } from './directLine.ts';
import type { ProofOfWork } from './proofOfWork.ts';
import type { ConversationTokens, Grant } from './tokens.ts';

const longestBody = 32 * 1024;

const TokenRequest = z.object({ locale: z.string().nullish() }).optional();

/** `begins`: with the token its conversation too, and what was said in it; a page on a slow line waits once. */
const PageTokenRequest = z
  .object({ locale: z.string().nullish(), begins: z.boolean().optional() })
  .optional();

type DirectLineRoutesOptions = {
  directLine: Pick<
    DirectLine<never>,
    'newToken' | 'refreshedToken' | 'start' | 'resume' | 'activities' | 'post' | 'end'
  >;
  tokens: ConversationTokens;
  networkAddress: NetworkAddress;
  /** The address of this service as browsers know it, `https://chat.example`. */
  publicUrl: () => string;
  /** Other origins whose pages may hold the chat. */
  webChatOrigins?: readonly string[];
  traffic?: TrafficSettings;
  /** What other processes have counted too; without one this process counts alone. */
  counts?: SharedCounts;
  /** Under which network addresses are written down. */
  secret?: RotatingSecret;
  /** What a browser is asked for while very many conversations are begun; none where nobody is to be asked. */
  work?: ProofOfWork;
};

/** Polls of long conversations are worked on one after the other: each holds its answer in memory until it is sent. */
const pollsUnderWay = { atOnce: 2, waiting: 200, ofOne: 4 };

/** Puts Direct Line's addresses on the server. */
export function directLineRoutes(parts: DirectLineRoutesOptions): (server: Server) => void {
  const {
    directLine,
    networkAddress,
    publicUrl,
    webChatOrigins = [],
    traffic = usualTraffic,
    secret,
  } = parts;
  const counts = parts.counts ?? new SharedCounts({ clock: () => new Date() });
  const limit = (name: string, most: Partial<TrafficSettings['polls']>) =>
    new TrafficLimit({ name, most, counts, ...(secret && { secret }) });
  const newTokens = limit('tokens', traffic.conversations);
  const starts = limit('starts', traffic.conversations);
  const posts = limit('posts', traffic.posts);
  const polls = limit('polls', traffic.polls);
  const gate = new Gate(pollsUnderWay);
  /** Customers behind a proxy that nobody has named are not limited as one. */
  const beyond = (request: Request) => beyondThisMachine(networkAddress(request));
  const granted = (request: Request) => grant(request, parts.tokens);

  const spendToken = async (request: Request) => {
    newTokens.spend({ network: networkAddress(request) });
    if (newTokens.overAll() > traffic.workAbove)
      await parts.work?.demand(request.headers[proofHeader.toLowerCase()]?.toString());
  };

  const generateToken: RequestHandler = async (request, response) => {
    await spendToken(request);
    const asked = parse(TokenRequest, await jsonBody(request, longestBody));
    response.json(200, await directLine.newToken(knownLocale(asked?.locale) ?? acceptedLanguage(request)));
  };

  const generatePageToken: RequestHandler = async (request, response) => {
    await spendToken(request);
    const asked = parse(PageTokenRequest, await jsonBody(request, longestBody));
    const answer = await directLine.newToken(knownLocale(asked?.locale) ?? acceptedLanguage(request));
    if (asked?.begins !== true) return void response.json(200, answer);
    starts.spend({ network: networkAddress(request) });
    const origin = webSocketOrigin(request, publicUrl());
    const token = await parts.tokens.verify(answer.token);
    const { conversation } = await directLine.start(token, origin);
    const { activities } = await directLine.activities(token, token.conversationId, '');
    response.json(200, { ...conversation, activities });
  };

  const refreshToken: RequestHandler = async (request, response) => {
    response.json(200, await directLine.refreshedToken(await granted(request)));
  };

  const startConversation: RequestHandler = async (request, response) => {
    const token = await granted(request);
    starts.spend({ network: networkAddress(request) });
    const asked = parse(TokenRequest, await jsonBody(request, longestBody));
    const locale = knownLocale(asked?.locale) ?? token.locale ?? acceptedLanguage(request);
    const origin = webSocketOrigin(request, publicUrl());
    const { created, conversation } = await directLine.start({ ...token, locale }, origin);
    response.json(created ? 201 : 200, conversation);
  };

  const reconnect: RequestHandler = async (request, response) => {
    const token = await granted(request);
    polls.spend({ conversation: token.conversationId, network: beyond(request) });
    const origin = webSocketOrigin(request, publicUrl());
    response.json(200, await directLine.resume(token, request.params.id, watermark(request), origin));
  };

  const getActivities: RequestHandler = async (request, response) => {
    const token = await granted(request);
    const network = beyond(request);
    polls.spend({ conversation: token.conversationId, network });
    const leave = await gate.enter([token.conversationId, ...(network === undefined ? [] : [network])]);
    // Until it is sent the answer is held: only then does the next one come in.
    response.once('close', leave);
    response.json(200, await directLine.activities(token, request.params.id, watermark(request)));
  };

  const postActivity: RequestHandler = async (request, response) => {
    const token = await granted(request);
    const network = beyond(request);
    posts.spend({ conversation: token.conversationId, network });
    const body = await jsonBody(request, longestBody);
    response.json(200, await directLine.post(token, request.params.id, body, network));
  };

  const endConversation: RequestHandler = async (request, response) => {
    const token = await granted(request);
    posts.spend({ conversation: token.conversationId, network: beyond(request) });
    await directLine.end(token, request.params.id);
    response.json(200, {});
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
    server.pre(allowOrigins({ paths: [paths.pageToken, `${directLineBase}/`], origins: webChatOrigins }));
    server.post(paths.pageToken, generatePageToken);
    server.post(paths.newToken, generateToken);
    server.post(paths.refreshedToken, refreshToken);
    server.post(paths.conversations, startConversation);
    server.get(paths.conversation, reconnect);
    server.get(paths.activities, getActivities);
    server.post(paths.activities, postActivity);
    server.del(paths.conversation, endConversation);
    server.post(paths.upload, refuseUpload);
    server.get(paths.stream, refuseStream);
  };
}

/** @throws RequestRefused `tokenMissing`; UnfreezeError `tokenInvalid`, `tokenExpired` */
async function grant(request: IncomingMessage, tokens: ConversationTokens): Promise<Grant> {
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
