import type { Request, RequestHandler, Server } from 'restify';
import { RequestRefused } from '../../kit/http/errorAnswers.ts';
import type { RouteGroup } from '../../kit/http/httpServer.ts';
import { jsonBody } from '../../kit/http/jsonBody.ts';
import { parse } from '../../kit/parse.ts';
import { CaseId } from '../../services/contract/handoff.ts';
import { type Address, addresses, deskBase } from './addresses.ts';
import type { Admits } from './agents.ts';
import type { Desk } from './desk.ts';

const longestBody = 16 * 1024;

/** Puts the desk's addresses on the server. */
export function deskRoutes({ desk, admits }: { desk: Desk; admits: Admits }): RouteGroup {
  const handler = (address: Address): RequestHandler =>
    async function answersDesk(request, response) {
      response.setHeader('Cache-Control', 'no-store');
      const agent = await admits(request);
      const asked = { agent, id: idIn(request, address), after: afterIn(request) };
      const answer = await call(address, desk, asked, await messageIn(request, address));
      if (answer === undefined) throw new RequestRefused('addressUnknown');
      response.json(200, answer);
    };
  return (server: Server) => {
    for (const address of Object.values<Address>(addresses)) {
      const path = `${deskBase}/${address.path}`;
      if (address.method === 'GET') server.get(path, handler(address));
      else server.post(path, handler(address));
    }
  };
}

/** A row's message is what its own schema has read, which the compiler does not follow through the table. */
function call(address: Address, desk: Desk, asked: Parameters<Address['calls']>[1], message: unknown) {
  return (address.calls as (...given: unknown[]) => Promise<object | undefined>)(desk, asked, message);
}

function idIn({ params }: Request, { path }: Address): CaseId {
  return path.includes(':id') ? parse(CaseId, params.id) : '';
}

function afterIn(request: Request): number {
  const after = new URLSearchParams(request.getQuery()).get('after') ?? '';
  return /^\d{1,9}$/.test(after) ? Number(after) : 0;
}

async function messageIn(request: Request, { takes }: Address): Promise<unknown> {
  return takes && parse(takes, await jsonBody(request, longestBody));
}
