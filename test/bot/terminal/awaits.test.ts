import assert from 'node:assert/strict';
import { awaitedNow, awaitsOf } from '../../../bot/terminal/awaits.ts';
import { later, minutes } from '../../../kit/time.ts';
import { asked } from './awaitedItems.ts';

const now = new Date('2026-11-24T08:00:00.000Z');

describe('what a conversation waits for, beside its state', () => {
  /** What is awaited, as it is read from the database. */
  const written = (at: Date): object =>
    JSON.parse(JSON.stringify(awaitsOf(asked('transactionPassword'), true, at)));
  const read = (awaits: object | undefined, at = now) => awaitedNow({ state: undefined, awaits }, () => at);
  const nothing = { awaited: { what: 'words' }, isUnfinished: false };

  it('is read as it was written, for half an hour', () => {
    for (const at of [now, later(now, 30 * minutes)]) {
      const { awaited, isUnfinished } = read(written(now), at);
      assert.deepEqual([awaited, isUnfinished], [asked('transactionPassword'), true]);
    }
    assert.deepEqual(read(written(now), later(now, 30 * minutes + 1)), nothing);
  });

  it('is words where nothing was written, or by another version, or what cannot be read', () => {
    const { awaited: _awaited, ...without } = written(now) as { awaited: unknown };
    const strange = [undefined, {}, { unreadable: true }, { ...written(now), version: 3 }, without];
    for (const awaits of [...strange, { ...written(now), awaited: 'words' }]) {
      assert.deepEqual(read(awaits), nothing);
    }
  });
});
