import * as z from 'zod';
import { type EntityManager, IsNull, MoreThan, Not } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, instant, later, minutes, seconds } from '../../../../kit/time.ts';
import { type CallRow, CallRows } from './callTables.ts';
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

/** How a step leaves its call. */
export type Left = Pick<Call, 'conversationId' | 'tongue' | 'expects' | 'silences'>;

const resumableFor = 30 * minutes;
/** A call that says nothing for so long has been dropped, even where the carrier did not say so. */
const aliveFor = 90 * seconds;
/** Of so many steps it is known under which token the carrier brought them. */
const mostTokens = 50;

/** The calls, and how far each has come. */
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
        tokens: '[]',
      });
    });
  }

  find(manager: EntityManager, callSid: string): Promise<CallRow | null> {
    return manager.findOneBy(CallRows, { callSid });
  }

  async read(callSid: string): Promise<Call | undefined> {
    const row = await this.#store.read((manager) => this.find(manager, callSid));
    return row === null ? undefined : callOf(row);
  }

  /** Keeps what the call waits for after a step, in the transaction that keeps the step's answer. */
  async leave(
    manager: EntityManager,
    { callSid, tokens }: Pick<CallRow, 'callSid' | 'tokens'>,
    { step, token, left }: { step: number; token: string | undefined; left: Left },
  ): Promise<void> {
    await manager.update(CallRows, callSid, {
      conversationId: left.conversationId,
      tongue: left.tongue ?? null,
      expects: JSON.stringify(left.expects),
      silences: left.silences,
      step: step + 1,
      lastStepAt: instant(this.#clock()),
      ...(token !== undefined && {
        tokens: JSON.stringify([...tokensOf({ tokens }), token].slice(-mostTokens)),
      }),
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

/** The tokens that the carrier brought earlier steps of the call with. */
export function tokensOf({ tokens }: Pick<CallRow, 'tokens'>): string[] {
  return z.array(z.string()).parse(JSON.parse(tokens));
}

export function callOf(row: CallRow): Call {
  return {
    callSid: row.callSid,
    caller: row.caller ?? undefined,
    conversationId: row.conversationId,
    tongue: (row.tongue as Tongue | null) ?? undefined,
    expects: Expects.parse(JSON.parse(row.expects)),
    silences: row.silences,
  };
}
