import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { leaseLasts } from '../../../bot/turn/leasedTurns.ts';
import { conversationKey, deliveryKey } from '../../../bot/turn/turnRows.ts';
import { Turns } from '../../../bot/turn/turns.ts';
import { ConversationRows, DeliveryRows } from '../../../bot/turn/turnTables.ts';
import type { Store } from '../../../kit/store/store.ts';
import { later } from '../../../kit/time.ts';
import type { EmptyDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { delivery, NotingTerminal, textForm } from './notingTerminal.ts';

type Engine = { turns: Turns<string>; terminal: NotingTerminal };

/** Two turn engines as two processes have them: nothing is shared but the database. */
export class TwoEngines {
  now = new Date('2026-11-24T08:00:00.000Z');
  /** What renews the leases of the turns that run. */
  readonly beats: (() => Promise<void>)[] = [];
  readonly logged: string[] = [];
  readonly stores: Store[];
  readonly #database: EmptyDatabase | undefined;
  one: Engine;
  other: Engine;

  static async open(empty: () => Promise<EmptyDatabase>): Promise<TwoEngines> {
    const database = await empty();
    // Two connections to one SQLite file in one process would wait for each other: there the store is shared.
    const urls = database.url.startsWith('sqlite') ? [database.url] : [database.url, database.url];
    const stores = await Promise.all(urls.map((url) => openTestStore(url, [botSchema])));
    return new TwoEngines(stores, database);
  }

  /** On a database that is somebody else's to close. */
  static of(store: Store): TwoEngines {
    return new TwoEngines([store]);
  }

  private constructor(stores: Store[], database?: EmptyDatabase) {
    this.#database = database;
    this.stores = stores;
    this.one = this.engine(0);
    this.other = this.engine(1);
  }

  get store(): Store {
    return this.stores[0] ?? assert.fail();
  }

  readonly clock = (): Date => this.now;

  passes(milliseconds: number): void {
    this.now = later(this.now, milliseconds);
  }

  /**
   * One more process.
   * @param which database connection it has
   * @param pause what it does between two looks at the turn of another one
   * @param isAlone whether it has the database for itself
   * @param hasOwnTimer whether it renews its leases by itself, not where a test says so
   */
  engine(
    which: 0 | 1,
    {
      pause = () => {},
      longestWait,
      hasOwnTimer = false,
      isAlone = false,
    }: { pause?: () => unknown; longestWait?: number; hasOwnTimer?: boolean; isAlone?: boolean } = {},
  ): Engine {
    const terminal = new NotingTerminal();
    const turns = new Turns({
      store: this.stores.at(-which) ?? assert.fail(),
      terminal,
      isAlone,
      clock: this.clock,
      pause: async () => {
        await pause();
        await setImmediate();
      },
      log: pino({ level: 'warn' }, { write: (line: string) => this.logged.push(line) }),
      ...(!hasOwnTimer && { heartbeat: (beat) => this.#beats(beat) }),
      ...(longestWait !== undefined && { longestWait }),
    });
    return { turns, terminal };
  }

  #beats(beat: () => Promise<void>): () => void {
    this.beats.push(beat);
    return () => void this.beats.splice(this.beats.indexOf(beat), 1);
  }

  /** Everything is as it was before the first delivery. */
  async begins(): Promise<void> {
    this.now = new Date('2026-11-24T08:00:00.000Z');
    this.beats.length = 0;
    this.logged.length = 0;
    this.one = this.engine(0);
    this.other = this.engine(1);
    await this.store.transaction([], async (manager) => {
      await manager.deleteAll(ConversationRows);
      await manager.deleteAll(DeliveryRows);
    });
  }

  /** A turn that stays as it is until it is let go on. */
  async held(
    engine: Engine,
    id: string,
    form = textForm(id),
  ): Promise<{ turn: Promise<string>; goOn(): void }> {
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    engine.terminal.before = async () => {
      engine.terminal.before = async () => {};
      begins();
      await goesOn;
    };
    const turn = engine.turns.take(delivery(id), form);
    await begun;
    return { turn, goOn };
  }

  /** A delivery whose process dies in its turn, and the time until somebody else may have that. */
  async lost(id: string, form = textForm(id)): Promise<void> {
    const { turn } = await this.held(this.engine(0), id, form);
    turn.catch(() => {});
    this.beats.length = 0;
    this.passes(leaseLasts);
  }

  /** What the conversation has noted, as its state stands. */
  async noted(conversation = '+86 138', channelId = 'sms'): Promise<string[]> {
    const { state } = await this.other.turns.standing(channelId, conversation);
    return (state as { noted?: string[] } | undefined)?.noted ?? [];
  }

  conversationRow(conversation = '+86 138', channelId = 'sms') {
    const id = conversationKey(channelId, conversation);
    return this.store.read((manager) => manager.findOneBy(ConversationRows, { id }));
  }

  deliveryRow(id: string, channelId = 'sms') {
    return this.store.read((manager) => manager.findOneBy(DeliveryRows, { id: deliveryKey(channelId, id) }));
  }

  async close(): Promise<void> {
    for (const store of this.stores) await store.close();
    await this.#database?.remove();
  }
}
