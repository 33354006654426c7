import * as z from 'zod';
import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import { type Clock, Instant, instant } from '../../kit/time.ts';
import type { Standing } from '../turn/terminal.ts';
import { longestPause, readableVersions, stateVersion } from './freshness.ts';

/**
 * The awaited answer as it is stored beside the state at the end of a turn, so that it can be read without the dialogs.
 */
const Awaits = z.object({
  version: z.int().refine((version) => readableVersions.includes(version)),
  at: Instant,
  awaited: z.custom<Awaited>((value) => typeof value === 'object' && value !== null),
  /** Whether a card was to be unfrozen, and nothing has come of it yet. */
  isUnfinished: z.boolean(),
});

/** @param at when the turn ended */
export function awaitsOf(awaited: Awaited, isUnfinished: boolean, at: Date): object {
  return { version: stateVersion, at: instant(at), awaited, isUnfinished } satisfies z.infer<typeof Awaits>;
}

/** The awaited answer now. It is plain words where the conversation is too old or was left by another version. */
export function awaitedNow({ awaits }: Standing, clock: Clock): { awaited: Awaited; isUnfinished: boolean } {
  const read = Awaits.safeParse(awaits);
  const isFresh = read.success && clock().getTime() - Date.parse(read.data.at) <= longestPause;
  return isFresh ? read.data : { awaited: { what: 'words' }, isUnfinished: false };
}
