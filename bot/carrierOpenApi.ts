import * as z from 'zod';
import { type DocumentedCall, openApiDocument } from '../kit/http/openApiDocument.ts';
import { messagesAddress, statusAddress } from './channels/twilio/messages/messageChannels.ts';
import { IncomingMessage, MessageStatus } from './channels/twilio/messages/messageRequest.ts';
import { sid } from './channels/twilio/signedForm.ts';
import { voiceAddresses } from './channels/twilio/voice/addresses.ts';
import { CallStatus, CallStep, IncomingCall } from './channels/twilio/voice/callRequest.ts';

const Account = z.object({ AccountSid: sid('AC') });
const twiml = 'text/xml';

/** A form that the carrier signs, with the account that it is of. */
const signed = (form: z.ZodObject): Pick<DocumentedCall, 'method' | 'takes' | 'takesAs' | 'headers'> => ({
  method: 'post',
  takes: Account.extend(form.shape),
  takesAs: 'application/x-www-form-urlencoded',
  headers: { 'X-Twilio-Signature': 'The signature over PUBLIC_URL, path, query and form' },
});

/** What the carrier calls (Twilio's webhooks), as an OpenAPI 3.1 document. */
export function carrierOpenApi(): object {
  return openApiDocument({
    title: 'What the carrier calls',
    version: '1',
    description:
      'Twilio’s webhooks for calls and messages, signed with the account’s token. Fields that are not named here are ' +
      'passed over. See docs/channels.md.',
    calls: [
      {
        ...{ path: messagesAddress, ...signed(IncomingMessage), answers: twiml },
        query: { waited: 'How often the carrier was told to ask again' },
        summary: 'A message by SMS or WhatsApp; the answer is TwiML',
      },
      {
        ...{ path: voiceAddresses.begins, ...signed(IncomingCall), answers: twiml },
        summary: 'A call begins; the answer is TwiML',
      },
      {
        ...{ path: voiceAddresses.continues, ...signed(CallStep), answers: twiml },
        summary: 'What the caller keyed or said at a step',
      },
      {
        ...{ path: voiceAddresses.asksForAnswer, ...signed(CallStep), answers: twiml },
        summary: 'Asks again for the answer to a step that took long',
      },
      {
        ...{
          path: statusAddress,
          ...signed(z.object({ ...CallStatus.partial().shape, ...MessageStatus.partial().shape })),
        },
        ...{ status: 204, query: { receipt: 'The receipt of an unfreezing that the report is about' } },
        summary: 'What has become of a call or of a message that was sent',
      },
    ],
  });
}
