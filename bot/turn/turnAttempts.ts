import { randomUUID } from 'node:crypto';
import type { Store } from '../../kit/store/store.ts';
import { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import { type Clock, instant } from '../../kit/time.ts';
import type { Answered, Arrival, Before, Told } from './channelForm.ts';
import type { Content, Heard, Sealed } from './delivery.ts';
import { Kept } from './kept.ts';
import { type Look, standingOf, type Taking } from './taking.ts';
import type { Standing, Terminal, Turned } from './terminal.ts';
import { TurnLost } from './turnLost.ts';
import { type Holding, leaseLasts, type TurnRows } from './turnRows.ts';
import type { DeliveryRow } from './turnTables.ts';

/** Does `beat` again and again until it is stopped. */
export type Heartbeat = (beat: () => Promise<void>) => () => void;

type Parts<Found> = {
  store: Store;
  rows: TurnRows;
  terminal: Terminal<Found>;
  clock: Clock;
  heartbeat?: Heartbeat | undefined;
};

/**
 * One attempt at the turn of a delivery: seal, write down that it came, converse, write what came of it. Each answers
 * nothing where somebody else was quicker, or has the turn by now: then the delivery looks again how it stands.
 */
export class TurnAttempts<Found> {
  readonly #parts: Parts<Found>;
  readonly #rows: TurnRows;
  readonly #heartbeat: Heartbeat;

  constructor(parts: Parts<Found>) {
    this.#parts = parts;
    this.#rows = parts.rows;
    this.#heartbeat = parts.heartbeat ?? everyThird;
  }

  /** The turn, where nobody has it. */
  async turn<Seen>(taking: Taking<Found, Seen>, look: Look<Seen>): Promise<string | undefined> {
    const { form, own } = taking;
    const { before, conversation, seen } = look;
    const comes: Before = {
      isAgain: before !== undefined,
      // What the bot itself has found is true whatever was said since it was told in vain.
      isOvertaken:
        own === undefined && before !== undefined && (conversation?.updatedAt ?? '') > before.arrivedAt,
    };
    const read = own === undefined ? form.reads(seen, comes) : 'own';
    if (typeof read === 'object' && 'passing' in read) return read.passing;
    if (typeof read === 'object' && 'answer' in read) return this.#answerAlone(taking, look, read);
    const isUrgent = typeof read === 'object' && 'urgent' in read;
    const optedOut = isUrgent && read.optedOut;
    const standing = standingOf(conversation);
    const sealed = await this.#sealed(taking, isUrgent ? read.urgent : read, standing, before);
    const isPast = comes.isOvertaken && !isUrgent;
    const heard = isPast ? await this.#overtaken(taking, standing) : sealed.heard;
    const arrival = await this.#arrives(taking, look, comes, sealed);
    if (arrival === undefined) return undefined;
    arrival.committed?.();
    const told = { held: sealed.held, receipt: arrival.receipt ?? (before && Kept.of(before).receipt) };
    return this.#whileHeld(taking.holding, async () => {
      const work = new UnitOfWork();
      const turned = await this.#parts.terminal.converse(
        { ...taking.delivery, optedOut },
        heard,
        standing,
        work,
      );
      return this.#ends(taking, seen, { turned, work, told });
    });
  }

  /** The answer of a delivery that had its turn, once all of it has gone out. */
  async answeredBefore<Seen>(taking: Taking<Found, Seen>, look: Look<Seen>): Promise<string | undefined> {
    const { answer, sent } = look.before ?? {};
    if (answer === undefined || answer === null) return undefined;
    if (sent === undefined || sent === null || !taking.form.sends) return answer;
    if (!this.isFree(look)) return undefined;
    const isTaken = await this.#parts.store.transaction((manager) =>
      this.#rows.take(manager, taking.holding, look.conversation),
    );
    return isTaken ? this.#whileHeld(taking.holding, () => this.#send(taking, answer, sent)) : undefined;
  }

  /** The turn of a delivery before, or the rest of its answer where it had its turn. */
  async finish<Seen>(earlier: Taking<Found, Seen>, look: Look<Seen>): Promise<void> {
    await (look.before?.answer === null ? this.turn(earlier, look) : this.answeredBefore(earlier, look));
  }

  isFree({ conversation }: Pick<Look<unknown>, 'conversation'>): boolean {
    return conversation === undefined || conversation.expiresAt <= instant(this.#parts.clock());
  }

  #arrives<Seen>(
    taking: Taking<Found, Seen>,
    { conversation, seen }: Look<Seen>,
    comes: Before,
    sealed: Sealed<Found>,
  ): Promise<Arrival | undefined> {
    const { form, holding } = taking;
    return this.#parts.store.transaction(async (manager) => {
      if (!(await this.#rows.take(manager, holding, conversation))) return undefined;
      const arrival: Arrival = (await form.arrives?.(manager, sealed, comes, seen)) ?? {};
      if (!comes.isAgain) await this.#rows.arrive(manager, holding, keptOf(taking, sealed, arrival));
      return arrival;
    });
  }

  /** An answer that wants no turn of the conversation: what the channel settles by itself. */
  async #answerAlone<Seen>(
    { holding }: Taking<Found, Seen>,
    { conversation }: Look<Seen>,
    { answer, write, committed }: Answered,
  ): Promise<string | undefined> {
    const isTaken = await this.#parts.store.transaction(async (manager) => {
      if (!(await this.#rows.take(manager, holding, conversation))) return false;
      await this.#rows.arrive(manager, holding, null);
      await this.#rows.end(manager, holding, { standing: undefined, answer, isSent: true });
      await write?.(manager);
      return true;
    });
    if (!isTaken) return undefined;
    committed?.();
    return answer;
  }

  async #ends<Seen>(
    taking: Taking<Found, Seen>,
    seen: Seen,
    { turned, work, told }: { turned: Turned; work: UnitOfWork; told: Told },
  ): Promise<string> {
    const { form, holding } = taking;
    const { answer, write, committed } = form.writes(turned, seen, told);
    const isSent = !form.sends;
    await this.#parts.store.transaction(async (manager) => {
      await this.#rows.end(manager, holding, { standing: turned.standing, answer, isSent });
      await work.write(manager);
      await write?.(manager);
    });
    work.committed();
    committed?.();
    return isSent ? answer : this.#send(taking, answer, 0);
  }

  async #send<Seen>({ form, holding }: Taking<Found, Seen>, answer: string, from: number): Promise<string> {
    await form.sends?.(answer, from, (parts) => this.#rows.sent(holding, parts));
    await this.#rows.sent(holding, null);
    await this.#rows.release(holding);
    return answer;
  }

  async #sealed<Seen>(
    { delivery, own }: Taking<Found, Seen>,
    read: Content | 'kept' | 'own',
    standing: Standing,
    before: DeliveryRow | undefined,
  ): Promise<Sealed<Found>> {
    if (typeof read === 'object') return this.#parts.terminal.seal(delivery, read, standing);
    const kept = before && Kept.of<Found>(before).heard;
    const heard: Heard<Found> =
      own === undefined ? (kept ?? { content: nothingSaid }) : { content: nothingSaid, found: own };
    return { shown: heard.content, heard, kept: heard };
  }

  /** What it was said to has gone: a "1" or a secret in it must not be taken for the answer to something else. */
  async #overtaken<Seen>({ delivery }: Taking<Found, Seen>, standing: Standing): Promise<Heard<Found>> {
    const { heard } = await this.#parts.terminal.seal(delivery, { what: 'wish', wish: 'repeat' }, standing);
    return heard;
  }

  /** The turn is held on to while it runs; one that fails is given back at once. */
  async #whileHeld(holding: Holding, turn: () => Promise<string>): Promise<string | undefined> {
    const stop = this.#heartbeat(async () => {
      await this.#rows.renew(holding).catch(() => {});
    });
    try {
      return await turn();
    } catch (error) {
      await this.#rows.release(holding);
      if (error instanceof TurnLost) return undefined;
      throw error;
    } finally {
      stop();
    }
  }
}

const nothingSaid: Content = { what: 'words', text: '' };

/** The same delivery, done from what was kept of it. */
export function keptTaking<Found, Seen>(
  { delivery, form, holding }: Taking<Found, Seen>,
  row: DeliveryRow,
): Taking<Found, Seen> {
  return {
    form: { ...form, reads: () => 'kept' },
    delivery: { ...delivery, id: undefined, phone: undefined, network: undefined },
    holding: { ...holding, holder: randomUUID(), delivery: row.id },
  };
}

/** Of what the bot itself has found nothing is kept: whoever has found it tells it again. */
function keptOf<Found, Seen>(
  { delivery, form, own }: Taking<Found, Seen>,
  { kept }: Sealed<Found>,
  { receipt }: Arrival,
): Kept<Found> | null {
  if (own !== undefined) return null;
  const { reference, locale } = delivery;
  return {
    heard: kept,
    ...(receipt !== undefined && { receipt }),
    ...(form.isRecovered && { reference, ...(locale !== undefined && { locale }) }),
  };
}

/** The timer keeps no process alive. */
function everyThird(beat: () => Promise<void>): () => void {
  const timer = setInterval(() => void beat(), leaseLasts / 3).unref();
  return () => clearInterval(timer);
}
