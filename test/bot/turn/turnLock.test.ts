import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { botSchema } from '../../../bot/botSchema.ts';
import { leaseLasts, type TurnLease } from '../../../bot/turn/turnLease.ts';
import { type Settle, TurnLock } from '../../../bot/turn/turnLock.ts';
import { TurnLost } from '../../../bot/turn/turnLost.ts';
import type { Store } from '../../../kit/store/store.ts';
import { later, seconds } from '../../../kit/time.ts';
import { openStore } from '../../../services/bankSettings.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';

const of = { channelId: 'sms', conversationId: '+86 138' };
const delivered = { ...of, activityId: 'SM1' };

/** A turn that stays as it is until it is let go on. */
function heldTurn<Given = TurnLease>() {
  const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begins } = Promise.withResolvers<Given>();
  const turn = async (given: Given) => {
    begins(given);
    await goesOn;
    return 'held';
  };
  return { turn, begun, goOn };
}

onEachDatabase('the turn lock of two processes', (empty) => {
  let database: EmptyDatabase;
  let stores: Store[];
  let now: Date;
  let beats: (() => Promise<void>)[];
  /** What each process has in its memory. */
  let one: TurnLock;
  let other: TurnLock;

  before(async () => {
    database = await empty();
    // Two connections to one SQLite file in one process would wait for each other: there the store is shared.
    const urls = database.url.startsWith('sqlite') ? [database.url] : [database.url, database.url];
    stores = await Promise.all(urls.map((url) => openStore(url, [botSchema])));
  });
  beforeEach(() => {
    now = new Date('2026-11-24T08:00:00.000Z');
    beats = [];
    one = lock(stores[0]);
    other = lock(stores.at(-1));
  });
  afterEach(() => stores[0]?.transaction((manager) => manager.query('DELETE FROM turn_leases')));
  after(async () => {
    for (const store of stores) await store.close();
    await database.remove();
  });

  function lock(store: Store | undefined, pause = async () => void (await setImmediate())): TurnLock {
    assert.ok(store);
    const heartbeat = (beat: () => Promise<void>) => {
      beats.push(beat);
      return () => void beats.splice(beats.indexOf(beat), 1);
    };
    return new TurnLock({ store, clock: () => now, pause, heartbeat });
  }
  const passes = (milliseconds: number) => {
    now = later(now, milliseconds);
  };

  it('lets one turn of a conversation run at a time, and those of one process in the order in which they came', async () => {
    const order: Record<string, number[]> = { one: [], other: [] };
    let under = 0;
    const turns = [1, 2, 3, 4, 5, 6].flatMap((number) =>
      Object.entries({ one, other }).map(([name, lock]) =>
        lock.run(of, async () => {
          assert.equal(++under, 1);
          await setImmediate();
          order[name]?.push(number);
          under--;
        }),
      ),
    );
    await Promise.all(turns);
    assert.deepEqual(order, { one: [1, 2, 3, 4, 5, 6], other: [1, 2, 3, 4, 5, 6] });
  });

  it('lets conversations alone that have nothing to do with each other', async () => {
    const { turn, begun, goOn } = heldTurn();
    const held = one.run(of, turn);
    await begun;
    assert.equal(await other.run({ ...of, channelId: 'whatsapp' }, async () => 'at once'), 'at once');
    goOn();
    await held;
  });

  it('goes on when the process of a turn has died, as soon as its lease is over and no sooner', async () => {
    const dead = heldTurn();
    void one.run(of, dead.turn);
    await dead.begun;
    const looks: number[] = [];
    const waiting = lock(stores.at(-1), async () => {
      looks.push(now.getTime());
      passes(1 * seconds);
    });
    const began = now.getTime();
    await waiting.run(of, async () => {});
    assert.equal(now.getTime() - began, leaseLasts);
    assert.equal(looks.length, leaseLasts / seconds);
  });

  it('refuses whatever a turn would write that has lost its lease, in the transaction itself', async () => {
    const slow = heldTurn();
    const turn = one.run(of, slow.turn);
    const lease = await slow.begun;
    passes(leaseLasts);
    await other.run(of, async () => {});
    await assert.rejects(
      async () => stores[0]?.transaction((manager) => lease.assertHeld(manager)),
      TurnLost,
    );
    slow.goOn();
    await turn;
  });

  it('does not take the turn of the one who has it now when a turn ends that had lost it', async () => {
    const slow = heldTurn();
    const turn = one.run(of, slow.turn);
    await slow.begun;
    passes(leaseLasts);
    const now = heldTurn();
    const next = other.run(of, now.turn);
    const lease = await now.begun;
    slow.goOn();
    await turn;
    await stores.at(-1)?.transaction((manager) => lease.assertHeld(manager));
    now.goOn();
    await next;
  });

  it('keeps a turn that lasts, as long as its process lives', async () => {
    const long = heldTurn();
    const turn = one.run(of, long.turn);
    await long.begun;
    passes(leaseLasts - 1);
    for (const beat of beats) await beat();
    passes(leaseLasts - 1);
    const given = lock(stores.at(-1), async () => {
      long.goOn();
      await turn;
    });
    assert.equal(await given.run(of, async () => 'after it'), 'after it');
    assert.deepEqual(beats, []);
  });

  it('waits less long than a carrier does, and then has done nothing', async () => {
    const long = heldTurn();
    const turn = one.run(of, long.turn);
    await long.begun;
    const impatient = lock(stores.at(-1), async () => {
      passes(leaseLasts / 2);
      for (const beat of beats) await beat();
    });
    const began = now.getTime();
    await assert.rejects(
      impatient.run(of, async () => assert.fail('it has its turn')),
      { code: 'storeUnavailable' },
    );
    assert.ok(now.getTime() - began < 15 * seconds);
    long.goOn();
    await turn;
  });

  it('waits no longer in the queue of its own process', async () => {
    const store = stores[0] as Store;
    const short = new TurnLock({ store, clock: () => now, pause: async () => {}, longestWait: 1 });
    const long = heldTurn();
    const turn = short.run(of, long.turn);
    await long.begun;
    await assert.rejects(
      short.run(of, async () => assert.fail('it has its turn')),
      { code: 'storeUnavailable', message: 'the turns before this one take too long' },
    );
    long.goOn();
    await turn;
  });

  it('has one effect of an activity that both get at once, and gives both the same answer', async () => {
    let effects = 0;
    const turn = async () => `answer ${++effects}`;
    const answers = await Promise.all([one, other, one, other].map((lock) => lock.runOnce(delivered, turn)));
    assert.deepEqual(answers, Array(4).fill('answer 1'));
    assert.equal(await other.runOnce({ ...delivered, activityId: 'SM2' }, turn), 'answer 2');
  });

  it('has answered an activity once what it did is written, also where the process dies right after', async () => {
    const settled = { ...delivered, activityId: 'SM4' };
    const dies = one.runOnce(settled, async (settle) => {
      await stores[0]?.transaction((manager) => settle(manager, 'the answer'));
      throw new Error('dead');
    });
    await assert.rejects(dies, /dead/);
    const again = other.runOnce(settled, async () => assert.fail('a second effect'));
    assert.equal(await again, 'the answer');
  });

  it('gives an activity another turn when its first one failed or was overtaken', async () => {
    const again = { ...delivered, activityId: 'SM3' };
    await assert.rejects(
      one.runOnce(again, async () => Promise.reject(new Error('no'))),
      /no/,
    );
    const slow = heldTurn<Settle>();
    const overtaken = one.runOnce(again, slow.turn);
    await slow.begun;
    passes(leaseLasts);
    const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
    const second = other.runOnce(again, async () => {
      slow.goOn();
      await assert.rejects(overtaken, TurnLost);
      over();
      return 'the one';
    });
    await isOver;
    assert.equal(await second, 'the one');
    assert.equal(await one.runOnce(again, async () => assert.fail('a second effect')), 'the one');
  });
});
