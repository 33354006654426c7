import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import sinon from 'sinon';
import { expireConversations } from '../../bot/expireConversations.ts';
import type { Store } from '../../kit/store/store.ts';

describe('the expiry of conversations', () => {
  it('runs at once and every hour until it is stopped, and survives a failure', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const transaction = sinon.stub().rejects(new Error('the disk is full'));
      const lines: string[] = [];
      const log = pino({}, { write: (line: string) => lines.push(line) });
      const stop = expireConversations({
        store: { transaction } as Partial<Store> as Store,
        kept: {},
        clock: () => new Date(),
        log,
        ended: () => {},
      });
      for (const rounds of [1, 2, 3]) {
        // Between slices a sweep lets others run.
        for (let turns = 0; turns < 20; turns++) await setImmediate();
        assert.equal(transaction.callCount, rounds);
        await clock.tickAsync(3_600_000);
      }
      assert.equal(lines.length, 1);
      stop();
      await clock.tickAsync(2 * 3_600_000);
      assert.equal(transaction.callCount, 4);
    } finally {
      clock.restore();
    }
  });
});
