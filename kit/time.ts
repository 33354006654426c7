import * as z from 'zod';

/**
 * A moment in UTC with milliseconds, `2026-11-24T08:00:00.000Z` (RFC 3339). Sorted as text it is sorted by time, in
 * both databases.
 */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** Returns the present time. It is a constructor argument everywhere, so that a test can stop the clock. */
export type Clock = () => Date;

/** Reads a counter in milliseconds that nobody can set, such as `performance.now`. */
export type Ticks = () => number;

/** Waits for some milliseconds. It is a constructor argument like the clock. */
export type Pause = (milliseconds: number) => Promise<unknown>;

export function instant(date: Date): Instant {
  return date.toISOString();
}

export function later(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds);
}

export const seconds = 1000;
export const minutes = 60 * seconds;
export const hours = 60 * minutes;
