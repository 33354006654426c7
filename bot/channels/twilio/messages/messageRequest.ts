import * as z from 'zod';
import { readPart, withoutControls } from '../../../../kit/customerText.ts';
import { sid } from '../signedForm.ts';

const MessageSid = sid('(SM|MM)');

const words = z
  .string()
  .transform((text) => readPart(withoutControls(text)))
  .default('');

/**
 * A message that comes in (Twilio, "Request to your webhook URL"). `From` is a telephone number, a user id, a short code
 * or a name, on WhatsApp with that word before it. `OptOutType` is there where the account's own opt-out handling has
 * taken the message for a keyword, `Button…` where a quick reply was tapped.
 */
export const IncomingMessage = z.object({
  MessageSid,
  SmsMessageSid: MessageSid.optional(),
  From: z.string().regex(/^(?:whatsapp:)?(?!whatsapp:)[^\s\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}]{0,255}$/u),
  Body: words,
  NumMedia: z.coerce.number().int().min(0).max(100).catch(0),
  Latitude: z.string().max(32).optional(),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
  ButtonText: words,
  ButtonPayload: words,
});
export type IncomingMessage = z.infer<typeof IncomingMessage>;

/** How a message that went out stands. `ErrorCode` is there where it did not arrive (Twilio's error dictionary). */
export const MessageStatus = z.object({
  MessageSid,
  MessageStatus: z.string().max(32),
  ErrorCode: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional()
    .catch(undefined),
});
export type MessageStatus = z.infer<typeof MessageStatus>;
