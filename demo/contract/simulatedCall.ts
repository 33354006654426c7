import * as z from 'zod';

/** What a person does with the telephone in the browser; `looks`: nothing, but the other side may have done something. */
export const PhoneEvent = z.discriminatedUnion('what', [
  z.object({ what: z.literal('key'), key: z.string().regex(/^[\d*#]$/) }),
  z.object({ what: z.literal('words'), words: z.string().min(1).max(5000) }),
  z.object({ what: z.literal('silence') }),
  z.object({ what: z.literal('looks') }),
  z.object({ what: z.literal('dialled'), status: z.enum(['completed', 'no-answer']) }),
  z.object({ what: z.literal('hangUp') }),
]);
export type PhoneEvent = z.infer<typeof PhoneEvent>;

/** A caller: the number that the network shows, or null where it is hidden. */
export const Dialling = z.object({ from: z.string().max(64).nullable() });

/** What comes out of the receiver, in its order. `slowly` where the voice was told so. */
export type HeardOnPhone =
  | { what: 'say'; words: string; language: string; voice: string; slowly: boolean }
  | { what: 'play'; address: string }
  | { what: 'pause'; seconds: number }
  | { what: 'dial'; number: string };

/** The state of a call: it waits for keys or words, it waits for a person's telephone, or it is over. */
export type CallState = 'gathering' | 'dialling' | 'ended';

/** What the line listens for now; `count` of the keys that it holds, times in seconds. */
type Listens = { keys: boolean; words: boolean; language: string; timeout: number; count: number };

/**
 * A call as the telephone in the browser needs it.
 * - `heard`: what came out of the receiver since the last look
 * - `document`: the TwiML that was answered last
 * - `problems`: what a carrier's debugger would show
 */
export type PhoneView = {
  id: string;
  state: CallState;
  heard: HeardOnPhone[];
  document: string;
  problems: string[];
  gathering: Listens | null;
  dialTimeout: number;
};
