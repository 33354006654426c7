import * as z from 'zod';

const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/);
/** Where a simulated telephone gets its messages. */
const App = z.enum(['sms', 'whatsApp']);
export type MessagingApp = z.infer<typeof App>;

/** A look at the messages of a telephone; `after` is the place of the last one that was seen, 0 for all. */
export const ThreadLook = z.object({ number: PhoneNumber, app: App, after: z.int().min(0) });

/** What a person writes on it. */
export const Texting = z.object({ number: PhoneNumber, app: App, words: z.string().min(1).max(1600) });

/** One message, by its place in the thread from 1. */
export type ThreadMessage = { place: number; from: 'customer' | 'bank'; text: string };

/**
 * The messages of a telephone that were not seen before.
 * - `document`: the TwiML that was answered last, empty where there is none
 * - `problems`: what a carrier's debugger would show
 */
export type ThreadView = { messages: ThreadMessage[]; document: string; problems: string[] };
