import assert from 'node:assert/strict';
import { join } from 'node:path';
import { botSchema } from '../../../../../bot/botSchema.ts';
import { CallLog, type Claim, type Claimed } from '../../../../../bot/channels/twilio/voice/callLog.ts';
import { openSqlite } from '../../../../../kit/store/openSqlite.ts';
import type { Store } from '../../../../../kit/store/store.ts';
import { later, seconds } from '../../../../../kit/time.ts';
import { temporaryFolder } from '../../../../temporaryFolder.ts';

describe('the log of calls', () => {
  const folder = temporaryFolder();
  let store: Store;
  let now = new Date('2026-11-24T08:00:00.000Z');

  before(async () => {
    store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
  });
  after(async () => {
    await store.close();
    folder.remove();
  });

  it('keeps the answer of whoever claimed a step last, and of no process that was slower than it may be', async () => {
    // Two processes: neither has anything in memory that the other lacks.
    const [one, other] = [0, 0].map(() => new CallLog({ store, clock: () => now })) as [CallLog, CallLog];
    const left = (tongue: 'english' | 'guoyu') => ({
      ...{ conversationId: 'CA1', tongue, expects: { what: 'words' } as const, silences: 0 },
    });
    await one.open('CA1', undefined);
    const first = claimed(await one.claim('CA1', 0, 'token'));
    assert.equal((await other.claim('CA1', 0, 'token')).state, 'working');
    now = later(now, 31 * seconds);
    const second = claimed(await other.claim('CA1', 0, 'token'));
    assert.deepEqual([first.again, second.again], [false, true]);
    assert.equal(await one.finish('CA1', 0, first.claimedAt, 'too late', left('english')), false);
    assert.equal(await other.finish('CA1', 0, second.claimedAt, 'the answer', left('guoyu')), true);
    assert.deepEqual(await one.claim('CA1', 0, 'token'), { state: 'answered', answer: 'the answer' });
    assert.equal((await one.answer('CA1', 0)).tongue, 'guoyu');
  });
});

function claimed(claim: Claim): Claimed {
  assert.equal(claim.state, 'claimed');
  return claim as Claimed;
}
