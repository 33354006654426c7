import { createHash } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import { type Clock, hours, instant, later } from '../../../services/contract/time.ts';
import type { Store } from '../../../services/store/store.ts';
import { HandledActivityRows } from '../../storage/handledActivitiesTable.ts';

/** Longer than any channel tries again. */
const keptFor = 24 * hours;

type Delivered = { channelId: string; conversationId: string; activityId: string };

/** Which activities had their turn, so that one that is delivered again has no second one. */
export class HandledActivities {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  has(delivered: Delivered): Promise<boolean> {
    return this.#store.read((manager) => manager.existsBy(HandledActivityRows, { id: id(delivered) }));
  }

  async add(delivered: Delivered): Promise<void> {
    const handledAt = instant(this.#clock());
    await this.#store.transaction((manager) =>
      manager.upsert(HandledActivityRows, { id: id(delivered), handledAt }, ['id']),
    );
  }

  async removeExpired(): Promise<void> {
    const before = instant(later(this.#clock(), -keptFor));
    await this.#store.transaction((manager) =>
      manager.delete(HandledActivityRows, { handledAt: LessThanOrEqual(before) }),
    );
  }
}

/** Ids of channels have any length and may name a person: only their hash is kept. */
function id({ channelId, conversationId, activityId }: Delivered): string {
  return createHash('sha256')
    .update(JSON.stringify([channelId, conversationId, activityId]))
    .digest('base64url');
}
