import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hours, later, minutes, seconds } from '../../../kit/time.ts';
import type { Channel } from '../../../services/contract/channels.ts';
import { FailedAttempts } from '../../../services/tables/failedAttempt.ts';
import { SteadyMoments } from '../../../services/tables/steadyMoment.ts';
import { SteadyTime } from '../../../services/throttling/steadyTime.ts';
import { Throttling } from '../../../services/throttling/throttling.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

type Step =
  | { what: 'tries'; channel: Channel; terminal: number; succeeds: boolean }
  | { what: 'passes'; milliseconds: number }
  | { what: 'clockIsSet'; by: number }
  | { what: 'restarts' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('tries' as const),
      channel: fc.constantFrom<Channel>('webChat', 'webChat', 'secureForm'),
      terminal: fc.nat(3),
      succeeds: fc.integer({ min: 0, max: 19 }).map((number) => number === 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('passes' as const),
      milliseconds: fc.constantFrom(2 * seconds, 31 * seconds, 2 * minutes, 1 * hours, 23 * hours),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('clockIsSet' as const),
      by: fc.constantFrom(1 * hours, -1 * hours, 24 * hours, -24 * hours),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restarts' as const) }) },
);

/** A failure that reached the check, at the true time. */
type Checked = { at: number; channel: Channel; terminal: number };

/** One customer's card, tried from several user terminals, under a clock that is set at random. */
class Walk {
  readonly #bank: TestBank;
  #wall = new Date('2026-11-24T08:00:00.000Z');
  /** The true time, which nobody can set. */
  #true = 0;
  #throttling: Throttling;
  #number = 0;
  #checked: Checked[] = [];

  constructor(bank: TestBank) {
    this.#bank = bank;
    this.#throttling = this.#started();
  }

  #started(): Throttling {
    // A process counts its ticks from its own start.
    const start = this.#true;
    const time = new SteadyTime({ clock: () => this.#wall, ticks: () => this.#true - start });
    return new Throttling({ fields: this.#bank.fields, time });
  }

  async takes(step: Step): Promise<void> {
    switch (step.what) {
      case 'tries':
        if (await this.tries(step)) this.#checks(step);
        break;
      case 'passes':
        this.passes(step.milliseconds);
        break;
      case 'clockIsSet':
        this.#wall = later(this.#wall, step.by);
        break;
      case 'restarts':
        // What is called every minute has looked at the clock since it was last set.
        await this.#bank.store.transaction([], (manager) => this.#throttling.removeExpired(manager));
        this.#throttling = this.#started();
    }
  }

  passes(milliseconds: number): void {
    this.#wall = later(this.#wall, milliseconds);
    this.#true += milliseconds;
  }

  /** @returns whether it reached the check */
  async tries({
    channel,
    terminal,
    succeeds,
  }: Pick<Step & { what: 'tries' }, 'channel' | 'terminal' | 'succeeds'>): Promise<boolean> {
    this.#number += 1;
    const of = { card: 'card', customer: 'customer' };
    const userTerminal = { channel, address: String(terminal) };
    const attempt = { ...of, authenticationRequest: `r${this.#number}`, attempt: 1, userTerminal };
    return this.#bank.store.transaction([], async (manager) => {
      if (await this.#throttling.begin(manager, attempt)) return false;
      if (succeeds) await this.#throttling.forget(manager, of);
      else await this.#throttling.failed(manager, attempt, 2);
      return true;
    });
  }

  /** What must hold of whatever reached the check, in the true time. */
  #checks({ channel, terminal, succeeds }: Step & { what: 'tries' }): void {
    const before = this.#checked;
    const within = (of: Checked[]) => of.filter(({ at }) => this.#true - at < 24 * hours).length;
    const reserve = channel === 'secureForm' ? 2 : 0;
    assert.ok(within(before) < 5 + reserve, 'no sixth failure in a day');
    assert.ok(before.length < 8 + reserve, 'no more than ten in a row');
    if (reserve === 0) {
      const own = before.filter((one) => one.channel === channel && one.terminal === terminal);
      assert.ok(within(own) < 4, 'no fifth failure of a user terminal in a day');
    }
    const counted = channel === 'secureForm' ? before.filter((one) => one.channel === channel) : before;
    const wait = counted.length === 0 ? 0 : ([0, 3, 30][counted.length - 1] ?? 60);
    const last = counted.at(-1);
    if (last) assert.ok(this.#true - last.at >= wait * seconds, 'no attempt before its wait has passed');
    this.#checked = succeeds ? [] : [...before, { at: this.#true, channel, terminal }];
  }

  /** However the clock was set: a day later whoever has failures left can try, from a fresh terminal. */
  async endsOpen(): Promise<void> {
    this.passes(24 * hours);
    const [ordinary, link] = [this.#checked.length < 8, this.#checked.length < 10];
    const fresh = { terminal: 99, succeeds: true } as const;
    if (!ordinary) assert.equal(await this.tries({ ...fresh, channel: 'webChat' }), false);
    else
      assert.equal(await this.tries({ ...fresh, channel: 'webChat' }), true, 'locked for longer than a day');
    if (!ordinary) assert.equal(await this.tries({ ...fresh, channel: 'secureForm' }), link);
  }
}

describe('locks under a clock that is set', function () {
  this.timeout(60_000);
  let bank: TestBank;
  before(async () => {
    bank = await openTestBank({ customers: [] });
  });
  after(() => bank.close());

  it('open nothing early and lock nothing for ever, on random walks of attempts, steps and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        await bank.store.transaction([], async (manager) => {
          await manager.deleteAll(FailedAttempts);
          await manager.deleteAll(SteadyMoments);
        });
        const walk = new Walk(bank);
        for (const one of steps) await walk.takes(one);
        await walk.endsOpen();
      }),
      { numRuns: 40 },
    );
  });
});
