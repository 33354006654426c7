import { afterCommit } from '../../kit/store/afterCommit.ts';
import type { Store, Work } from '../../kit/store/store.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { Answered, DeliveryArrival } from './channelForm.ts';
import type { Sealed } from './delivery.ts';
import { Kept } from './kept.ts';
import type { DeliveryLook, Taking } from './taking.ts';
import type { Turned } from './terminal.ts';
import { TurnLost, unlessLost } from './turnLost.ts';
import type { TurnOrder } from './turnOrder.ts';
import type { TurnRows } from './turnRows.ts';

/** The data that a turn writes beside its answer. */
type Left = Pick<Turned, 'standing' | 'events'>;

type TurnWritingDependencies = { store: Store; rows: TurnRows; order: TurnOrder };

/** A turn that has begun, with its delivery and what is to be written about its arrival. */
type Begun<Found> = {
  taking: Taking<Found, unknown>;
  look: DeliveryLook<unknown>;
  sealed: Sealed<Found>;
  arrival: DeliveryArrival;
};

/**
 * What one turn writes: that its delivery came, and what came of it. Both in one transaction, unless it must be certain
 * sooner that it came; then that has one of its own.
 */
export class TurnWriting<Found> {
  readonly #parts: TurnWritingDependencies;
  readonly #begun: Begun<Found>;
  #arrived: Promise<boolean> | undefined;

  constructor(parts: TurnWritingDependencies, begun: Begun<Found>) {
    this.#parts = parts;
    this.#begun = begun;
  }

  /**
   * @param mayWait whether it may become certain with what the turn writes next
   * @returns false where somebody else has the turn; then nothing was written
   */
  writesDown(mayWait = false): Promise<boolean> {
    this.#arrived ??= this.#writesDown(mayWait);
    return this.#arrived;
  }

  /** @throws TurnLost where somebody else has the turn by now */
  async ends(turned: Left, answered: Answered, work: UnitOfWork): Promise<void> {
    if (this.#arrived === undefined) this.#arrived = this.#ends(turned, answered, work, false);
    else if (await this.#arrived) await this.#ends(turned, answered, work, true);
    else throw new TurnLost();
    await this.#arrived;
    work.committed();
    answered.committed?.();
  }

  async #writesDown(mayWait: boolean): Promise<boolean> {
    const { taking, look, sealed, arrival } = this.#begun;
    const { store, rows, order } = this.#parts;
    const takes: Work<true> = async (manager) => {
      await order.take(manager, taking.holding, look.conversation);
      if (!this.#cameBefore) await rows.arrive(manager, taking.holding, Kept.whole(taking, sealed, arrival));
      await arrival.write?.(manager);
      afterCommit(manager, () => this.#isCertain());
      return true;
    };
    return (await unlessLost(store.transaction([], takes, () => mayWait))) ?? false;
  }

  async #ends(
    { standing, events = [] }: Left,
    { answer, write, together }: Answered,
    work: UnitOfWork,
    isWritten: boolean,
  ): Promise<true> {
    const { taking, arrival } = this.#begun;
    const { store, rows, order } = this.#parts;
    const { holding, form } = taking;
    const isSent = form.sends === undefined;
    const outcome = {
      answer,
      sent: isSent ? null : 0,
      kept: isSent ? null : Kept.toSend(taking),
      events: events.length > 0 ? JSON.stringify(events) : null,
    };
    await store.transaction([], async (manager) => {
      await order.end(manager, holding, { standing, isSent });
      if (isWritten || this.#cameBefore) await rows.answer(manager, holding.delivery, outcome);
      else await rows.arriveAnswered(manager, holding, outcome);
      const isTogether = together !== undefined && !isWritten;
      if (!isWritten && !isTogether) await arrival.write?.(manager);
      await work.write(manager);
      await (isTogether ? together(manager) : write?.(manager));
    });
    if (!isWritten) this.#isCertain();
    return true;
  }

  #isCertain(): void {
    const { arrival, taking, look } = this.#begun;
    arrival.committed?.();
    taking.underWay?.isCertain(arrival.receipt ?? (look.before && Kept.of(look.before).receipt));
  }

  get #cameBefore(): boolean {
    return this.#begun.look.before !== undefined;
  }
}
