import type { Store } from '../../kit/store/store.ts';
import { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { Answered, Before, DeliveryArrival, Told } from './channelForm.ts';
import type { Content, HeardDelivery, Sealed } from './delivery.ts';
import { Kept } from './kept.ts';
import { type DeliveryLook, standingOf, type Taking } from './taking.ts';
import type { Standing, Terminal } from './terminal.ts';
import { TurnLost, unlessLost } from './turnLost.ts';
import type { TurnOrder } from './turnOrder.ts';
import type { Holding, TurnRows } from './turnRows.ts';
import type { DeliveryRow } from './turnTables.ts';
import { TurnWriting } from './turnWriting.ts';

type TurnAttemptsDependencies<Found> = {
  store: Store;
  rows: TurnRows;
  order: TurnOrder;
  terminal: Terminal<Found>;
};

/** What a delivery is answered with, and the first part of it that has still to go out; undefined where it has all gone. */
export type Attempted = { answer: string; sendsFrom?: number | undefined };

/**
 * One attempt at the turn of a delivery: seal, write down that it came, converse, write what came of it. Each answers
 * nothing where somebody else was quicker, or has the turn by now: then the delivery looks again how it stands.
 */
export class TurnAttempts<Found> {
  readonly #parts: TurnAttemptsDependencies<Found>;

  constructor(parts: TurnAttemptsDependencies<Found>) {
    this.#parts = parts;
  }

  /** The turn, where nobody has it. */
  async turn<Seen>(taking: Taking<Found, Seen>, look: DeliveryLook<Seen>): Promise<Attempted | undefined> {
    const { form, own } = taking;
    const { before, conversation, seen } = look;
    const comes: Before = {
      isAgain: before !== undefined,
      // What the bot itself has found is true whatever was said since it was told in vain.
      isOvertaken:
        own === undefined && before !== undefined && (conversation?.updatedAt ?? '') > before.arrivedAt,
    };
    const read = own === undefined ? form.reads(seen, comes) : 'own';
    if (typeof read === 'object' && 'passing' in read) return { answer: read.passing };
    if (typeof read === 'object' && 'answer' in read) return this.#answerAlone(taking, look, read);
    const isUrgent = typeof read === 'object' && 'urgent' in read;
    const optedOut = isUrgent && read.optedOut;
    const completed = form.completes?.(taking.delivery, seen) ?? taking.delivery;
    const whole = { ...taking, delivery: { ...completed, optedOut } };
    const standing = standingOf(conversation);
    const sealed = await this.#sealed(whole, isUrgent ? read.urgent : read, standing, before);
    const heard = comes.isOvertaken && !isUrgent ? await this.#overtaken(whole, standing) : sealed.heard;
    return this.#converses(whole, look, { comes, sealed, heard, standing });
  }

  /** The answer of a delivery that had its turn; where some of it has still to go out, nobody else sends it. */
  async answeredBefore<Seen>(
    taking: Taking<Found, Seen>,
    look: DeliveryLook<Seen>,
  ): Promise<Attempted | undefined> {
    const { answer, sent } = look.before ?? {};
    if (answer === undefined || answer === null) return undefined;
    if (sent === undefined || sent === null || !taking.form.sends) return { answer };
    const { order, store } = this.#parts;
    if (!order.isFree(look.conversation)) return undefined;
    const takes = store.transaction([], async (manager) => {
      await order.take(manager, taking.holding, look.conversation);
      return true;
    });
    return (await unlessLost(takes)) ? { answer, sendsFrom: sent } : undefined;
  }

  /** The turn of a delivery before, or the rest of its answer where it had its turn. */
  finish<Seen>(earlier: Taking<Found, Seen>, look: DeliveryLook<Seen>): Promise<Attempted | undefined> {
    return look.before?.answer === null ? this.turn(earlier, look) : this.answeredBefore(earlier, look);
  }

  /** Sends what has still to go out, while the turn is held. */
  async sends<Seen>(
    { form, holding }: Taking<Found, Seen>,
    { answer, sendsFrom: from }: Attempted,
  ): Promise<string | undefined> {
    if (from === undefined) return answer;
    const { order } = this.#parts;
    return this.#whileHeld(holding, async () => {
      await form.sends?.(answer, from, (parts) => order.sent(holding, parts));
      await order.sent(holding, null);
      await order.release(holding);
      return answer;
    });
  }

  async #converses<Seen>(
    taking: Taking<Found, Seen>,
    look: DeliveryLook<Seen>,
    begun: { comes: Before; sealed: Sealed<Found>; heard: HeardDelivery<Found>; standing: Standing },
  ): Promise<Attempted | undefined> {
    const { form, delivery, holding, underWay } = taking;
    const { sealed, standing, heard } = begun;
    const { terminal, order } = this.#parts;
    const arrival: DeliveryArrival = form.arrives?.(sealed, begun.comes, look.seen) ?? {};
    const writing = new TurnWriting(this.#parts, { taking, look, sealed, arrival });
    const mustBeCertain = order.writesFirst || arrival.comesFirst || underWay?.isWanted;
    const receipt = arrival.receipt ?? (look.before && Kept.of(look.before).receipt);
    const told: Told = { held: sealed.held, receipt };
    const converses = async () => {
      const work = new UnitOfWork();
      const turned = await terminal.converse(delivery, heard, standing, work);
      const answered = form.writes(turned, look.seen, told);
      await writing.ends(turned, answered, work);
      return answered.answer;
    };
    const comesFirst = mustBeCertain || sealed.takesLong;
    if (comesFirst && !(await writing.writesDown(!mustBeCertain))) return undefined;
    underWay?.begins(() => writing.writesDown());
    const answer = await this.#whileHeld(holding, converses);
    return answer === undefined ? undefined : { answer, ...(form.sends && { sendsFrom: 0 }) };
  }

  /** An answer that wants no turn of the conversation: what the channel settles by itself. */
  async #answerAlone<Seen>(
    { holding }: Taking<Found, Seen>,
    { conversation, before }: DeliveryLook<Seen>,
    { answer, write, committed }: Answered,
  ): Promise<Attempted | undefined> {
    const { store, order, rows } = this.#parts;
    const outcome = { answer, sent: null, kept: null, events: null };
    const answers = store.transaction([], async (manager) => {
      await order.take(manager, holding, conversation);
      await order.end(manager, holding, { standing: undefined, isSent: true });
      if (before) await rows.answer(manager, holding.delivery, outcome);
      else await rows.arriveAnswered(manager, holding, outcome);
      await write?.(manager);
      return true;
    });
    if (!(await unlessLost(answers))) return undefined;
    committed?.();
    return { answer };
  }

  async #sealed<Seen>(
    { delivery, own }: Taking<Found, Seen>,
    read: Content | 'kept' | 'own',
    standing: Standing,
    before: DeliveryRow | undefined,
  ): Promise<Sealed<Found>> {
    if (typeof read === 'object') return this.#parts.terminal.seal(delivery, read, standing);
    const kept = before && Kept.of<Found>(before).heard;
    const heard: HeardDelivery<Found> =
      own === undefined ? (kept ?? { content: nothingSaid }) : { content: nothingSaid, found: own };
    return { shown: heard.content, heard, kept: heard };
  }

  /** What it was said to has gone: a "1" or a secret in it must not be taken for the answer to something else. */
  async #overtaken<Seen>(
    { delivery }: Taking<Found, Seen>,
    standing: Standing,
  ): Promise<HeardDelivery<Found>> {
    const { heard } = await this.#parts.terminal.seal(delivery, { what: 'wish', wish: 'repeat' }, standing);
    return heard;
  }

  /** The turn is held on to while it runs; one that fails is given back at once. */
  async #whileHeld(holding: Holding, turn: () => Promise<string>): Promise<string | undefined> {
    const { order } = this.#parts;
    const stop = order.hold(holding);
    try {
      return await turn();
    } catch (error) {
      await order.release(holding);
      if (error instanceof TurnLost) return undefined;
      throw error;
    } finally {
      stop();
    }
  }
}

const nothingSaid: Content = { what: 'words', text: '' };
