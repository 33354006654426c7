import type { EventRow } from '../../kit/events/eventTables.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import type { MarkedEvent } from './caseEvents.ts';
import { comingBack } from './returnMarks.ts';
import { longestReturn, type ReturnMarkRow, ReturnMarkRows } from './returnMarksTable.ts';

/** An event with its id, and the marks of whose it is, which are not kept with it. */
type MarkedRow = EventRow & Pick<MarkedEvent, 'marks'>;

/**
 * Follows who comes back within a day of a case that counted as contained. That case is then `uncontained`, at the time at
 * which it was contained, so that any period is counted by the cases that ended in it.
 */
export class Returns {
  readonly #marks = new PreparedTable(ReturnMarkRows);

  /** @returns the events as they are to be written: what takes a case back that does not count any more is left out */
  async follow(manager: EntityManager, rows: readonly MarkedRow[]): Promise<EventRow[]> {
    const standing = await this.#standing(manager, rows);
    const gone = new Set<string>();
    const come = new Map<string, ReturnMarkRow>();
    const ofCase = (subject: string) => [...standing.values()].find((one) => one.subject === subject);
    const ends = (subject: string) => {
      for (const [id, one] of [...standing])
        if (one.subject === subject) {
          standing.delete(id);
          gone.add(id);
          come.delete(id);
        }
    };
    const written = rows.flatMap(({ marks, ...event }): EventRow[] => {
      const { kind, subject, at } = event;
      if (kind === 'contained') {
        const { channel, language, step, release } = event;
        for (const id of marks?.today ?? []) {
          const row = { id, subject, at, channel, language, step, release };
          standing.set(id, row);
          come.set(id, row);
          gone.delete(id);
        }
        return [event];
      }
      if (kind === 'uncontained') {
        const contained = ofCase(subject);
        ends(subject);
        return contained ? [takenBack(event.id, contained, 'person')] : [];
      }
      if (!marks || !comingBack.has(kind)) return [event];
      const before = [...marks.today, ...marks.before].flatMap((id) => standing.get(id) ?? []);
      const left = new Map(
        before
          .filter((one) => one.subject !== subject && isWithinADay(one.at, at))
          .map((one) => [one.subject, one]),
      );
      for (const one of left.keys()) ends(one);
      return [
        event,
        ...[...left.values()].map((one) => takenBack(`${event.id}.${one.subject}`, one, 'returned')),
      ];
    });
    if (gone.size > 0) await manager.delete(ReturnMarkRows, { id: In([...gone].sort()) });
    for (const row of [...come.values()].sort((one, other) => (one.id < other.id ? -1 : 1)))
      await this.#marks.put(manager, row, ['subject', 'at', 'channel', 'language', 'step', 'release']);
    return written;
  }

  /** The cases that count as contained now and that these events may concern, by mark. */
  async #standing(manager: EntityManager, rows: readonly MarkedRow[]): Promise<Map<string, ReturnMarkRow>> {
    const ids = rows.flatMap(({ marks }) => (marks ? [...marks.today, ...marks.before] : []));
    const subjects = rows.filter(({ kind }) => kind === 'uncontained').map(({ subject }) => subject);
    if (ids.length + subjects.length === 0) return new Map();
    const marked = await manager.find(ReturnMarkRows, { where: { id: In([...new Set(ids)]) } });
    const ofCases = [...new Set([...subjects, ...marked.map(({ subject }) => subject)])];
    const found = await manager.find(ReturnMarkRows, { where: { subject: In(ofCases) } });
    return new Map([...marked, ...found].map((row) => [row.id, row]));
  }
}

function takenBack(
  id: string,
  { subject, at, channel, language, step, release }: ReturnMarkRow,
  reason: string,
): EventRow {
  const none = { outcome: '', policy: '' };
  return { id, at, subject, kind: 'uncontained', channel, language, step, reason, release, ...none };
}

/** A clock that was set back makes nobody come back before they left. */
function isWithinADay(left: Instant, back: Instant): boolean {
  return Date.parse(back) - Date.parse(left) <= longestReturn;
}
