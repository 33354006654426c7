import * as z from 'zod';
import { Solved } from '../../dialogs/state/conversationState.ts';
import { type Clock, Instant, instant } from '../../kit/time.ts';
import manifest from '../../package.json' with { type: 'json' };
import { channelOfId } from '../../services/contract/channels.ts';
import { caseEvents } from '../events/caseEvents.ts';
import type { Noted } from '../events/noted.ts';
import type { Delivery } from '../turn/delivery.ts';
import { messagesOf, type Reply } from '../turn/reply.ts';
import type { Standing } from '../turn/terminal.ts';
import { longestPause } from './freshness.ts';

const Closed = z.object({ solved: Solved.nullish() });
const Before = z.object({ case: z.unknown(), stamp: z.object({ at: Instant }) });

type Seen = {
  delivery: Delivery;
  standing: Standing;
  replies: readonly Reply[];
  noted: readonly Noted[];
  step: string;
  /** The state in which the turn leaves the conversation. */
  left: object;
  clock: Clock;
};

/** The events of a turn, which are counted. They hold no word that was said and nobody's identity. */
export function told({
  delivery,
  standing,
  replies,
  noted,
  step,
  left,
  clock,
}: Seen): ReturnType<typeof caseEvents> {
  const now = clock();
  const before = Before.safeParse(standing.state).data;
  const said = replies.flatMap(({ channelData }) => channelData?.thawline?.messageId ?? []);
  return caseEvents({
    kept: before?.case,
    isLater: before !== undefined && now.getTime() - Date.parse(before.stamp.at) > longestPause,
    noted,
    step,
    isNotUnderstood: said.some((id) => /(^|\.)notUnderstood/.test(id)),
    solved: newly(standing.state, left),
    at: instant(now),
    channel: channelOfId(delivery.reference.channelId),
    language: messagesOf(replies).at(-1)?.locale ?? '',
    release: manifest.version,
  });
}

/** What was done for the customer and what they say of it, where the turn has changed it. */
function newly(before: unknown, left: object): Solved | null {
  const [was, is] = [before, left].map((state) => Closed.safeParse(state).data?.solved ?? null);
  return is === undefined || JSON.stringify(was) === JSON.stringify(is) ? null : is;
}
