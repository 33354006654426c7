import { createHash } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import { HandledActivityRows } from './handledActivitiesTable.ts';
import type { TurnOf } from './turnLease.ts';

/** An activity by the id that its channel delivers it under, also again. */
export type Delivered = TurnOf & { activityId: string };

/** Which activities had their turn and how they were answered, so that one that is delivered again has no second one. */
export class HandledActivities {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** What the activity was answered with; undefined where it had no turn yet. */
  async answer(delivered: Delivered): Promise<string | undefined> {
    const row = await this.#store.read((manager) =>
      manager.findOneBy(HandledActivityRows, { id: id(delivered) }),
    );
    return row === null ? undefined : (row.answer ?? '');
  }

  /** @param answer what the channel was answered; no secret stands in it */
  async add(manager: EntityManager, delivered: Delivered, answer: string): Promise<void> {
    const handledAt = instant(this.#clock());
    await manager.upsert(HandledActivityRows, { id: id(delivered), handledAt, answer }, ['id']);
  }
}

/** Ids of channels have any length and may name a person: only their hash is kept. */
function id({ channelId, conversationId, activityId }: Delivered): string {
  return createHash('sha256')
    .update(JSON.stringify([channelId, conversationId, activityId]))
    .digest('base64url');
}
