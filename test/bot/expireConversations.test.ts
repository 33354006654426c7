import assert from 'node:assert/strict';
import pino from 'pino';
import sinon from 'sinon';
import { expireConversations } from '../../bot/expireConversations.ts';
import { usualConversationPeriod } from '../../bot/turn/conversationPeriod.ts';
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
        keptFor: usualConversationPeriod,
        clock: () => new Date(),
        log,
        ended: () => {},
      });
      await clock.tickAsync(2 * 3_600_000);
      assert.equal(transaction.callCount, 3);
      assert.equal(lines.length, 3);
      stop();
      await clock.tickAsync(2 * 3_600_000);
      assert.equal(transaction.callCount, 3);
    } finally {
      clock.restore();
    }
  });
});
