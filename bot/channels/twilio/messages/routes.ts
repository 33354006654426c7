import type { RequestHandler, Server } from 'restify';
import { type SignedFormParts, signedForm } from '../signedForm.ts';
import { IncomingMessage } from './messageRequest.ts';
import type { Messages } from './messages.ts';
import { messagesAddress } from './words.ts';

/** Puts the address of messages on the server. Whatever the carrier signed is answered with TwiML. */
export function messageRoutes({
  messages,
  ...signed
}: SignedFormParts & { messages: Messages }): (server: Server) => void {
  const receives: RequestHandler = async (request, response) => {
    const form = await signedForm(request, IncomingMessage, signed);
    const waited = Number(/^\d$/.exec(String(request.query?.waited ?? ''))?.[0] ?? 0);
    const document = await messages.receive(form, waited);
    response.sendRaw(200, document, {
      'Content-Type': 'text/xml; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  };
  return (server) => {
    server.post(messagesAddress, receives);
  };
}
