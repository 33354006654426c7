import * as z from 'zod';
import { Solved } from '../../dialogs/state/conversationState.ts';
import { type Heard, isOwn } from '../../dialogs/understanding/heard.ts';
import { type Clock, Instant, instant } from '../../kit/time.ts';
import manifest from '../../package.json' with { type: 'json' };
import { NamedCard } from '../../services/contract/card.ts';
import { type Channel, channelOfId, channelRows } from '../../services/contract/channels.ts';
import { boundOf } from '../../services/contract/timesTaken.ts';
import { caseEvents } from '../events/caseEvents.ts';
import { turnKind } from '../events/gathering.ts';
import type { Noted } from '../events/noted.ts';
import type { CustomerMarks, ReturnMarks } from '../events/returnMarks.ts';
import type { Delivery, HeardDelivery } from '../turn/delivery.ts';
import { messagesOf, type Reply } from '../turn/reply.ts';
import type { Standing } from '../turn/terminal.ts';
import { longestPause } from './freshness.ts';

const SpokenOfCard = z.object({ spokenOf: z.object({ card: NamedCard }).nullish() });
const Closed = z.object({ solved: Solved.nullish() });
const Before = z.object({ case: z.unknown(), stamp: z.object({ at: Instant }) });

type Seen = {
  delivery: Delivery;
  heard: HeardDelivery<Heard>;
  standing: Standing;
  replies: readonly Reply[];
  noted: readonly Noted[];
  step: string;
  /** The state in which the turn leaves the conversation. */
  left: object;
  /** When the turn began. */
  begun: Date;
  clock: Clock;
  /** Undefined where it is not followed who comes back. */
  returnMarks?: Pick<ReturnMarks, 'of'> | undefined;
};

/** The events of a turn, which are counted. They hold no word that was said and nobody's identity. */
export function told(seen: Seen): ReturnType<typeof caseEvents> {
  const { delivery, heard, standing, replies, noted, step, left, begun, clock } = seen;
  const now = clock();
  const before = Before.safeParse(standing.state).data;
  const said = replies.flatMap(({ channelData }) => channelData?.thawline?.messageId ?? []);
  const channel = channelOfId(delivery.reference.channelId);
  const { kept, events } = caseEvents({
    kept: before?.case,
    isLater: before !== undefined && now.getTime() - Date.parse(before.stamp.at) > longestPause,
    noted,
    step,
    isNotUnderstood: said.some((id) => /(^|\.)notUnderstood/.test(id)),
    solved: newly(standing.state, left),
    at: instant(now),
    personSpeaks: speaksAPerson(heard.found, channel),
    marks: marksOf(seen, channel),
    channel,
    language: messagesOf(replies).at(-1)?.locale ?? '',
    release: manifest.version,
  });
  if (heard.found && isOwn(heard.found)) return { kept, events };
  const outcome = boundOf(now.getTime() - begun.getTime());
  return {
    kept,
    events: [...events, { ...turnTaken, at: instant(now), subject: kept.id, channel, outcome }],
  };
}

/** How long a turn took is counted by its channel alone: it is told of each. */
const turnTaken = {
  ...{ kind: turnKind, language: '', step: '', reason: '', policy: '' },
  release: manifest.version,
};

/** The first words of a person; on the telephone the moment in which the caller is put through. */
function speaksAPerson(found: Heard | undefined, channel: Channel): boolean {
  if (found?.what !== 'deskWord') return false;
  const { says } = found.word;
  return says === 'agentWrites' || (says === 'agentCame' && channelRows[channel].isSpoken);
}

/** A telephone is the same one in every conversation; elsewhere the conversation is all that is known of a terminal. */
function marksOf({ delivery, left, returnMarks }: Seen, channel: Channel): CustomerMarks | undefined {
  const { user, conversation } = delivery.reference;
  const address = channelRows[channel].isTelephone ? user : conversation.id;
  const card = SpokenOfCard.safeParse(left).data?.spokenOf?.card.card;
  return returnMarks?.of({ terminal: `${channel} ${address}`, card });
}

/** What was done for the customer and what they say of it, where the turn has changed it. */
function newly(before: unknown, left: object): Solved | null {
  const [was, is] = [before, left].map((state) => Closed.safeParse(state).data?.solved ?? null);
  return is === undefined || JSON.stringify(was) === JSON.stringify(is) ? null : is;
}
