import * as z from 'zod';
import { sid } from '../signedForm.ts';

const CallSid = sid('CA');

/** The longest speech that is accepted; nobody needs more words to answer one of these questions. */
const longestSpeech = 1000;

/** An incoming call. `From` is what the network says about the caller; it can be missing. */
export const IncomingCall = z.object({
  CallSid,
  From: z.string().max(256).optional().catch(undefined),
});
export type IncomingCall = z.infer<typeof IncomingCall>;

/** The caller's action at a step: keys, words, or nothing; or how a transfer to a person ended. */
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

/** Whether a person's telephone was answered; the talk is over then. */
export function wasAnswered({ DialCallStatus }: CallStep): boolean {
  return DialCallStatus === 'completed' || DialCallStatus === 'answered';
}

/** The status of a call, which the carrier reports in separate requests. */
export const CallStatus = z.object({ CallSid, CallStatus: z.string().max(32) });

/** The statuses of an ended call. */
export const endedStatuses = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** The numbers that Twilio sends for a caller who hides theirs: "anonymous" and similar words as keypad digits. */
const hiddenNumbers = ['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'];

/** The caller's number if it is one (E.164). It is only claimed by the network, so it is a hint and never a proof. */
export function callerNumber({ From = '' }: Pick<IncomingCall, 'From'>): string | undefined {
  const number = From.trim();
  return /^\+[1-9]\d{6,14}$/.test(number) && !hiddenNumbers.includes(number) ? number : undefined;
}
