import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import type { AwaitedLinks as Noting } from '../../dialogs/state/dialogDependencies.ts';
import { loggedError } from '../../kit/loggedError.ts';
import { derivedFrom, newestOf, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import { In, LessThanOrEqual } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type UnitOfWork, writeWith } from '../../kit/store/unitOfWork.ts';
import { type Clock, type Instant, instant, later, minutes } from '../../kit/time.ts';
import {
  ConversationReference,
  conversationReference,
  type ReferringActivity,
} from '../turn/conversationReference.ts';
import { type AwaitedLinkRow, AwaitedLinkRows } from './awaitedLinksTable.ts';

/** A link whose end a conversation waits for; `id` is that of its authentication request. */
export type AwaitedLink = { id: string; reference: ConversationReference };

/** The extra time after a link's end, so that one that ends in its last second is reported too. */
const afterItsEnd = 1 * minutes;

type StoredAwaitedLinksDependencies = {
  store: Store;
  /**
   * Signs the rows, because the bot sends a token to the address in them and must not trust the database alone for it.
   */
  secret: RotatingSecret;
  /**
   * The ids of the channels on which the bot can write unasked. A telephone gets the receipt instead, and its number is
   * not stored here.
   */
  reachable: ReadonlySet<string>;
  clock: Clock;
  log: Logger;
};

/** The conversations that wait for the end of a link, shared by all processes and kept over restarts. */
export class StoredAwaitedLinks implements Noting {
  readonly #parts: StoredAwaitedLinksDependencies;
  readonly #keys: RotatingSecret;

  constructor(parts: StoredAwaitedLinksDependencies) {
    this.#parts = parts;
    this.#keys = keysFrom(parts.secret);
  }

  /** Stores a wait. Never rejects, since the customer also hears the outcome when they ask. */
  async note(
    { activity, work }: { activity: ReferringActivity; work?: UnitOfWork | undefined },
    { id, expiresAt }: { id: string; expiresAt: Instant },
  ): Promise<void> {
    if (!this.#parts.reachable.has(activity.channelId)) return;
    const { store, clock, log } = this.#parts;
    try {
      const reference = JSON.stringify(conversationReference(activity));
      const mac = macOf(newestOf(this.#keys), { id, reference });
      const until = instant(later(new Date(expiresAt), afterItsEnd));
      const row = { id, reference, mac, nextAskAt: instant(clock()), until };
      await writeWith(work, store, (manager) => manager.upsert(AwaitedLinkRows, row, ['id']));
    } catch (error) {
      log.error({ err: loggedError(error) }, 'a conversation will not be told of the end of its link');
    }
  }

  /** The links to ask about next, the longest unasked first. */
  async due(most: number): Promise<AwaitedLink[]> {
    const { store, clock, log } = this.#parts;
    const now = instant(clock());
    const rows = await store.read((manager) =>
      manager.find(AwaitedLinkRows, {
        where: { nextAskAt: LessThanOrEqual(now) },
        order: { nextAskAt: 'ASC', id: 'ASC' },
        take: most,
      }),
    );
    const links: AwaitedLink[] = [];
    for (const row of rows) {
      const { id, reference, until } = row;
      const isOurs = isSigned(this.#keys, row);
      if (isOurs && until > now) {
        links.push({ id, reference: ConversationReference.parse(JSON.parse(reference)) });
        continue;
      }
      if (!isOurs) log.error({ link: id }, 'an awaited link was not written by this bot');
      await this.forget(id);
    }
    return links;
  }

  /** Something has become of these: they are asked for at the next look. @returns whether any of them is waited for */
  async hasten(ids: readonly string[]): Promise<boolean> {
    const nextAskAt = instant(this.#parts.clock());
    const { affected } = await this.#parts.store.transaction([], (manager) =>
      manager.update(AwaitedLinkRows, { id: In([...ids]) }, { nextAskAt }),
    );
    return affected !== 0;
  }

  /** Calls `listener` once something has become of requests that are waited for; the answer ends that. */
  listen(listener: () => void): () => void {
    const { store, log } = this.#parts;
    return store.announcements.listen('authenticationRequest', (news) => {
      // What was missed the next look finds.
      if (news === 'any') return;
      this.hasten([...news]).then(
        (areAwaited) => areAwaited && listener(),
        (error: unknown) => log.debug({ err: loggedError(error) }, 'links were not asked for at once'),
      );
    });
  }

  /** Whether this process may ask about the link now; if so, no other process does for `pause` milliseconds. */
  async claim(id: string, pause: number): Promise<boolean> {
    const now = this.#parts.clock();
    const { affected } = await this.#parts.store.transaction([], (manager) =>
      manager.update(
        AwaitedLinkRows,
        { id, nextAskAt: LessThanOrEqual(instant(now)) },
        { nextAskAt: instant(later(now, pause)) },
      ),
    );
    return affected === 1;
  }

  /** Stops all processes from asking about the link for `pause` milliseconds. */
  async putOff(id: string, pause: number): Promise<void> {
    const nextAskAt = instant(later(this.#parts.clock(), pause));
    await this.#parts.store.transaction([], (manager) =>
      manager.update(AwaitedLinkRows, { id }, { nextAskAt }),
    );
  }

  async forget(id: string): Promise<void> {
    await this.#parts.store.transaction([], (manager) => manager.delete(AwaitedLinkRows, { id }));
  }
}

type Signed = Pick<AwaitedLinkRow, 'id' | 'reference' | 'mac'>;

/** Whether a bot with this secret has written a row. */
export function wroteAwaitedLink(secret: RotatingSecret, row: Signed): boolean {
  return isSigned(keysFrom(secret), row);
}

function keysFrom(secret: RotatingSecret): RotatingSecret {
  return derivedFrom(secret, 'awaited links');
}

function macOf(key: KeyObject, { id, reference }: Pick<Signed, 'id' | 'reference'>): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([id, reference]))
    .digest('base64url');
}

function isSigned(keys: RotatingSecret, row: Signed): boolean {
  const given = Buffer.from(row.mac);
  return keys().some((key) => {
    const mac = Buffer.from(macOf(key, row));
    return mac.length === given.length && timingSafeEqual(mac, given);
  });
}
