import { randomUUID } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import { ConversationStateRows } from './conversationStatesTable.ts';
import { TurnLost } from './turnLost.ts';

/** What a turn writes together with the state of its conversation. */
export type Beside = (manager: EntityManager) => Promise<void>;

/** The `eTag` of what was not there when it was read; a write with it overwrites nothing. */
export const notYet = 'notYet';

/**
 * Botbuilder's storage in the product's own database. A write says which version it read by its `eTag`; without
 * one, or with `*`, it overwrites. What one call writes is written whole or not at all.
 */
export class ConversationStates implements Storage {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  async read(keys: string[]): Promise<StoreItems> {
    if (keys.length === 0) return {};
    const rows = await this.#store.read((manager) =>
      manager.findBy(ConversationStateRows, { key: In(keys) }),
    );
    return Object.fromEntries(rows.map(({ key, value, eTag }) => [key, { ...itemOf(value), eTag }]));
  }

  /**
   * @param beside what is written in the same transaction, or refuses it
   * @throws TurnLost when someone else wrote since the item was read
   */
  async write(changes: StoreItems, beside?: Beside): Promise<void> {
    await this.#store.transaction(async (manager) => {
      await beside?.(manager);
      for (const [key, item] of Object.entries(changes)) await this.#writeOne(manager, key, item);
    });
  }

  async delete(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#store.transaction((manager) => manager.delete(ConversationStateRows, { key: In(keys) }));
  }

  async #writeOne(manager: EntityManager, key: string, { eTag, ...item }: StoreItem): Promise<void> {
    const row = {
      key,
      value: JSON.stringify(item),
      eTag: randomUUID(),
      updatedAt: instant(this.#clock()),
    };
    if (eTag === undefined || eTag === '*') {
      await manager.upsert(ConversationStateRows, row, ['key']);
      return;
    }
    if (eTag === notYet) {
      if (await manager.existsBy(ConversationStateRows, { key })) throw new TurnLost();
      await manager.insert(ConversationStateRows, row);
      return;
    }
    // The version stands in the WHERE: read and compare in two steps would let two writers both pass.
    const { affected } = await manager.update(ConversationStateRows, { key, eTag }, row);
    if (affected !== 1) throw new TurnLost();
  }
}

/** What cannot be read must not end a conversation for good: its reader finds that there was something, and begins anew. */
function itemOf(value: string): object {
  try {
    return JSON.parse(value);
  } catch {
    return { unreadable: true };
  }
}
