import AsyncLock from 'async-lock';
import type { Logger } from 'pino';
import { UnfreezeError } from '../../kit/errors.ts';
import { loggedError } from '../../kit/loggedError.ts';
import { soon } from '../../kit/soon.ts';
import { lookTogether } from '../../kit/store/lookTogether.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Pause, seconds } from '../../kit/time.ts';
import { traced } from '../../kit/trace.ts';
import { type ChannelForm, wantedOf } from './channelForm.ts';
import type { Delivery } from './delivery.ts';
import { Kept } from './kept.ts';
import { type Heartbeat, LeasedTurns } from './leasedTurns.ts';
import { OwnTurns } from './ownTurns.ts';
import { type DeliveryLook, holdingOf, keptTaking, standingOf, type Taking } from './taking.ts';
import type { Standing, Terminal } from './terminal.ts';
import { type Attempted, TurnAttempts } from './turnAttempts.ts';
import type { TurnOrder } from './turnOrder.ts';
import { conversationKey, deliveryKey, TurnRows } from './turnRows.ts';
import type { DeliveryRow } from './turnTables.ts';
import { type TakenDelivery, UnderWay } from './underWay.ts';

export type TurnsDependencies<Found> = {
  store: Store;
  terminal: Terminal<Found>;
  clock: Clock;
  pause: Pause;
  log: Logger;
  /** Whether no other process works on the same conversations; who says so has seen to it. */
  isAlone?: boolean;
  /** Three times in the life of a lease, where nothing else is given. */
  heartbeat?: Heartbeat;
  /** How long a delivery waits for those before it, in milliseconds: less than the 15 s that carriers and channels give. */
  longestWait?: number;
};

/**
 * The milliseconds that a channel waits for an answer, and for the turns before it where that differs from the usual
 * time.
 */
export type Patience = { patience: number; longestWait?: number };

type Attempt<Seen> = { look: DeliveryLook<Seen>; attempted: Attempted | undefined };

/** The shortest and the longest pause, in milliseconds, between two looks at the turn of another process. */
const shortestLook = 20;
const longestLook = 200;
/** The most lost turns that one look repeats. A process has fewer under way; the next look takes the rest. */
const mostRecovered = 100;
const recoveryWaits = 1 * seconds;

/**
 * The one owner of turns, for every channel: a delivery has one effect and one answer however often it comes; those of
 * one conversation are done one after the other, over all processes; what a turn writes is written at its end, whole or
 * not at all, and what dies before that is done again.
 */
export class Turns<Found> {
  readonly #parts: TurnsDependencies<Found>;
  readonly #rows: TurnRows;
  readonly #order: TurnOrder;
  readonly #attempts: TurnAttempts<Found>;
  readonly #queue = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  readonly #longestWait: number;
  /** The turns under way in this process, by the keys of their deliveries. */
  readonly #underWay = new Map<string, UnderWay>();

  constructor(parts: TurnsDependencies<Found>) {
    this.#parts = parts;
    this.#rows = new TurnRows(parts);
    this.#order = parts.isAlone ? new OwnTurns(parts) : new LeasedTurns(parts);
    this.#attempts = new TurnAttempts({ ...parts, rows: this.#rows, order: this.#order });
    this.#longestWait = parts.longestWait ?? 12 * seconds;
  }

  /**
   * The turn of a delivery.
   * @returns what it is answered with, the same each time it comes
   * @throws UnfreezeError `storeUnavailable` where those before it take too long; then nothing was done
   */
  take<Seen>(delivery: Delivery, form: ChannelForm<Seen>): Promise<string> {
    return this.#taken(delivery, form, this.#longestWait).answer;
  }

