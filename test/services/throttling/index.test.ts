import assert from 'node:assert/strict';
import { hours, instant, later, minutes, seconds } from '../../../kit/time.ts';
import { failuresUntilLock, lockAgainst, waitBefore } from '../../../services/throttling/index.ts';
import type { CountedFailure, History, NetworkHistory } from '../../../services/throttling/rule.ts';

const now = new Date('2026-11-24T08:00:00.000Z');

/** A failure of so many milliseconds ago. */
const failed = (ago: number, how: Partial<CountedFailure> = {}): CountedFailure => ({
  at: instant(later(now, -ago)),
  channel: 'webChat',
  endedRequestAt: null,
  ...how,
});
const history = (of: Partial<History>): History => ({
  now,
  channel: 'webChat',
  onCustomer: [],
  fromUserTerminal: [],
  fromNetworks: [],
  ...of,
});
/** So many failures, a day and more apart, the last of them so long ago. */
const apart = (times: number, last = 48 * hours) =>
  Array.from({ length: times }, (_, place) => failed(last + (times - 1 - place) * 25 * hours));
/** So many failures, an hour apart, the last of them so long ago. */
const hourly = (times: number, last: number, how: Partial<CountedFailure> = {}) =>
  Array.from({ length: times }, (_, place) => failed(last + (times - 1 - place) * hours, how));
/** A network that has so many times the budget of one address, with nothing against it but this. */
const network = (of: Partial<NetworkHistory>): NetworkHistory => ({
  times: 1,
  onCustomer: [],
  all: [],
  ...of,
});
const link = { channel: 'secureForm' } as const;

/** Which rule locks, and for how long from now. */
function locks(of: Partial<History>): [string, number | null] | undefined {
  const lock = lockAgainst(history(of));
  return lock && [lock.rule, lock.until && lock.until.getTime() - now.getTime()];
}

