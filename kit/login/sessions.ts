import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type EntitySchema, MoreThan } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { type Clock, hours, instant, later, minutes } from '../time.ts';
import { closed, opened } from './closedText.ts';
import type { IdentifiedPerson } from './identityProvider.ts';
import { type Role, roles } from './roles.ts';
import type { LoginSessionRow } from './sessionsTable.ts';

/** A person who is logged in. */
export type Person = { subject: string; login: string; name: string; roles: readonly Role[] };

/** A session ends so long after its last use, and so long after its beginning whatever is done with it. */
export const idleFor = 30 * minutes;
export const longest = 10 * hours;
/** The shortest time between two notes that a session is in use. */
const notedEvery = 1 * minutes;

const Roles = z.array(z.enum(roles));

/** The sessions of those who have logged in. The token of one is in its browser and nowhere else. */
export class Sessions {
  readonly #store: Store;
  readonly #rows: EntitySchema<LoginSessionRow>;
  readonly #clock: Clock;

  constructor({ store, rows, clock }: { store: Store; rows: EntitySchema<LoginSessionRow>; clock: Clock }) {
    this.#store = store;
    this.#rows = rows;
    this.#clock = clock;
  }

  /** @returns the token */
  async begin({ hint, roles: had, ...who }: IdentifiedPerson): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#clock();
    const at = instant(now);
    const row = {
      id: idOf(token),
      ...{ subject: who.subject, login: shown(who.login), name: shown(who.name), roles: JSON.stringify(had) },
      hint: hint === undefined ? null : closed(token, hint),
      ...{ begunAt: at, usedAt: at, endsAt: instant(later(now, idleFor)) },
    };
    await this.#store.transaction([], (manager) => manager.insert(this.#rows, row));
    return token;
  }

  /** Undefined where the session is over, or never was. */
  async find(token: string): Promise<Person | undefined> {
    const now = this.#clock();
    const id = idOf(token);
    const row = await this.#store.read((manager) =>
      manager.findOneBy(this.#rows, { id, endsAt: MoreThan(instant(now)) }),
    );
    // A clock that was set back makes no session longer than it may be.
    if (!row || now.getTime() < Date.parse(row.begunAt) - notedEvery) return undefined;
    const { subject, login, name } = row;
    if (now.getTime() - Date.parse(row.usedAt) >= notedEvery) await this.#noteUse(row, now);
    return { subject, login, name, roles: Roles.parse(JSON.parse(row.roles)) };
  }

  /** @returns what the provider knows the log-in by */
  async end(token: string): Promise<string | undefined> {
    const id = idOf(token);
    const row = await this.#store.read((manager) => manager.findOneBy(this.#rows, { id }));
    await this.#store.transaction([], (manager) => manager.delete(this.#rows, { id }));
    return row?.hint ? opened(token, row.hint) : undefined;
  }

  /** Two requests at once may both note it; one that ended meanwhile stays ended. */
  async #noteUse({ id, begunAt }: LoginSessionRow, now: Date): Promise<void> {
    const atTheLatest = Date.parse(begunAt) + longest;
    const endsAt = instant(new Date(Math.min(now.getTime() + idleFor, atTheLatest)));
    await this.#store.transaction([], (manager) =>
      manager.update(this.#rows, { id, endsAt: MoreThan(instant(now)) }, { usedAt: instant(now), endsAt }),
    );
  }
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A name as a page and a line of the audit trail can show it: no control sign, no sign that turns a line about. */
function shown(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').slice(0, 200);
}