  /**
   * The turn of a delivery for a channel that must answer soon. Where it takes longer, or fails once it is written down
   * and is done again by itself, the channel may say so: it is certain by then that the delivery gets its answer.
   * @throws as `take` does
   */
  async takeSoon<Seen>(
    delivery: Delivery,
    form: ChannelForm<Seen>,
    { patience, longestWait = this.#longestWait }: Patience,
  ): Promise<TakenDelivery> {
    const underWay = this.#taken(delivery, form, longestWait);
    try {
      const answer = await soon(underWay.answer, patience);
      if (answer !== undefined) return { answer };
      underWay.answer.catch((error: unknown) => this.#logFailed(error, delivery));
      return form.isBroughtAgain ? { receipt: undefined } : await underWay.written();
    } catch (error) {
      if (!form.isRecovered || !underWay.isWritten) throw error;
      this.#logFailed(error, delivery);
      return underWay.written();
    }
  }

  /**
   * A turn for something that the bot itself has found, and nobody outside has said.
   * @throws whatever the turn throws, and then it may be tried again
   */
  async tell<Seen>(delivery: Delivery, own: Found, form: ChannelForm<Seen>): Promise<void> {
    await this.#begun({ delivery, form, own, holding: holdingOf(delivery) }, this.#longestWait).answer;
  }

  /** What a delivery was answered with, by its channel and its own id; undefined while it is not. */
  async answer(channelId: string, id: string): Promise<string | undefined> {
    const row = await this.#parts.store.read((manager) =>
      this.#rows.delivery(manager, deliveryKey(channelId, id)),
    );
    return row?.answer ?? undefined;
  }

  /** How a conversation stands, read without its turn. */
  async standing(channelId: string, conversationId: string): Promise<Standing> {
    const id = conversationKey(channelId, conversationId);
    const row = await this.#parts.store.read((manager) => this.#rows.conversation(manager, id));
    return standingOf(row);
  }

  /**
   * Does again the turns that were lost with their process, on channels that deliver nothing a second time. Never rejects:
   * what cannot be done now is tried at the next look.
   * @param formOf gives the form of a channel; undefined where the channel itself delivers again
   */
  async recover(formOf: (delivery: Delivery) => ChannelForm<unknown> | undefined): Promise<void> {
    const { store, log } = this.#parts;
    try {
      const lost = this.#order.lostBefore();
      const rows = await store.read((manager) => this.#rows.openSince(manager, lost, mostRecovered));
      for (const row of rows) await this.#recovers(row, formOf);
    } catch (error) {
      log.warn({ err: loggedError(error) }, 'turns that were lost could not be looked for');
    }
  }

  /** Waits for the turns that are under way, for so many milliseconds at most: what is left is done again. */
  async settle(patience: number): Promise<void> {
    const answers = [...this.#underWay.values()].map(({ answer }) => answer);
    await soon(Promise.allSettled(answers), patience);
  }

  /** One that cannot be done again must not keep the others from it; one that only takes long is not lost. */
  async #recovers(
    row: DeliveryRow,
    formOf: (delivery: Delivery) => ChannelForm<unknown> | undefined,
  ): Promise<void> {
    const { reference, locale } = Kept.of(row);
    const delivery: Delivery | undefined = reference && { reference, id: undefined, locale };
    const form = delivery && formOf(delivery);
    if (!form) return;
    const taking = keptTaking<Found, unknown>({ delivery, form, holding: holdingOf(delivery) }, row);
    try {
      if (this.#underWay.has(row.id) || !(await this.#isFree(row.conversation))) return;
      await this.#begun(taking, recoveryWaits).answer;
    } catch (error) {
      this.#parts.log.warn({ err: loggedError(error) }, 'a turn that was lost could not be done again yet');
    }
  }

  async #isFree(id: string): Promise<boolean> {
    const row = await this.#parts.store.read((manager) => this.#rows.conversation(manager, id));
    return this.#order.isFree(row);
  }

  /** A delivery that is under way already is not begun a second time. */
  #taken<Seen>(delivery: Delivery, form: ChannelForm<Seen>, longestWait: number): UnderWay {
    const holding = holdingOf(delivery);
    return this.#underWay.get(holding.delivery) ?? this.#begun({ delivery, form, holding }, longestWait);
  }

  #begun<Seen>(taking: Taking<Found, Seen>, longestWait: number): UnderWay {
    const { delivery } = taking.holding;
    const underWay: UnderWay = new UnderWay((underWay) =>
      traced(() => this.#inLine({ ...taking, underWay }, longestWait), undefined, turnSpan(taking)).finally(
        () => {
          if (this.#underWay.get(delivery) === underWay) this.#underWay.delete(delivery);
        },
      ),
    );
    this.#underWay.set(delivery, underWay);
    return underWay;
  }

  async #inLine<Seen>(taking: Taking<Found, Seen>, longestWait: number): Promise<string> {
    const { conversation } = taking.holding;
    const deadline = this.#parts.clock().getTime() + longestWait;
    const noted = this.#queue.isBusy(conversation) ? this.#notesWaiting(taking) : undefined;
    let waits = true;
    const first = async () => {
      waits = false;
      await noted;
      return this.#inTurn(taking, deadline, noted !== undefined);
    };
    return this.#queue.acquire(conversation, first, { timeout: longestWait }).catch((error: unknown) => {
      throw waits ? tooLong(error) : error;
    });
  }

  #notesWaiting<Seen>({ form: { waits } }: Taking<Found, Seen>): Promise<void> {
    const noted = waits
      ? this.#parts.store.transaction([], async (manager) => void (await waits(manager)))
      : undefined;
    // The delivery that waits in the line gets this failure when its turn comes.
    noted?.catch(() => {});
    return noted ?? Promise.resolve();
  }

  /** The first of the line within this process waits in the database for the turns of other processes. */
  async #inTurn<Seen>(taking: Taking<Found, Seen>, deadline: number, hasWaited: boolean): Promise<string> {
    let finishesEarlier = true;
    let isNoted = hasWaited;
    for (let pause = shortestLook; ; pause = Math.min(2 * pause, longestLook)) {
      const { look, attempted }: Attempt<Seen> = await this.#attempt(taking, finishesEarlier);
      const answer = attempted && (await this.#attempts.sends(taking, attempted));
      if (answer !== undefined) return answer;
      if (finishesEarlier && look.open && this.#order.isFree(look.conversation)) {
        finishesEarlier = await this.#finishesEarlier(taking, look.open, look);
        continue;
      }
      if (this.#parts.clock().getTime() >= deadline) throw tooLong();
      if (!isNoted) await this.#notesWaiting(taking);
      isNoted = true;
      await this.#parts.pause(pause);
    }
  }

  /** What is read and written in one attempt is certain at its end, together with what the bank's side writes for it here. */
  #attempt<Seen>(taking: Taking<Found, Seen>, finishesEarlier: boolean): Promise<Attempt<Seen>> {
    return this.#parts.store.inOneCommit(async () => {
      const look = await this.#look(taking);
      const before = await this.#attempts.answeredBefore(taking, look);
      const isTurn = this.#order.isFree(look.conversation) && !(finishesEarlier && look.open);
      return { look, attempted: before ?? (isTurn ? await this.#attempts.turn(taking, look) : undefined) };
    });
  }

  /** @returns false where that cannot be: it must not keep the next ones waiting */
  async #finishesEarlier<Seen>(
    taking: Taking<Found, Seen>,
    row: DeliveryRow,
    look: DeliveryLook<Seen>,
  ): Promise<boolean> {
    const earlier = keptTaking(taking, row);
    try {
      const attempted = await this.#parts.store.inOneCommit(() =>
        this.#attempts.finish(earlier, { ...look, before: row, open: undefined }),
      );
      if (attempted) await this.#attempts.sends(earlier, attempted);
      return true;
    } catch (error) {
      this.#parts.log.warn({ err: loggedError(error) }, 'an earlier turn could not be finished');
      return false;
    }
  }

  #look<Seen>({ form, holding }: Taking<Found, Seen>): Promise<DeliveryLook<Seen>> {
    const { isRecovered = false } = form;
    return this.#parts.store.read(async (manager) => {
      const [conversation, deliveries, seen] = await lookTogether(manager, [
        this.#rows.wantedConversation(holding.conversation),
        this.#rows.wantedDeliveries(holding, isRecovered),
        wantedOf(form),
      ]);
      return { conversation, ...deliveries, seen };
    });
  }

  #logFailed(error: unknown, { reference }: Delivery): void {
    const { channelId, conversation } = reference;
    this.#parts.log.error(
      { err: loggedError(error), channel: channelId, conversation: conversation.id },
      'a turn failed whose delivery was acknowledged',
    );
  }
}

/** One of another conversation is not told by it, and neither is whose it is. */
function turnSpan({ delivery }: { delivery: Delivery }): { name: string; says: Record<string, string> } {
  return { name: 'turn', says: { channel: delivery.reference.channelId } };
}

function tooLong(cause?: unknown): UnfreezeError {
  return new UnfreezeError('storeUnavailable', 'the turns before this one take too long', { cause });
}
