import type { TurnContext } from 'botbuilder';
import * as z from 'zod';
import {
  type ConversationProperties,
  LossReport,
  type SpokenOf,
} from '../../dialogs/state/conversationState.ts';
import { Language } from '../../kit/language.ts';
import { type Clock, Instant, instant, minutes } from '../../kit/time.ts';
import type { Standing } from '../turn/terminal.ts';
import type { HandedState } from './handedState.ts';

/**
 * The version of the state that the dialogs write. It counts up whenever an older state cannot be continued; then the
 * version before must read it already, since both run side by side for a while (docs/upgrade.md).
 */
export const stateVersion = 13;
/** The versions that this one continues: what it writes, and what only the next one will write. */
export const readableVersions: readonly number[] = [stateVersion];
/** The age after which a conversation starts again at the card's status. */
export const longestPause = 30 * minutes;

const Readable = z.int().refine((version) => readableVersions.includes(version));
const Stamp = z.object({ version: Readable, at: Instant });
const DialogState = z.object({ dialogStack: z.array(z.object({ id: z.string() })) }).optional();

/**
 * How a turn finds its conversation: as it was, begun afresh since its state cannot be read by this version, or
 * `later` than anybody waits, with the card that was spoken of if it was in the middle of something.
 */
export type Found = { as: 'fresh' | 'begunAfresh' } | { as: 'later'; spokenOf: SpokenOf };

type FreshenOptions = { conversationState: HandedState; properties: ConversationProperties; clock: Clock };

/** Whether a later version, which runs beside this one, has written it: then it stands as it is. */
export function isOfLaterVersion({ state, awaits }: Standing): boolean {
  const versions: unknown[] = [Object(Object(state).stamp).version, Object(awaits).version];
  return versions.some(
    (version) => Number.isInteger(version) && Number(version) > Math.max(...readableVersions),
  );
}

/** Takes away what is too old to go on with; a report of a loss never is. To be called before anything of the state is used. */
export async function freshen(
  turnContext: TurnContext,
  { conversationState, properties, clock }: FreshenOptions,
): Promise<Found> {
  const written = conversationState.of(turnContext);
  const stamp = Stamp.safeParse(written.stamp);
  const dialogState = DialogState.safeParse(written.dialogState);
  const isNew = Object.keys(written).every((key) => key === 'eTag' || key === 'language');
  if (isNew) return { as: 'fresh' };
  if (!stamp.success || !dialogState.success) {
    const language = Language.safeParse(written.language);
    const report = LossReport.safeParse(written.lossReport);
    conversationState.clear(turnContext);
    if (language.success) await properties.language.set(turnContext, language.data);
    if (report.success) await properties.lossReport.set(turnContext, report.data);
    return { as: 'begunAfresh' };
  }
  const pause = clock().getTime() - Date.parse(stamp.data.at);
  if (pause <= longestPause) return { as: 'fresh' };
  const wasOpen = (dialogState.data?.dialogStack.length ?? 0) > 0;
  const spokenOf = await properties.spokenOf.get(turnContext, null);
  await properties.dialogState.delete(turnContext);
  await properties.spokenOf.delete(turnContext);
  await properties.openCase.delete(turnContext);
  await properties.solved.delete(turnContext);
  return wasOpen ? { as: 'later', spokenOf } : { as: 'fresh' };
}

/** Adds the version and the time to the state. */
export async function stamped(
  turnContext: TurnContext,
  { properties, clock }: FreshenOptions,
): Promise<void> {
  await properties.stamp.set(turnContext, { version: stateVersion, at: instant(clock()) });
}
