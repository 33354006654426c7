import type { Request, Response, Server } from 'restify';
import { UnfreezeError } from '../../kit/errors.ts';
import { RequestRefused } from '../../kit/http/errorAnswers.ts';
import type { RouteGroup } from '../../kit/http/httpServer.ts';
import { jsonBody } from '../../kit/http/jsonBody.ts';
import { parse } from '../../kit/parse.ts';
import { placeIn, traced } from '../../kit/trace.ts';
import { AuthenticationRequestId } from '../contract/authenticationRequest.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import { bankBase, bankPosts, gets, type Post, postsOfCardSystem, type ServedBank } from './addresses.ts';
import { bearerToken } from './bearerToken.ts';
import type { Idempotency, IdentifiedRequest } from './idempotency.ts';
import { bankOpenApi } from './openApi.ts';

/** The longest body in bytes. An envelope has about 500 bytes, a whole message less than 3,000. */
const longestBody = 8 * 1024;

/** Checks whether a client is admitted; throws a refusal otherwise. */
type Admission = (request: Request) => void;

/** @param admit the checks, all of which a client must pass */
type BankRoutesOptions = { bank: ServedBank & { idempotency: Idempotency }; admit: readonly Admission[] };

/** The routes of the bank's side for a bot in another process. */
export function bankRoutes({ bank, admit }: BankRoutesOptions): RouteGroup {
  const admits = (request: Request) => {
    for (const wants of admit) wants(request);
  };
  return (server: Server) => {
    for (const [path, { calls }] of Object.entries(gets))
      server.get(`${bankBase}/${path}`, async (request: Request, response: Response) => {
        admits(request);
        send(response, await calls(bank, idIn(path, request)));
      });
    servePosts(server, bankPosts, { bank, admits });
    server.get(`${bankBase}/openapi.json`, async (_request: Request, response: Response) => {
      response.json(200, bankOpenApi());
    });
  };
}

/** The addresses for the bank's card system; they are closed where it has no token. */
export function cardSystemRoutes({
  bank,
  token,
}: {
  bank: BankRoutesOptions['bank'];
  token: string;
}): RouteGroup {
  const admits = bearerToken(token);
  return (server: Server) => servePosts(server, postsOfCardSystem, { bank, admits });
}

function servePosts(
  server: Server,
  served: Record<string, Post<object, object>>,
  { bank, admits }: { bank: BankRoutesOptions['bank']; admits: Admission },
): void {
  for (const [path, row] of Object.entries(served))
    server.post(`${bankBase}/${path}`, async (request: Request, response: Response) => {
      admits(request);
      const answers = () => answered(bank, path, row, request);
      send(
        response,
        await traced(answers, placeIn(request.headers.traceparent), { name: `the bank’s side: ${path}` }),
      );
    });
}

/** The answer to a message; a message under an earlier key gets the earlier answer. */
async function answered(
  bank: BankRoutesOptions['bank'],
  path: string,
  { takes, idempotencyKey, calls }: Post<object, object>,
  request: Request,
): Promise<object> {
  const message = parse(takes, await jsonBody(request, longestBody));
  refuseSecureForm(message);
  const id = idIn(path, request);
  if (!idempotencyKey) return calls(bank, message, id);
  return bank.idempotency.once(identified(request, message), (record) => calls(bank, message, id, record));
}

/**
 * Refuses messages of the secure form, which is served by the bank's side itself: a bot that was broken into must not
 * use the tries that are kept for it.
 */
function refuseSecureForm({ userTerminal }: { userTerminal?: Pick<UserTerminal, 'channel'> }): void {
  if (userTerminal?.channel !== 'secureForm') return;
  throw new UnfreezeError('messageInvalid', 'the secure form is no user terminal of a bot’s');
}

function send(response: Response, answer: object): void {
  response.setHeader('Cache-Control', 'no-store');
  response.json(200, answer);
}

/** The id of an authentication request in the address; empty where there is none. */
function idIn(path: string, request: Request): string {
  if (!path.includes(':id')) return '';
  const id = AuthenticationRequestId.safeParse(request.params.id);
  if (id.success) return id.data;
  throw new UnfreezeError('authenticationRequestUnknown', 'no id of an authentication request');
}

function identified(request: Request, body: unknown): IdentifiedRequest {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{1,100}$/.test(key)) {
    throw new RequestRefused('idempotencyKeyMissing');
  }
  return { key, path: request.path(), body };
}
