import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Rounds } from '../../kit/rounds.ts';

describe('work that comes again and again', () => {
  let timers: sinon.SinonFakeTimers;
  beforeEach(() => {
    timers = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => timers.restore());

  function roundsOf(work: () => Promise<unknown>) {
    const error = sinon.fake();
    return { error, rounds: new Rounds({ work, every: 1000, log: { error }, trouble: 'no room was found' }) };
  }

  /** Work whose rounds end when they are told to. */
  function slowWork() {
    const ends: (() => void)[] = [];
    const work = sinon.fake(() => new Promise<void>((resolve) => ends.push(resolve)));
    return { work, endFirst: () => ends.shift()?.() };
  }

  it('begins at once or after the first pause, and ends when it is told to', async () => {
    for (const [begin, atOnce] of [
      ['start', 1],
      ['startLater', 0],
    ] as const) {
      const work = sinon.fake.resolves(undefined);
      const stop = roundsOf(work).rounds[begin]();
      assert.equal(work.callCount, atOnce);
      await timers.tickAsync(2000);
      assert.equal(work.callCount, atOnce + 2);
      stop();
      await timers.tickAsync(2000);
      assert.equal(work.callCount, atOnce + 2);
    }
  });

  it('begins no round beside one that takes longer than the pause', async () => {
    const { work, endFirst } = slowWork();
    const { rounds } = roundsOf(work);
    const stop = rounds.start();
    await timers.tickAsync(5000);
    const joined = rounds.now();
    assert.equal(work.callCount, 1);
    endFirst();
    await joined;
    await timers.tickAsync(1000);
    assert.equal(work.callCount, 2);
    stop();
  });

  it('does one more round after the one under way, for what came during that', async () => {
    const { work, endFirst } = slowWork();
    const { rounds } = roundsOf(work);
    void rounds.now();
    const last = rounds.last();
    endFirst();
    await timers.tickAsync(0);
    assert.equal(work.callCount, 2);
    endFirst();
    await last;
  });

  it('says once what goes wrong, and again after it went well', async () => {
    const work = sinon.stub().rejects(new Error('the disk is full'));
    const { rounds, error } = roundsOf(work);
    await rounds.now();
    await rounds.now();
    sinon.assert.calledOnceWithMatch(error, { err: { message: 'the disk is full' } }, 'no room was found');
    work.resolves();
    await rounds.now();
    work.rejects(new Error('the disk is full'));
    await rounds.now();
    assert.equal(error.callCount, 2);
  });
});
