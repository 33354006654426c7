import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Solved } from '../../dialogs/state/conversationState.ts';
import type { Event, ToldEvent } from '../../kit/events/eventTables.ts';
import { hours, Instant } from '../../kit/time.ts';
import { type FunnelStage, stages } from '../../services/contract/operatorFigures.ts';
import { boundOf } from '../../services/contract/timesTaken.ts';
import type { Noted } from './noted.ts';
import { type CustomerMarks, comingBack } from './returnMarks.ts';

/**
 * What a conversation keeps of its case: an id that names nobody, the step at which the last turn left it, and what was
 * told already of what is told once a case.
 */
const Kept = z.object({
  id: z.string(),
  step: z.string(),
  reached: z.array(z.string()),
  /** Since when the customer waits for the first words of a person. */
  waitsSince: Instant.optional(),
});
export type CaseKept = z.infer<typeof Kept>;

/** Which stages a note shows, each told once a case as a `reached`, and all before them. */
function stagesOf({ kind, outcome = '' }: Noted): readonly FunnelStage[] {
  const to = (stage: FunnelStage) => stages.slice(0, stages.indexOf(stage) + 1);
  if (kind === 'queried') return to(outcome === 'frozen' ? 'frozen' : 'cardNamed');
  if (kind === 'requested')
    return ['authenticationRequested', 'shown', 'secureLinkSent', 'secureLinkOnItsWay'].includes(outcome)
      ? to('requested')
      : [];
  if (kind === 'attempted' || kind === 'linkEnded')
    return outcome === 'unfrozen' ? stages : outcome === 'over' ? [] : to('attempted');
  return [];
}

/** An event as it waits to be gathered: whose marks stand with it until then. */
export type MarkedEvent = Event & { marks?: CustomerMarks };

/** A case that waits for a person is the same one however late they answer, up to this. */
const longestWait = 24 * hours;

/** The step of a conversation in which nothing is open. */
const noStep = 'nothingBegun';

export type TurnSeen = {
  /** What the state before had; anything else begins a case. */
  kept: unknown;
  /** Whether so long a time has passed that what comes now is another case. */
  isLater: boolean;
  noted: readonly Noted[];
  /** The step at which the turn leaves the conversation. */
  step: string;
  isNotUnderstood: boolean;
  /** Whether the customer has words of a person in this turn, or is put through to one. */
  personSpeaks: boolean;
  /** What the customer is known by if they come back; undefined where nobody is followed. */
  marks?: CustomerMarks | undefined;
  /** What the conversation has done for the customer so far, and whether they call it solved. */
  solved: Solved | null;
  at: Instant;
  channel: string;
  language: string;
  release: string;
};

/** What a turn tells of its case, and what the case keeps of it. */
export function caseEvents(seen: TurnSeen): { kept: CaseKept; events: MarkedEvent[] } {
  const read = Kept.safeParse(seen.kept);
  const stillWaits = waitedFor(read.data?.waitsSince, seen.at) < longestWait;
  const before: CaseKept =
    read.success && (!seen.isLater || stillWaits)
      ? read.data
      : { id: randomUUID(), step: noStep, reached: [] };
  const reached = new Set(before.reached);
  const events: MarkedEvent[] = [];
  let { waitsSince } = before;
  const tell = (some: Partial<ToldEvent> & Pick<ToldEvent, 'kind'>) => {
    const { at, channel, language, release } = seen;
    events.push({ ...nothing, ...some, at, subject: before.id, channel, language, release });
  };
  const once = (name: string, some: Parameters<typeof tell>[0]) => {
    if (!reached.has(name)) tell(some);
    reached.add(name);
  };
  once('begun', { kind: 'reached', step: 'begun' });
  for (const one of seen.noted) {
    // A customer may ask many times how a link stands; its end counts once.
    if (one.kind === 'linkEnded') once(`link ${one.outcome}`, one);
    else tell(one);
    if (one.kind === 'handedOver') {
      reached.add('handedOver');
      waitsSince ??= seen.at;
    }
    for (const stage of stagesOf(one)) once(stage, { kind: 'reached', step: stage });
  }
  const { solved } = seen;
  if (solved?.after === 'answered') once('answered', { kind: 'answered', reason: solved.about });
  if (solved && solved.standing !== 'due')
    once('askedWhetherSolved', { kind: 'askedWhetherSolved', step: solved.after });
  if (solved?.standing === 'yes' || solved?.standing === 'no')
    once('solved', { kind: 'solved', step: solved.after, outcome: solved.standing });
  if (reached.has('handedOver')) {
    if (reached.has('contained')) once('uncontained', { kind: 'uncontained', reason: 'person' });
  } else if (reached.has('unfrozen') || reached.has('answered'))
    once('contained', { kind: 'contained', step: reached.has('unfrozen') ? 'unfrozen' : 'answered' });
  if (seen.personSpeaks && waitsSince !== undefined) {
    tell({ kind: 'personAnswered', outcome: boundOf(waitedFor(waitsSince, seen.at)) });
    waitsSince = undefined;
  }
  if (seen.isNotUnderstood) tell({ kind: 'notUnderstood', step: seen.step });
  if (before.step !== seen.step && before.step !== noStep) {
    const isEnd = seen.step === noStep && !seen.noted.some(({ outcome }) => outcome === 'unfrozen');
    once(`left ${before.step}`, { kind: 'left', step: before.step, outcome: isEnd ? 'out' : 'on' });
  }
  if (seen.step !== noStep) once(`entered ${seen.step}`, { kind: 'entered', step: seen.step });
  const kept = { id: before.id, step: seen.step, reached: [...reached], ...(waitsSince && { waitsSince }) };
  return { kept, events: marked(events, seen.marks) };
}

/** Those that end a matter or come back to one have the marks of whose they are with them. */
function marked(events: readonly MarkedEvent[], marks: CustomerMarks | undefined): MarkedEvent[] {
  return events.map((event) =>
    marks && (event.kind === 'contained' || comingBack.has(event.kind)) ? { ...event, marks } : event,
  );
}

/** The milliseconds since then; endless where nobody waits. */
function waitedFor(since: Instant | undefined, at: Instant): number {
  return since === undefined ? Number.POSITIVE_INFINITY : Date.parse(at) - Date.parse(since);
}

const nothing: ToldEvent = {
  ...{ kind: '', channel: '', language: '', step: '', outcome: '', reason: '', policy: '', release: '' },
};