describe('the rules of throttling', () => {
  it('let an attempt be made against which nothing stands', () => {
    assert.equal(locks({}), undefined);
    assert.equal(waitBefore(history({})), undefined);
  });

  it('lock until a release after ten in a row, the last two of which belong to the registered phone', () => {
    assert.equal(locks({ onCustomer: apart(7) }), undefined);
    assert.deepEqual(locks({ onCustomer: apart(8) }), ['tenInARow', null]);
    assert.equal(locks({ ...link, onCustomer: apart(9) }), undefined);
    assert.deepEqual(locks({ ...link, onCustomer: apart(10, 10_000 * hours) }), ['tenInARow', null]);
  });

  it('lock for a day from the fifth failure within a day, for the registered phone from the seventh', () => {
    assert.equal(locks({ onCustomer: hourly(4, 1 * hours) }), undefined);
    assert.deepEqual(locks({ onCustomer: hourly(5, 1 * hours) }), ['fiveInADay', 23 * hours]);
    assert.equal(locks({ onCustomer: hourly(5, 24 * hours) }), undefined);
    assert.equal(locks({ onCustomer: [failed(24 * hours), ...hourly(4, 0)] }), undefined);
    assert.deepEqual(locks({ onCustomer: [failed(24 * hours - 1), ...hourly(4, 0)] }), [
      'fiveInADay',
      24 * hours,
    ]);
    assert.equal(locks({ ...link, onCustomer: hourly(6, 1 * hours) }), undefined);
    assert.deepEqual(locks({ ...link, onCustomer: hourly(7, 1 * hours) }), ['fiveInADay', 23 * hours]);
  });

  it('keep a lock of a day after older failures, when newer ones are too few for one', () => {
    const onCustomer = [...hourly(5, 23 * hours), failed(1 * hours, link)];
    assert.deepEqual(locks({ onCustomer }), ['fiveInADay', 1 * hours]);
  });

  it('lock for a quarter of an hour after a request that failed to its end, the registered phone by its own only', () => {
    const ended = { endedRequestAt: instant(later(now, -5 * minutes)) };
    const onCustomer = [failed(6 * minutes, ended), failed(1 * minutes)];
    assert.deepEqual(locks({ onCustomer }), ['failedRequest', 10 * minutes]);
    assert.equal(locks({ ...link, onCustomer }), undefined);
    assert.deepEqual(locks({ ...link, onCustomer: [failed(6 * minutes, { ...ended, ...link })] }), [
      'failedRequest',
      10 * minutes,
    ]);
    assert.equal(locks({ onCustomer, now: later(now, 10 * minutes) }), undefined);
  });

  it('lock a user terminal, not the registered phone, after four failures in a day over all cards', () => {
    assert.equal(locks({ fromUserTerminal: hourly(3, 0) }), undefined);
    assert.deepEqual(locks({ fromUserTerminal: hourly(4, 2 * hours) }), ['userTerminalBudget', 19 * hours]);
    assert.equal(locks({ ...link, fromUserTerminal: hourly(4, 2 * hours) }), undefined);
  });

  it('lock a network out of one customer after four failures in a day for each address that it is counted as', () => {
    const onCustomer = hourly(4, 2 * hours);
    const narrow = [network({ onCustomer })];
    assert.deepEqual(locks({ fromNetworks: narrow }), ['networkOnCustomerBudget', 19 * hours]);
    assert.equal(locks({ fromNetworks: [network({ onCustomer: hourly(3, 0) })] }), undefined);
    assert.equal(locks({ fromNetworks: [network({ onCustomer, times: 4 })] }), undefined);
    const wide = { onCustomer: hourly(16, 2 * hours), times: 4 };
    assert.deepEqual(locks({ fromNetworks: [network(wide)] }), ['networkOnCustomerBudget', 7 * hours]);
    assert.equal(locks({ onCustomer }), undefined);
    assert.equal(locks({ ...link, fromNetworks: narrow }), undefined);
  });

  it('lock a network, not the registered phone, after twenty failures in an hour over all cards for each address', () => {
    const within = (times: number) =>
      Array.from({ length: times }, (_, place) => failed(((times - place) * 40 * minutes) / times));
    const from = (times: number, width: number) => [network({ all: within(times), times: width })];
    for (const width of [1, 4, 16]) {
      assert.equal(locks({ fromNetworks: from(20 * width - 1, width) }), undefined);
      assert.deepEqual(locks({ fromNetworks: from(20 * width, width) }), ['networkBudget', 20 * minutes]);
    }
    assert.equal(locks({ ...link, fromNetworks: from(20, 1) }), undefined);
    assert.deepEqual(locks({ fromNetworks: [...from(19, 1), ...from(80, 4)] }), [
      'networkBudget',
      20 * minutes,
    ]);
  });

  it('answer with the lock that lasts longest', () => {
    const of = { onCustomer: hourly(5, 1 * hours), fromUserTerminal: hourly(4, 0) };
    assert.deepEqual(locks(of), ['fiveInADay', 23 * hours]);
    assert.deepEqual(locks({ ...of, onCustomer: apart(8) }), ['tenInARow', null]);
  });

  it('make attempts wait the longer the more have failed: not at all, three seconds, thirty, sixty', () => {
    const wait = (times: number, ago: number) => {
      const until = waitBefore(history({ onCustomer: [...apart(times - 1), failed(ago)] }));
      return until && until.getTime() - now.getTime();
    };
    assert.equal(wait(1, 0), undefined);
    for (const [times, length] of [
      [2, 3],
      [3, 30],
      [4, 60],
      [7, 60],
    ] as const) {
      assert.equal(wait(times, 0), length * seconds);
      assert.equal(wait(times, length * seconds - 1), 1);
      assert.equal(wait(times, length * seconds), undefined);
    }
  });

  it('make the link to the registered phone wait after its own failures alone', () => {
    const wait = (...failures: CountedFailure[]) => waitBefore(history({ ...link, onCustomer: failures }));
    assert.equal(wait(failed(2), failed(1), failed(0), failed(0)), undefined);
    assert.equal(wait(failed(2), failed(1, link), failed(0)), undefined);
    assert.deepEqual(wait(failed(2), failed(1, link), failed(0, link)), later(now, 3 * seconds));
  });

  it('tell how many failures there may be until a lock, at most those of the request', () => {
    assert.equal(failuresUntilLock(history({}), 2), 2);
    assert.equal(failuresUntilLock(history({ onCustomer: hourly(4, 1 * hours) }), 2), 1);
    assert.equal(failuresUntilLock(history({ onCustomer: apart(6) }), 3), 2);
    assert.equal(failuresUntilLock(history({ fromUserTerminal: hourly(3, 1 * hours) }), 2), 1);
    assert.equal(failuresUntilLock(history({ fromNetworks: [network({ onCustomer: hourly(3, 0) })] }), 2), 1);
  });
});
