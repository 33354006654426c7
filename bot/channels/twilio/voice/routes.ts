import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response, Server } from 'restify';
import { RequestRefused } from '../../../../kit/http/errorAnswers.ts';
import { type SignedFormOptions, signedForm } from '../signedForm.ts';
import { voiceAddresses } from './addresses.ts';
import { CallStep, IncomingCall } from './callRequest.ts';
import type { Calls } from './calls.ts';

/** Adds the addresses of telephone calls to the server. Every request with a valid signature is answered with TwiML. */
export function voiceRoutes({
  calls,
  ...signed
}: SignedFormOptions & { calls: Calls }): (server: Server) => void {
  const begins: RequestHandler = async (request, response) => {
    const incoming = await signedForm(request, IncomingCall, signed);
    send(response, await calls.begin(incoming, idempotencyToken(request)));
  };

  const continues: RequestHandler = async (request, response) => {
    const step = number(request.params.step);
    const form = await signedForm(request, CallStep, signed);
    send(response, await calls.step(step, form, idempotencyToken(request)));
  };

  const asksForAnswer: RequestHandler = async (request, response) => {
    const step = number(request.params.step);
    const times = number(request.params.times);
    const { CallSid } = await signedForm(request, CallStep, signed);
    send(response, await calls.answer(CallSid, step, times));
  };

  return (server) => {
    server.post(voiceAddresses.begins, begins);
    server.post(voiceAddresses.continues, continues);
    server.post(voiceAddresses.asksForAnswer, asksForAnswer);
  };
}

function send(response: Response, document: string): void {
  response.sendRaw(200, document, { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' });
}

/** The carrier's token of a request, the same for every delivery of it. */
function idempotencyToken({ headers }: IncomingMessage): string | undefined {
  const token = headers['i-twilio-idempotency-token'];
  return typeof token === 'string' && /^[\w-]{1,64}$/.test(token) ? token : undefined;
}

/** @throws RequestRefused `addressUnknown` */
function number(parameter: unknown): number {
  const text = String(parameter);
  if (!/^\d{1,4}$/.test(text)) throw new RequestRefused('addressUnknown');
  return Number(text);
}
