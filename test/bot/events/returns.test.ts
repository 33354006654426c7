import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { botSchema } from '../../../bot/botSchema.ts';
import { ReturnMarks } from '../../../bot/events/returnMarks.ts';
import { ReturnMarkRows } from '../../../bot/events/returnMarksTable.ts';
import { Returns } from '../../../bot/events/returns.ts';
import { hours, instant, later } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';

const start = new Date('2026-03-01T23:30:00Z');
const secret = () => [createSecretKey(Buffer.alloc(32, 7))];
const none = {
  outcome: '',
  reason: '',
  policy: '',
  release: '1',
  language: 'en',
  channel: 'webChat',
  step: '',
};

/** What was told, each by the hours after the start: kind, case, and whose it was. */
type Told = [after: number, kind: string, subject: string, marked: { terminal: string; card?: string }];

onEachDatabase('who comes back', (empty) => {
  /** What is written of what was told, a time after the other or all at once. */
  async function written(told: readonly Told[], atOnce = false): Promise<string[]> {
    const database = await empty();
    const store = await openTestStore(database.url, [botSchema]);
    const returns = new Returns();
    try {
      const rows = told.map(([after, kind, subject, marked], place) => {
        const now = later(start, after * hours);
        const marks = new ReturnMarks({ secret, clock: () => now }).of(marked);
        return { ...none, id: `e${place}`, at: instant(now), kind, subject, marks };
      });
      const batches = atOnce ? [rows] : rows.map((row) => [row]);
      const all = [];
      for (const batch of batches)
        all.push(...(await store.transaction([], (manager) => returns.follow(manager, batch))));
      const kept = JSON.stringify(await store.read((manager) => manager.find(ReturnMarkRows)));
      for (const [, , , { terminal, card = 'card_x' }] of told)
        assert.ok(!kept.includes(terminal) && !kept.includes(card), 'a mark names nobody');
      return all
        .filter(({ kind }) => kind === 'uncontained')
        .map(({ subject, reason, at }) => `${subject} ${reason} ${at}`);
    } finally {
      await store.close();
      await database.remove();
    }
  }
  const left = instant(start);

  for (const atOnce of [false, true])
    it(`within a day takes the case back that counted, at the time at which it ended${atOnce ? ', in one look' : ''}`, async () => {
      const phone = { terminal: 'sms +1' };
      const told: Told[] = [
        [0, 'contained', 'a', phone],
        [20, 'entered', 'b', phone],
        [21, 'entered', 'b', phone],
      ];
      assert.deepEqual(await written(told, atOnce), [`a returned ${left}`], 'once, over midnight');
    });

  it('on another terminal about the same card is known by the card', async () => {
    const told: Told[] = [
      [0, 'contained', 'a', { terminal: 'webChat 1', card: 'card_one' }],
      [1, 'queried', 'b', { terminal: 'webChat 2', card: 'card_two' }],
      [2, 'queried', 'c', { terminal: 'webChat 3', card: 'card_one' }],
    ];
    assert.deepEqual(await written(told), [`a returned ${left}`]);
  });

  it('after a day, only to say thanks, or in the same case, takes nothing back', async () => {
    const phone = { terminal: 'sms +1' };
    const told: Told[] = [
      [0, 'contained', 'a', phone],
      [0.1, 'entered', 'a', phone],
      [1, 'reached', 'b', phone],
      [25, 'entered', 'c', phone],
    ];
    assert.deepEqual(await written(told), []);
  });

  it('has nothing to take back twice: not a return and then a person', async () => {
    const [web, phone] = [
      { terminal: 'webChat 1', card: 'card_one' },
      { terminal: 'voice +1', card: 'card_one' },
    ];
    const told: Told[] = [
      [0, 'contained', 'a', web],
      [1, 'queried', 'b', phone],
      [1.1, 'uncontained', 'a', web],
    ];
    assert.deepEqual(await written(told), [`a returned ${left}`]);
    const person: Told[] = [
      [0, 'contained', 'a', web],
      [0.2, 'uncontained', 'a', web],
      [1, 'queried', 'b', phone],
    ];
    assert.deepEqual(await written(person), [`a person ${left}`]);
  });

  it('counts where the clock was set back meanwhile', async () => {
    const phone = { terminal: 'sms +1' };
    assert.deepEqual(
      await written([
        [0, 'contained', 'a', phone],
        [-3, 'entered', 'b', phone],
      ]),
      [`a returned ${left}`],
    );
  });
});

describe('the marks of a customer', () => {
  it('are others each day and under another key, and two for who has named a card', () => {
    const marks = (now: Date, key: number) =>
      new ReturnMarks({ secret: () => [createSecretKey(Buffer.alloc(32, key))], clock: () => now }).of({
        terminal: 'sms +1',
        card: 'card_one',
      });
    const today = marks(start, 7);
    const tomorrow = marks(later(start, 24 * hours), 7);
    assert.equal(today.today.length, 2);
    assert.deepEqual(tomorrow.before, today.today);
    const all = [...today.today, ...today.before, ...tomorrow.today, ...marks(start, 8).today];
    assert.equal(new Set(all).size, 8);
  });
});
