import assert from 'node:assert/strict';
import { hours, later, minutes } from '../../../kit/time.ts';
import { SteadyTime } from '../../../services/throttling/steadyTime.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

onEachDatabase('the steady time', (empty) => {
  let bank: TestBank;
  let wall: Date;
  let ticks: number;
  let time: SteadyTime;
  /** A process that starts, by the clock of the same machine. */
  const started = () => new SteadyTime({ clock: () => wall, ticks: () => ticks });
  beforeEach(async () => {
    bank = await openTestBank({ empty, customers: [] });
    wall = new Date('2026-11-24T08:00:00.000Z');
    ticks = 5;
    time = started();
  });
  afterEach(() => bank.close());

  const keep = (by = time) => bank.store.transaction([], (manager) => by.keep(manager));
  const isSet = (milliseconds: number) => {
    wall = later(wall, milliseconds);
  };
  const passes = (milliseconds: number) => {
    isSet(milliseconds);
    ticks += milliseconds;
  };
  /** How far it has got, in minutes. */
  const gotTo = async (by = time) =>
    ((await keep(by)).getTime() - Date.parse('2026-11-24T08:00:00.000Z')) / minutes;

  it('is that of the wall at first, and passes as fast', async () => {
    assert.equal(await gotTo(), 0);
    passes(10 * minutes);
    assert.equal(await gotTo(), 10);
  });

  it('passes no faster and no slower when the clock is set, forward or back', async () => {
    await keep();
    for (const step of [1 * hours, -1 * hours, 24 * hours, -48 * hours]) {
      isSet(step);
      passes(1 * minutes);
      await keep();
    }
    assert.equal(await gotTo(), 4);
  });

  it('goes on after a restart by the wall, from where it stood', async () => {
    await keep();
    isSet(24 * hours);
    passes(1 * minutes);
    assert.equal(await gotTo(), 1);
    passes(30 * minutes);
    ticks = 0;
    time = started();
    assert.equal(await gotTo(), 31);
  });

  it('goes on in another process of the machine by its counter, whatever the clock on the wall shows', async () => {
    const counting = (counter: string) => new SteadyTime({ clock: () => wall, ticks: () => ticks, counter });
    await keep(counting('this start of the machine'));
    isSet(24 * hours);
    passes(1 * minutes);
    assert.equal(await gotTo(counting('this start of the machine')), 1);
    isSet(-48 * hours);
    passes(1 * minutes);
    assert.equal(await gotTo(counting('this start of the machine')), 2);
    ticks = 0;
    passes(30 * minutes);
    assert.equal(await gotTo(counting('the next one')), 32);
  });

  it('stands still after a restart with a clock that was set back, and then goes on', async () => {
    passes(60 * minutes);
    assert.equal(await gotTo(), 0 + 60);
    isSet(-24 * hours);
    time = started();
    assert.equal(await gotTo(), 60);
    passes(1 * minutes);
    assert.equal(await gotTo(), 61);
  });

  it('is one for two processes that see the same step', async () => {
    const other = started();
    await keep();
    await keep(other);
    isSet(24 * hours);
    passes(5 * minutes);
    assert.equal(await gotTo(), 5);
    assert.equal(await gotTo(other), 5);
    passes(5 * minutes);
    assert.equal(await gotTo(other), 10);
    assert.equal(await gotTo(), 10);
  });

  it('never goes back, whichever process has got less far', async () => {
    const slow = new SteadyTime({ clock: () => wall, ticks: () => 0 });
    await keep(slow);
    await keep();
    passes(10 * minutes);
    assert.equal(await gotTo(), 10);
    assert.equal(await gotTo(slow), 10);
    assert.equal(await gotTo(), 10);
  });

  it('says when the clock on the wall will show one of its moments', async () => {
    await keep();
    isSet(24 * hours);
    const now = await keep();
    assert.equal(time.onTheWall(later(now, 15 * minutes), now), later(wall, 15 * minutes).toISOString());
  });
});
