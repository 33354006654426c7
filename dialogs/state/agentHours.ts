import { UnfreezeError } from '../../kit/errors.ts';
import type { Language } from '../../kit/language.ts';
import { timeZoneProblem } from '../../kit/timeZone.ts';

const weekdays: readonly string[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Opening hours in minutes after midnight, on some weekdays; 0 is Sunday. */
type Shift = { days: ReadonlySet<number>; first: number; last: number; from: number; to: number };

const shiftForm = /^([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? (\d\d):(\d\d)-(\d\d):(\d\d)$/;

/**
 * When human agents are there, such as `Mon-Fri 09:00-18:00, Sat 10:00-16:00 Asia/Shanghai`: shifts with commas
 * between them, and the time zone (IANA) in which they are meant.
 */
export class AgentHours {
  readonly #shifts: readonly Shift[];
  readonly #local: Intl.DateTimeFormat;

  /** @throws UnfreezeError `settingsInvalid` with what is wrong */
  constructor(written: string) {
    const [, shifts = '', zone = ''] = /^(.*\S)\s+(\S+)$/.exec(written.trim()) ?? [];
    this.#shifts = shifts.split(',').map((shift) => readShift(shift.trim()));
    const problem = timeZoneProblem(zone);
    if (problem !== undefined) throw new UnfreezeError('settingsInvalid', problem);
    this.#local = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  }

  /** When they are there again, in words, or nothing while they are there. */
  waitsUntil(language: Language, now: Date): string | undefined {
    const { day, minute } = this.#at(now);
    const today = this.#shifts.filter(({ days }) => days.has(day));
    if (today.some(({ from, to }) => from <= minute && minute < to)) return undefined;
    for (let ahead = 0; ahead <= 7; ahead++) {
      const next = this.#shifts
        .filter(({ days, from }) => days.has((day + ahead) % 7) && (ahead > 0 || from > minute))
        .map(({ from }) => from)
        .toSorted((one, other) => one - other)[0];
      if (next !== undefined) return inWords(language, (day + ahead) % 7, next);
    }
    throw new Error('hours without a shift');
  }

  /** All of them: `Mon – Fri 09:00–18:00 · Sat 10:00–16:00`. */
  inWords(language: Language): string {
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
    const shifts = this.#shifts.map(({ first, last, from, to }) => {
      const days =
        first === last ? weekday.format(dayOf(first)) : weekday.formatRange(dayOf(first), dayOf(last));
      return `${days} ${clockTime(from)}–${clockTime(to)}`;
    });
    return shifts.join(' · ');
  }

  #at(now: Date): { day: number; minute: number } {
    const parts = new Map(this.#local.formatToParts(now).map(({ type, value }) => [type, value]));
    const day = weekdays.indexOf(parts.get('weekday') ?? '');
    return { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
  }
}

function readShift(written: string): Shift {
  const [, first = '', last = first, ...clock] = shiftForm.exec(written) ?? [];
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = clock.map(Number);
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  const [begin, end] = [first, last].map((name = '') => weekdays.indexOf(name));
  const known = begin !== undefined && end !== undefined && begin >= 0 && end >= 0;
  if (!known || from >= to || to > 24 * 60 || fromMinute > 59 || toMinute > 59) {
    throw new UnfreezeError(
      'settingsInvalid',
      `"${written}" is no shift such as Mon-Fri 09:00-18:00 (days Mon to Sun, ending later on the same day)`,
    );
  }
  const length = ((end - begin + 7) % 7) + 1;
  const days = new Set(Array.from({ length }, (_, place) => (begin + place) % 7));
  return { days, first: begin, last: end, from, to };
}

/** A Sunday, from which the names of the weekdays are formatted. */
function dayOf(weekday: number, minute = 0): Date {
  return new Date(Date.UTC(2026, 0, 4 + weekday, 0, minute));
}

function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function inWords(language: Language, day: number, minute: number): string {
  const date = dayOf(day, minute);
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(date);
}
