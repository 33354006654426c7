import type { Request, RequestHandler, Server } from 'restify';
import { UnfreezeError } from '../../../kit/errors.ts';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import type { RouteGroup } from '../../../kit/http/httpServer.ts';
import { readBytes } from '../../../kit/http/jsonBody.ts';
import type { Clock } from '../../../kit/time.ts';
import { ChatwootEvent, type ChatwootEvents } from './chatwootEvents.ts';
import { isFromChatwoot } from './chatwootSignature.ts';

/** The address that an inbox of Chatwoot calls. */
export const chatwootAddress = '/desk/chatwoot';
/** An event brings its conversation with it. */
const longestBody = 512 * 1024;

type ChatwootRoutesOptions = { events: ChatwootEvents; secret: string; clock: Clock };

/** Puts the address for webhooks on the server. What has not the inbox's signature is refused before it is read. */
export function chatwootRoutes({ events, secret, clock }: ChatwootRoutesOptions): RouteGroup {
  const receives: RequestHandler = async (request, response) => {
    const body = await readBytes(request, longestBody);
    const signed = {
      signature: headerIn(request, 'x-chatwoot-signature'),
      timestamp: headerIn(request, 'x-chatwoot-timestamp'),
      body,
    };
    if (!isFromChatwoot(signed, { secret, now: clock() })) throw new RequestRefused('signatureInvalid');
    await events.receives(eventIn(body));
    response.json(200, {});
  };
  return (server: Server) => void server.post(chatwootAddress, receives);
}

function headerIn({ headers }: Request, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function eventIn(body: Buffer): ChatwootEvent {
  try {
    return ChatwootEvent.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch {
    // The cause is left out, because it quotes what was sent.
    throw new UnfreezeError('messageInvalid', 'an event of another form');
  }
}
