import assert from 'node:assert/strict';
import { join } from 'node:path';
import { botSchema } from '../../../../../bot/botSchema.ts';
import {
  CallLog,
  callFromRow,
  carrierTokensOf,
  type Left,
} from '../../../../../bot/channels/twilio/voice/callLog.ts';
import { lookTogether } from '../../../../../kit/store/lookTogether.ts';
import { openSqlite } from '../../../../../kit/store/openSqlite.ts';
import type { Store } from '../../../../../kit/store/store.ts';
import { later, minutes, seconds } from '../../../../../kit/time.ts';
import { temporaryFolder } from '../../../../temporaryFolder.ts';

describe('the log of calls', () => {
  const folder = temporaryFolder();
  let store: Store;
  let now = new Date('2026-11-24T08:00:00.000Z');
  let log: CallLog;
  let calls = 0;
  let sid: string;

  before(async () => {
    store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
    log = new CallLog({ store, clock: () => now });
  });
  beforeEach(() => {
    sid = `CA${++calls}`;
  });
  after(async () => {
    await store.close();
    folder.remove();
  });

  const passes = (milliseconds: number) => {
    now = later(now, milliseconds);
  };
  const left: Left = {
    ...{ conversationId: 'another', tongue: 'english', expects: { what: 'words' }, silences: 2, wrong: 1 },
  };
  const row = async (callSid = sid) => {
    const [[found]] = await store.read((manager) => lookTogether(manager, [log.wanted(callSid)]));
    return found;
  };
  const leaves = async (step: number, token?: string, more: Partial<Left> = {}, caller?: string) => {
    const of = (await row()) ?? log.fresh(sid, caller);
    await store.transaction([], (manager) =>
      log.leave(manager, of, { step, token, left: { ...left, ...more } }),
    );
  };

  it('puts a call down with its first step, once, and waits for the next', async () => {
    const fresh = log.fresh(sid, 'caller_x');
    assert.deepEqual(callFromRow(fresh), {
      ...{ callSid: sid, caller: 'caller_x', conversationId: sid, tongue: undefined },
      ...{ expects: { what: 'tongue' }, silences: 0, wrong: 0, step: 0 },
    });
    assert.deepEqual([await log.read(sid), fresh.step], [undefined, 0]);
    await leaves(0, undefined, {}, 'caller_x');
    await assert.rejects(
      store.transaction([], (manager) =>
        log.leave(manager, log.fresh(sid, 'caller_y'), { step: 0, token: undefined, left }),
      ),
    );
    const call = await log.read(sid);
    assert.deepEqual([call?.caller, (await row())?.step], ['caller_x', 1]);
  });

  it('keeps how a step has left the call, for whatever process', async () => {
    await leaves(0);
    passes(1 * seconds);
    await leaves(4);
    const other = new CallLog({ store, clock: () => now });
    assert.deepEqual(await other.read(sid), { callSid: sid, caller: undefined, step: 5, ...left });
    const kept = await row();
    assert.deepEqual([kept?.step, kept?.lastStepAt, kept?.endedAt], [5, now.toISOString(), null]);
  });

  it('keeps what the bot has told of its own until the next step', async () => {
    await leaves(0);
    const told = '<Response/>';
    const before = (await row()) ?? assert.fail();
    await store.transaction([], (manager) => log.leave(manager, before, { step: 1, left, told }));
    assert.equal((await row())?.told, told);
    await leaves(2);
    assert.equal((await row())?.told, null);
  });

  it('finds the call that a conversation is held on, and none that is over or of another', async () => {
    const underWay = (caller: string, conversationId: string) =>
      store.read((manager) => log.underWay(manager, { caller, conversationId }));
    await leaves(0, undefined, {}, 'caller_of_one');
    const { conversationId } = left;
    assert.equal((await underWay('caller_of_one', conversationId))?.callSid, sid);
    assert.equal(await underWay('caller_of_one', 'nobody’s'), undefined);
    await log.end(sid);
    assert.equal(await underWay('caller_of_one', conversationId), undefined);
  });

  it('knows the newest fifty tokens that the carrier brought its steps with', async () => {
    const tokens = async () => carrierTokensOf((await row()) ?? assert.fail());
    assert.deepEqual(carrierTokensOf(log.fresh(sid, undefined)), []);
    for (let step = 0; step < 52; step++) await leaves(step, `token ${step}`);
    await leaves(52);
    const kept = await tokens();
    assert.deepEqual([kept.length, kept[0], kept.at(-1)], [50, 'token 2', 'token 51']);
  });

  it('keeps when a call has ended, the first time that it was said', async () => {
    await leaves(0);
    const ended = now.toISOString();
    await log.end(sid);
    passes(1 * seconds);
    await log.end(sid);
    assert.equal((await row())?.endedAt, ended);
  });

  describe('finds the call that a caller was cut off from', () => {
    const dropped = async (...names: string[]) => (await log.dropped('the new one', new Set(names)))?.callSid;
    async function begun(expects: Left['expects'] = { what: 'words' }): Promise<string> {
      await leaves(0, undefined, { expects }, `caller of ${sid}`);
      return `caller of ${sid}`;
    }

    it('for half an hour after its last step, once it has ended', async () => {
      const caller = await begun();
      await log.end(sid);
      assert.equal(await dropped(caller), sid);
      assert.equal(await dropped('another'), undefined);
      assert.equal(await dropped('as it is called now', caller), sid, 'under the name of before');
      assert.equal(await log.dropped(sid, new Set([caller])), undefined, 'it is not its own');
      passes(30 * minutes - 1);
      assert.equal(await dropped(caller), sid);
      passes(1);
      assert.equal(await dropped(caller), undefined);
    });

    it('also where the carrier did not say that it has ended, when it has said nothing for a while', async () => {
      const caller = await begun();
      passes(90 * seconds - 1);
      assert.equal(await dropped(caller), undefined, 'it is still going on');
      passes(1);
      assert.equal(await dropped(caller), sid);
    });

    it('and not one in which a person has taken over', async () => {
      const caller = await begun({ what: 'transfer' });
      await log.end(sid);
      assert.equal(await dropped(caller), undefined);
    });

    it('the newest of several', async () => {
      const caller = await begun();
      await log.end(sid);
      passes(1 * seconds);
      sid = `CA${++calls}`;
      await leaves(0, undefined, {}, caller);
      await log.end(sid);
      assert.equal(await dropped(caller), sid);
    });
  });
});
