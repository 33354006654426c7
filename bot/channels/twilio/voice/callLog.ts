import { type EntityManager, IsNull, MoreThan, Not } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, type Instant, instant, later, minutes, seconds } from '../../../../kit/time.ts';
import { type CallRow, CallRows, CallStepRows } from './callTables.ts';
import { Expects } from './expects.ts';
import type { Tongue } from './voices.ts';

/** A call as its turn needs it. */
export type Call = {
  callSid: string;
  caller: string | undefined;
  /** The caller's number, as the request that is being answered has it; it is kept nowhere. */
  phone?: string | undefined;
  conversationId: string;
  tongue: Tongue | undefined;
  expects: Expects;
  silences: number;
};

/**
 * What a delivery of a step is.
 * - `claimed`: the first one; its caller does the work. `again` where a process died over it before
 * - `answered`: it came before; this is what was answered
 * - `working`: it came before and is being worked on
 * - `outOfOrder`: the call is somewhere else; `latest` is the newest step that was begun
 */
export type Claim =
  | Claimed
  | { state: 'answered'; answer: string }
  | { state: 'working'; tongue: Tongue | undefined }
  | { state: 'outOfOrder'; latest: number }
  | { state: 'ended' | 'unknown' };

/** `claimedAt` tells this claim from one that another process made when this one took too long. */
export type Claimed = { state: 'claimed'; call: Call; again: boolean; claimedAt: Instant };

/** How a step leaves its call. */
export type Left = Pick<Call, 'conversationId' | 'tongue' | 'expects' | 'silences'>;

const resumableFor = 30 * minutes;
/** A call that says nothing for so long has been dropped, even where the carrier did not say so. */
const aliveFor = 90 * seconds;
/** A step that is worked on for so long has lost its process. */
const workingFor = 30 * seconds;

/** The calls and the steps of each, so that one step has one effect and one answer however often it is delivered. */
export class CallLog {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Puts a new call down; one that is there already stays as it is. */
  async open(callSid: string, caller: string | undefined): Promise<void> {
    await this.#store.transaction(async (manager) => {
      if (await manager.existsBy(CallRows, { callSid })) return;
      const now = instant(this.#clock());
      await manager.insert(CallRows, {
        callSid,
        caller: caller ?? null,
        conversationId: callSid,
        tongue: null,
        step: 0,
        expects: JSON.stringify({ what: 'tongue' } satisfies Expects),
        silences: 0,
        startedAt: now,
        lastStepAt: now,
        endedAt: null,
      });
    });
  }

  /** Claims a step for whoever asks first. */
  async claim(callSid: string, step: number, idempotencyToken: string | undefined): Promise<Claim> {
    return this.#store.transaction(async (manager) => {
      const now = this.#clock();
      const claimedAt = instant(now);
      const row = await manager.findOneBy(CallRows, { callSid });
      if (row === null) return { state: 'unknown' };
      const before = await manager.findOneBy(CallStepRows, { callSid, step });
      if (before?.answer) return { state: 'answered', answer: before.answer };
      if (row.endedAt !== null) return { state: 'ended' };
      if (before) {
        if (before.claimedAt > instant(later(now, -workingFor)))
          return { state: 'working', tongue: callOf(row).tongue };
        await manager.update(CallStepRows, { callSid, step }, { claimedAt });
        return { state: 'claimed', call: callOf(row), again: true, claimedAt };
      }
      if (step !== row.step || (await usedBefore(manager, callSid, idempotencyToken))) {
        return { state: 'outOfOrder', latest: row.step - 1 };
      }
      await manager.insert(CallStepRows, {
        callSid,
        step,
        idempotencyToken: idempotencyToken ?? null,
        answer: null,
        claimedAt,
      });
      return { state: 'claimed', call: callOf(row), again: false, claimedAt };
    });
  }

  /** Keeps what a step was answered with and what the call waits for now; false where the claim is not the last one. */
  async finish(
    callSid: string,
    step: number,
    claimedAt: Instant,
    answer: string,
    left: Left,
  ): Promise<boolean> {
    return this.#store.transaction(async (manager) => {
      const { affected } = await manager.update(CallStepRows, { callSid, step, claimedAt }, { answer });
      if (affected !== 1) return false;
      await manager.update(CallRows, callSid, {
        conversationId: left.conversationId,
        tongue: left.tongue ?? null,
        expects: JSON.stringify(left.expects),
        silences: left.silences,
        step: step + 1,
        lastStepAt: instant(this.#clock()),
      });
      return true;
    });
  }

  /** What a step was answered with; no answer while it is worked on, or where there was none. */
  async answer(
    callSid: string,
    step: number,
  ): Promise<{ answer: string | undefined; tongue: Tongue | undefined }> {
    return this.#store.read(async (manager) => {
      const before = await manager.findOneBy(CallStepRows, { callSid, step });
      const row = await manager.findOneBy(CallRows, { callSid });
      return { answer: before?.answer ?? undefined, tongue: row ? callOf(row).tongue : undefined };
    });
  }

  async end(callSid: string): Promise<void> {
    await this.#store.transaction((manager) =>
      manager.update(CallRows, { callSid, endedAt: IsNull() }, { endedAt: instant(this.#clock()) }),
    );
  }

  /** The caller's last call, where it was dropped in the last 30 minutes. One that is still going on is not. */
  async dropped(callSid: string, caller: string): Promise<Call | undefined> {
    const now = this.#clock();
    const row = await this.#store.read((manager) =>
      manager.findOne(CallRows, {
        where: { caller, callSid: Not(callSid), lastStepAt: MoreThan(instant(later(now, -resumableFor))) },
        order: { lastStepAt: 'DESC' },
      }),
    );
    if (row === null) return undefined;
    const alive = row.endedAt === null && row.lastStepAt > instant(later(now, -aliveFor));
    return alive || callOf(row).expects.what === 'transfer' ? undefined : callOf(row);
  }
}

/** A token that another step of the call came with: the carrier has sent an old request to a new address. */
async function usedBefore(manager: EntityManager, callSid: string, token: string | undefined) {
  return token !== undefined && manager.existsBy(CallStepRows, { callSid, idempotencyToken: token });
}

function callOf(row: CallRow): Call {
  return {
    callSid: row.callSid,
    caller: row.caller ?? undefined,
    conversationId: row.conversationId,
    tongue: (row.tongue as Tongue | null) ?? undefined,
    expects: Expects.parse(JSON.parse(row.expects)),
    silences: row.silences,
  };
}
