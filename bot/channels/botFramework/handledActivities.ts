import { createHash } from 'node:crypto';
import { type Clock, instant } from '../../../services/contract/time.ts';
import type { Store } from '../../../services/store/store.ts';
import { HandledActivityRows } from '../../storage/handledActivitiesTable.ts';

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
}

/** Ids of channels have any length and may name a person: only their hash is kept. */
function id({ channelId, conversationId, activityId }: Delivered): string {
  return createHash('sha256')
    .update(JSON.stringify([channelId, conversationId, activityId]))
    .digest('base64url');
}
