import * as z from 'zod';
import { readPart, withoutControls } from '../../../../kit/customerText.ts';
import { sid } from '../signedForm.ts';

const MessageSid = sid('(SM|MM)');

const words = z
  .string()
  .transform((text) => readPart(withoutControls(text)))
  .default('');

/**
 * An incoming message (Twilio, "Request to your webhook URL"). `From` is a telephone number, a user id, a short code or
 * a name, with `whatsapp:` before it on WhatsApp. `OptOutType` is set where Twilio's opt-out handling took the message
 * for a keyword, `Button…` where a quick reply was tapped.
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

/** The status of a message that was sent. `ErrorCode` is set where it did not arrive (Twilio's error dictionary). */
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
