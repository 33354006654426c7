import type { RequestHandler, Server } from 'restify';
import * as z from 'zod';
import { ReceiptId, type ReceiptReport } from '../../../../services/contract/receipts.ts';
import { statusAddress } from '../messages/messageChannels.ts';
import { MessageStatus } from '../messages/messageRequest.ts';
import { type SignedFormOptions, signedForm } from '../signedForm.ts';
import { CallStatus, endedStatuses } from '../voice/callRequest.ts';

/** The receivers of the carrier's reports about calls and messages. */
export type Reported = {
  /** A call says nothing more. */
  callEnded(callSid: string): Promise<void>;
  message(status: MessageStatus): void;
  /** A receipt of an unfreezing, which the bank's side has sent, has arrived or will not. */
  receipt(report: ReceiptReport): Promise<unknown>;
};

/** What a message's end is called; all else is on the way. */
const ends = new Map([
  ['delivered', true],
  ['read', true],
  ['undelivered', false],
  ['failed', false],
]);

const Status = z.union([CallStatus, MessageStatus]);

/** Puts the address on the server to which the carrier reports beside calls and after messages. */
export function statusRoute({
  callEnded,
  message,
  receipt,
  ...signed
}: SignedFormOptions & Reported): (server: Server) => void {
  const reports: RequestHandler = async (request, response) => {
    const status = await signedForm(request, Status, signed);
    const id = ReceiptId.safeParse(new URLSearchParams(request.getQuery()).get('receipt')).data;
    if ('MessageSid' in status) {
      const arrived = ends.get(status.MessageStatus);
      if (id === undefined) message(status);
      else if (arrived !== undefined) await receipt({ receipt: id, arrived });
    } else if (endedStatuses.includes(status.CallStatus)) await callEnded(status.CallSid);
    response.send(204);
  };
  return (server) => {
    server.post(statusAddress, reports);
  };
}
