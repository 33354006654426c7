import * as z from 'zod';
import { sid } from '../signedForm.ts';

const CallSid = sid('CA');

/** Longer speech is not listened to: nobody answers one of these questions in so many words. */
const longestSpeech = 1000;

/** A call that comes in. `From` is whatever the network says of the caller, or nothing. */
export const IncomingCall = z.object({
  CallSid,
  From: z.string().max(256).optional().catch(undefined),
});
export type IncomingCall = z.infer<typeof IncomingCall>;

/** What the caller did at a step: keys, words, or nothing; or how a transfer to a person ended. */
export const CallStep = z.object({
  CallSid,
  From: z.string().max(256).optional().catch(undefined),
  Digits: z.string().max(256).optional(),
  SpeechResult: z
    .string()
    .transform((words) => words.slice(0, longestSpeech))
    .optional(),
  Confidence: z.coerce.number().min(0).max(1).optional().catch(undefined),
  DialCallStatus: z
    .enum(['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled'])
    .optional()
    .catch(undefined),
});
export type CallStep = z.infer<typeof CallStep>;

/** How a call stands, as the carrier reports it beside the call. */
export const CallStatus = z.object({ CallSid, CallStatus: z.string().max(32) });

/** The statuses after which a call says nothing more. */
export const endedStatuses = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** What Twilio writes for a caller who hides the number, beside words: "anonymous" and the like as keypad digits. */
const hiddenNumbers = ['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'];

/** The caller's number where it is one (E.164). It is what the network claims: a hint, never a proof. */
export function callerNumber({ From = '' }: Pick<IncomingCall, 'From'>): string | undefined {
  const number = From.trim();
  return /^\+[1-9]\d{6,14}$/.test(number) && !hiddenNumbers.includes(number) ? number : undefined;
}
