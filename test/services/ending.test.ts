import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { type SinonFakeTimers, useFakeTimers } from 'sinon';
import { Lifetime } from '../../kit/http/lifetime.ts';
import { endAtOnceWhenAsked, longestEnd, stopWhenAsked } from '../../services/ending.ts';

describe('a service that is told to end', () => {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const ofMocha = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const listen = (listeners: (signal: (typeof signals)[number]) => readonly NodeJS.SignalsListener[]) => {
    for (const signal of signals) {
      process.removeAllListeners(signal);
      for (const listener of listeners(signal)) process.on(signal, listener);
    }
  };
  let timers: SinonFakeTimers;
  let said: string[];
  let lifetime: Lifetime;
  beforeEach(() => {
    listen(() => []);
    timers = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    said = [];
    lifetime = new Lifetime('serving');
  });
  afterEach(() => {
    timers.restore();
    listen((signal) => ofMocha.get(signal) ?? []);
  });

  const says = (word: string) => async () => void said.push(`${word} ${lifetime.stage}`);
  function ends(grace: number, stop: () => Promise<void> = says('stop')): void {
    stopWhenAsked({
      lifetime,
      grace,
      log: pino({ level: 'silent' }),
      leave: (time) => void said.push(`leave ${time}`),
      stop,
      exit: (code) => void said.push(`exit ${code}`),
    });
  }
  /** What waits for promises alone has come as far as it can. */
  const settled = async () => {
    for (let turn = 0; turn < 5; turn++) await setImmediate();
  };

  it('ends once, and cleanly, where the terminal, npm and what watches it tell it one after the other', async () => {
    ends(0);
    for (const signal of [...signals, ...signals]) {
      assert.equal(process.listenerCount(signal), 1, `${signal} would kill it`);
      process.emit(signal);
    }
    await settled();
    assert.deepEqual(said, ['stop stopping']);
    assert.equal(timers.countTimers(), 0, 'nothing keeps it from ending');
  });

  it('is not ready at once, sends away who stays connected, and stops when the grace is over', async () => {
    ends(10_000);
    process.emit('SIGTERM');
    assert.deepEqual([lifetime.stage, said], ['stopping', ['leave 10000']]);
    await timers.tickAsync(9_999);
    assert.equal(said.length, 1);
    await timers.tickAsync(1);
    assert.deepEqual(said, ['leave 10000', 'stop stopping']);
  });

  it('waits for the grace no longer when it is told again, and stops all the same', async () => {
    ends(10_000);
    process.emit('SIGTERM');
    process.emit('SIGTERM');
    await settled();
    process.emit('SIGTERM');
    await settled();
    assert.deepEqual(said, ['leave 10000', 'stop stopping']);
  });

  it('is gone in time where the end itself comes to no end', async () => {
    ends(0, () => new Promise(() => {}));
    process.emit('SIGTERM');
    await timers.tickAsync(longestEnd - 1);
    assert.deepEqual(said, []);
    await timers.tickAsync(1);
    assert.deepEqual(said, ['exit 1']);
  });

  it('listens for the signals before it has started, as the first process of a container must', () => {
    endAtOnceWhenAsked();
    for (const signal of signals) assert.equal(process.listenerCount(signal), 1, signal);
    ends(0);
    for (const signal of signals)
      assert.equal(process.listenerCount(signal), 1, `${signal} ends it as it should`);
  });
});
