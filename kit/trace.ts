import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';
import { timed } from './workTimes.ts';

/**
 * The place of work in its trace (W3C Trace Context): the id of the trace and of the current span. With `isUnsampled`
 * no span is recorded, here or in what follows.
 */
export type TracePlace = { trace: string; span?: string | undefined; isUnsampled?: boolean };

/** What a span says of itself: words of ours and numbers, never what a customer gave. */
type Said = Readonly<Record<string, string | number>>;

/** A span that has begun. */
export type BegunSpan = {
  place: TracePlace;
  /** @param error what it ended with, if it failed */
  ends(outcome: { error?: unknown; name?: string | undefined }): void;
};

/** Takes the spans of a process, where they are recorded. */
export interface SpanRecorder {
  begins(name: string, place: TracePlace, says: Said): BegunSpan;
}

const places = new AsyncLocalStorage<TracePlace>();
let recorder: SpanRecorder | undefined;

/** Sets what records the spans of this process; undefined stops the recording. */
export function recordSpans(by: SpanRecorder | undefined): void {
  recorder = by;
}

/**
 * Runs work under an id. The id is in each log line of the work and in each call to another service, so that the lines
 * of both can be found together. It is generated here, because nothing that a customer chose may be in a log.
 * @param from the place of the larger work, as another of our services has sent it, or its id alone
 * @param name of its span, where spans are recorded, and of its kind of work, where that is timed
 */
export function traced<Result>(
  work: () => Result,
  from: TracePlace | string | undefined = undefined,
  { name = 'work', says = {} }: { name?: string; says?: Said } = {},
): Result {
  const given = typeof from === 'string' ? { trace: from } : from;
  const place = given ?? places.getStore() ?? { trace: freshId() };
  const does = () => timed(name, work);
  return recorder ? recorded(recorder.begins(name, place, says), does) : places.run(place, does);
}

/** The id of a trace. Node keeps random bytes for UUIDs, where it would ask the operating system for each one otherwise. */
function freshId(): string {
  return randomUUID().replaceAll('-', '');
}

/** Runs a part of traced work in a span of its own, where spans are recorded, and times it, where work is timed. */
export function spanned<Result>(name: string, work: () => Result, says: Said = {}): Result {
  const place = recorder && places.getStore();
  const does = () => timed(name, work);
  return recorder && place ? recorded(recorder.begins(name, place, says), does) : does();
}

/**
 * Does what `next` starts in a span of its own, where spans are recorded, and always in the place that was sent.
 * @returns the span, which lasts until its `ends` is called; undefined where spans are not recorded
 */
export function beginSpan(
  name: string,
  from: TracePlace | undefined,
  next: () => void,
): BegunSpan | undefined {
  const begun = recorder?.begins(name, from ?? { trace: freshId() }, {});
  const place = begun?.place ?? from;
  if (place) places.run(place, next);
  else next();
  return begun;
}

/** The id of the present work; undefined outside of traced work. */
export function traceId(): string | undefined {
  return places.getStore()?.trace;
}

/** The beginning of that id, by which whoever is asked about the work finds it in the logs: short enough to be read out. */
export function traceReference(): string {
  return traceId()?.slice(0, 8) ?? '—';
}

/** The header that sends the place to another service (W3C Trace Context, section 3.2); empty outside of traced work. */
export function traceHeader(): { traceparent?: string } {
  const place = places.getStore();
  if (place === undefined) return {};
  const span = place.span ?? randomBytes(8).toString('hex');
  return { traceparent: `00-${place.trace}-${span}-${place.isUnsampled ? '00' : '01'}` };
}

/** The id in such a header; undefined where it is not valid. */
export function traceIn(header: string | readonly string[] | undefined): string | undefined {
  return placeIn(header)?.trace;
}

/** The place in such a header; undefined where it is not valid. */
export function placeIn(header: string | readonly string[] | undefined): TracePlace | undefined {
  const form = /^00-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]([\da-f])$/;
  const [, trace, span, flags = '1'] = form.exec(String(header)) ?? [];
  if (trace === undefined) return undefined;
  return { trace, span, ...(Number.parseInt(flags, 16) % 2 === 0 && { isUnsampled: true }) };
}

function recorded<Result>(begun: BegunSpan, work: () => Result): Result {
  try {
    const result = places.run(begun.place, work);
    if (result instanceof Promise)
      result.then(
        () => begun.ends({}),
        (error: unknown) => begun.ends({ error }),
      );
    else begun.ends({});
    return result;
  } catch (error) {
    begun.ends({ error });
    throw error;
  }
}
