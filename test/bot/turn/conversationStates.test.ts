import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ConversationState, TestAdapter } from 'botbuilder';
import type { EntityManager } from 'typeorm';
import { botSchema } from '../../../bot/botSchema.ts';
import { ConversationStates, notYet } from '../../../bot/turn/conversationStates.ts';
import { ConversationStateRows } from '../../../bot/turn/conversationStatesTable.ts';
import { TurnLost } from '../../../bot/turn/turnLost.ts';
import { openSqlite } from '../../../kit/store/openSqlite.ts';
import type { Store } from '../../../kit/store/store.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('the conversation states', () => {
  const folder = temporaryFolder();
  let store: Store;
  let states: ConversationStates;

  before(async () => {
    store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
    states = new ConversationStates({ store, clock: () => new Date('2026-11-24T08:00:00.000Z') });
  });
  after(async () => {
    await store.close();
    folder.remove();
  });

  it('read what was written, each with an eTag, and leave out what is unknown', async () => {
    await states.write({ a: { step: 1 }, b: { step: 2 } });
    const { a, b, ...others } = await states.read(['a', 'b', 'c']);
    assert.equal(a.step, 1);
    assert.equal(b.step, 2);
    assert.notEqual(a.eTag, b.eTag);
    assert.deepEqual(others, {});
  });

  it('refuse a second write from the same reading', async () => {
    await states.write({ raced: { step: 1 } });
    const { raced } = await states.read(['raced']);
    await states.write({ raced: { ...raced, step: 2 } });
    await assert.rejects(states.write({ raced: { ...raced, step: 3 } }), { code: 'storeUnavailable' });
    assert.equal((await states.read(['raced'])).raced.step, 2);
  });

  it('say that there was something where it cannot be read, and let it be written over', async () => {
    const [key, eTag, updatedAt] = ['broken', 'e', '2026-11-24T08:00:00.000Z'];
    await store.transaction((manager) =>
      manager.insert(ConversationStateRows, { key, value: '{"dialogState":', eTag, updatedAt }),
    );
    const { broken } = await states.read([key]);
    assert.deepEqual(broken, { unreadable: true, eTag });
    await states.write({ broken: { step: 1, eTag } });
    assert.equal((await states.read([key])).broken.step, 1);
  });

  it('write nothing of a call that they refuse', async () => {
    await assert.rejects(states.write({ fresh: { step: 1 }, gone: { step: 1, eTag: 'old' } }));
    assert.deepEqual(await states.read(['fresh', 'gone']), {});
  });

  it('write what stands beside them in the same transaction, or nothing', async () => {
    const other = { key: 'beside', value: '{}', eTag: 'e', updatedAt: '2026-11-24T08:00:00.000Z' };
    const beside = async (manager: EntityManager) =>
      void (await manager.insert(ConversationStateRows, other));
    await assert.rejects(states.write({ gone: { step: 1, eTag: 'old' } }, beside));
    assert.deepEqual(await states.read(['beside', 'gone']), {});
    await states.write({ here: { step: 1, eTag: notYet } }, beside);
    assert.deepEqual(Object.keys(await states.read(['beside', 'here'])), ['beside', 'here']);
    const refuses = states.write({ never: { step: 1 } }, () => Promise.reject(new Error('no')));
    await assert.rejects(refuses, /no/);
    assert.deepEqual(await states.read(['never']), {});
  });

  it('refuse to write over what came since nothing was there', async () => {
    await states.write({ first: { step: 1, eTag: notYet } });
    await assert.rejects(states.write({ first: { step: 2, eTag: notYet } }), TurnLost);
  });

  it('overwrite where the writer names no version, or any', async () => {
    for (const eTag of [undefined, '*']) {
      await states.write({ any: { step: 1 } });
      await states.write({ any: { step: 2, ...(eTag && { eTag }) } });
      assert.equal((await states.read(['any'])).any.step, 2);
    }
  });

  it('know nothing of what was deleted', async () => {
    await states.write({ deleted: { step: 1 } });
    await states.delete(['deleted', 'never there']);
    await states.delete([]);
    assert.deepEqual(await states.read(['deleted']), {});
  });

  it("carry botbuilder's conversation state from turn to turn", async () => {
    const conversationState = new ConversationState(states);
    const count = conversationState.createProperty<number>('count');
    const adapter = new TestAdapter(async (turnContext) => {
      const next = (await count.get(turnContext, 0)) + 1;
      await count.set(turnContext, next);
      await turnContext.sendActivity(String(next));
      await conversationState.saveChanges(turnContext);
    });
    await adapter.send('one').assertReply('1').send('two').assertReply('2').startTest();
  });
});
