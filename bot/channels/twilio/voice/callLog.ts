import * as z from 'zod';
import type { Wanted } from '../../../../kit/store/lookTogether.ts';
import { PreparedTable } from '../../../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, instant, later, minutes, seconds } from '../../../../kit/time.ts';
import { type CallRow, CallRows } from './callTables.ts';
import { Expects } from './expects.ts';
import type { Tongue } from './voices.ts';

/** The state of a call that its turn needs. */
export type Call = {
  callSid: string;
  caller: string | undefined;
  /** The caller's number in the present request; it is not stored. */
  phone?: string | undefined;
  conversationId: string;
  tongue: Tongue | undefined;
  expects: Expects;
  silences: number;
  /** The number of the next step. */
  step: number;
  /** How often in a row a key or words could not be used. */
  wrong: number;
};

/** The state of a call after a step. */
export type Left = Pick<Call, 'conversationId' | 'tongue' | 'expects' | 'silences' | 'wrong'>;

/** How often something could not be used stands beside what is expected, and is left out where it was never. */
const Wrong = z.object({ wrong: z.int().default(0) });

/** A finished step: the carrier's token for it, the state of the call after it, and what the bot has told of its own. */
type StepLeft = { step: number; token?: string | undefined; left: Left; told?: string };

const resumableFor = 30 * minutes;
/** A call without a request for this long was interrupted, even if the carrier did not say so. */
const aliveFor = 90 * seconds;
/** The number of latest steps whose tokens are kept. */
const mostTokens = 50;

const calls = new PreparedTable(CallRows);

/** The stored calls, with the step that each has reached. */
export class CallLog {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The row of a new call; it is not stored yet. */
  fresh(callSid: string, caller: string | undefined): CallRow {
    const now = instant(this.#clock());
    return {
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
      told: null,
    };
  }

  wanted(callSid: string): Wanted<CallRow[]> {
    return calls.wanted({ callSid });
  }

  async read(callSid: string): Promise<Call | undefined> {
    const row = await this.#store.read((manager) => calls.selectOne(manager, { callSid }));
    return row && callFromRow(row);
  }

  /** Stores the state of the call after a step, in the transaction that stores the step's answer. */
  async leave(manager: EntityManager, row: CallRow, { step, token, left, told }: StepLeft): Promise<void> {
    const { conversationId, tongue = null, silences, expects, wrong } = left;
    const lastStepAt = instant(this.#clock());
    const changed = {
      ...{
        conversationId,
        tongue,
        silences,
        expects: JSON.stringify({ ...expects, ...(wrong > 0 && { wrong }) }),
      },
      ...{ step: step + 1, lastStepAt, told: told ?? null },
      ...(token !== undefined && {
        tokens: JSON.stringify([...carrierTokensOf(row), token].slice(-mostTokens)),
      }),
    };
    // A call is stored with its first step.
    if (step === 0) await calls.insert(manager, [{ ...row, ...changed }]);
    else await calls.set(manager, { callSid: row.callSid }, changed);
  }

  /** The call that a conversation is held on now; undefined where it is over. @param caller as in the conversation's reference */
  async underWay(
    manager: EntityManager,
    { caller, conversationId }: { caller: string; conversationId: string },
  ): Promise<CallRow | undefined> {
    const byCaller = await calls.select(
      manager,
      { that: '{caller} = ? AND {endedAt} IS NULL', values: [caller] },
      'ORDER BY {lastStepAt} DESC LIMIT 1',
    );
    const [row] = byCaller.length > 0 ? byCaller : await calls.select(manager, { callSid: conversationId });
    return row?.conversationId === conversationId && row.endedAt === null ? row : undefined;
  }

  async end(callSid: string): Promise<void> {
    const isOpen = { that: '{callSid} = ? AND {endedAt} IS NULL', values: [callSid] };
    const endedAt = instant(this.#clock());
    await this.#store.read((manager) => calls.update(manager, isOpen, { endedAt }));
  }

  /**
   * The caller's last call if it was interrupted in the last 30 minutes and has really ended.
   * @param names the caller's pseudonyms, the present one first
   */
  async dropped(callSid: string, names: ReadonlySet<string>): Promise<Call | undefined> {
    for (const name of names) {
      const row = await this.#lastOf(callSid, name);
      if (row !== undefined) return this.#toGoOnWith(row);
    }
    return undefined;
  }

  async #lastOf(callSid: string, caller: string): Promise<CallRow | undefined> {
    const now = this.#clock();
    const lately = {
      that: '{caller} = ? AND {callSid} <> ? AND {lastStepAt} > ?',
      values: [caller, callSid, instant(later(now, -resumableFor))],
    };
    const [row] = await this.#store.read((manager) =>
      calls.select(manager, lately, 'ORDER BY {lastStepAt} DESC LIMIT 1'),
    );
    return row;
  }

  #toGoOnWith(row: CallRow): Call | undefined {
    const now = this.#clock();
    const alive = row.endedAt === null && row.lastStepAt > instant(later(now, -aliveFor));
    return alive || callFromRow(row).expects.what === 'transfer' ? undefined : callFromRow(row);
  }
}

/** The carrier's tokens for the earlier steps of the call. */
export function carrierTokensOf({ tokens }: Pick<CallRow, 'tokens'>): string[] {
  return z.array(z.string()).parse(JSON.parse(tokens));
}

export function callFromRow(row: CallRow): Call {
  const expects: unknown = JSON.parse(row.expects);
  return {
    callSid: row.callSid,
    caller: row.caller ?? undefined,
    conversationId: row.conversationId,
    tongue: (row.tongue as Tongue | null) ?? undefined,
    expects: Expects.parse(expects),
    silences: row.silences,
    step: row.step,
    wrong: Wrong.parse(expects).wrong,
  };
}
