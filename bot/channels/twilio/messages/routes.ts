import type { RequestHandler, Server } from 'restify';
import { type SignedFormOptions, signedForm } from '../signedForm.ts';
import { messagesAddress } from './messageChannels.ts';
import { IncomingMessage } from './messageRequest.ts';
import type { TextMessages } from './messages.ts';

/** Adds the addresses of messages to the server. Every request with a valid signature is answered with TwiML. */
export function messageRoutes({
  messages,
  ...signed
}: SignedFormOptions & { messages: TextMessages }): (server: Server) => void {
  const receives: RequestHandler = async (request, response) => {
    const form = await signedForm(request, IncomingMessage, signed);
    const document = await messages.receive(form, waitedOf(request.getQuery()));
    response.sendRaw(200, document, {
      'Content-Type': 'text/xml; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  };
  return (server) => {
    server.post(messagesAddress, receives);
  };
}

/** How often the carrier was told to ask again, read from the address that it was told to use. */
function waitedOf(query: string): number {
  return Number(/^\d$/.exec(new URLSearchParams(query).get('waited') ?? '')?.[0] ?? 0);
}
