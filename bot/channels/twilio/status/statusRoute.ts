import type { RequestHandler, Server } from 'restify';
import * as z from 'zod';
import { MessageStatus } from '../messages/messageRequest.ts';
import { statusAddress } from '../messages/words.ts';
import { type SignedFormParts, signedForm } from '../signedForm.ts';
import { CallStatus, endedStatuses } from '../voice/callRequest.ts';

/** Who is told how a call or a message stands. */
export type Reported = {
  /** A call says nothing more. */
  callEnded(callSid: string): Promise<void>;
  message(status: MessageStatus): void;
};

const Status = z.union([CallStatus, MessageStatus]);

/** Puts the address on the server to which the carrier reports beside calls and after messages. */
export function statusRoute({
  callEnded,
  message,
  ...signed
}: SignedFormParts & Reported): (server: Server) => void {
  const reports: RequestHandler = async (request, response) => {
    const status = await signedForm(request, Status, signed);
    if ('MessageSid' in status) message(status);
    else if (endedStatuses.includes(status.CallStatus)) await callEnded(status.CallSid);
    response.send(204);
  };
  return (server) => {
    server.post(statusAddress, reports);
  };
}
