import assert from 'node:assert/strict';
import { botExpiring } from '../../../bot/botRetention.ts';
import { botSchema } from '../../../bot/botSchema.ts';
import { keepMissed, missedSentences } from '../../../bot/events/missedSentences.ts';
import { deleteExpired } from '../../../kit/retention/expiring.ts';
import { UnitOfWork } from '../../../kit/store/unitOfWork.ts';
import { hours, instant, later } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';

const now = new Date('2026-03-01T10:00:00Z');
const event = (kind: string, step: string) => ({
  ...{ at: instant(now), subject: 'nobody', kind, step, channel: 'webChat', language: 'en' },
  ...{ outcome: '', reason: '', policy: '', release: '0' },
});

onEachDatabase('sentences that were not understood', (empty) => {
  async function kept(
    turns: readonly { text: string; step?: string; before?: string; kind?: string }[],
    look: (texts: readonly string[], expire: (at: Date) => Promise<number>) => Promise<void>,
  ): Promise<void> {
    const database = await empty();
    const store = await openTestStore(database.url, [botSchema]);
    try {
      for (const { text, step = 'nothingBegun', before, kind = 'notUnderstood' } of turns) {
        const work = new UnitOfWork();
        const state = before && { case: { step: before } };
        keepMissed({ events: [event(kind, step)], words: text, state, work });
        await store.transaction([], (manager) => work.write(manager));
      }
      const expire = async (at: Date) => {
        const kinds = botExpiring().filter(({ kind }) => kind === 'missedSentences');
        return (await deleteExpired(store, kinds, at))[0]?.count ?? 0;
      };
      await look(
        (await missedSentences(store)).map(({ words }) => words),
        expire,
      );
    } finally {
      await store.close();
      await database.remove();
    }
  }

  it('are kept masked, with the turn', () =>
    kept([{ text: 'can 6200000000000011114 fly to mars' }], async (texts) => {
      assert.deepEqual(texts, ['can • fly to mars']);
    }));

  it('are not kept where the turn was understood', () =>
    kept([{ text: 'is my card frozen', kind: 'entered' }], async (texts) => assert.deepEqual(texts, [])));

  it('are not kept where a secret is asked for, nor in the turn that gives up asking', () =>
    kept(
      [
        { text: 'correct horse battery', step: 'transactionPassword' },
        { text: 'correct horse battery', step: 'nothingBegun', before: 'transactionPassword' },
        { text: 'correct horse battery', before: 'identityDocument' },
      ],
      async (texts) => assert.deepEqual(texts, []),
    ));

  it('are deleted after 30 days', () =>
    kept([{ text: 'can you sing to me' }], async (_texts, expire) => {
      assert.equal(await expire(later(now, 29 * 24 * hours)), 0);
      assert.equal(await expire(later(now, 31 * 24 * hours)), 1);
    }));
});
