import assert from 'node:assert/strict';
import { EntitySchema, type QueryRunner } from 'typeorm';
import { openStore } from '../../../kit/store/openStore.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import { askedOf } from '../../bot/turn/askedOf.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';

type Note = { page: string; line: number; saidAt: string | null; isKept: boolean };
const NoteRows = new EntitySchema<Note>({
  name: 'notes',
  columns: {
    page: { type: 'varchar', primary: true },
    line: { type: 'integer', primary: true },
    saidAt: { name: 'said_at', type: 'varchar', nullable: true },
    isKept: { name: 'is_kept', type: 'boolean' },
  },
});
class MakeNotes1700000000000 {
  readonly name = 'MakeNotes1700000000000';
  async up(runner: QueryRunner) {
    await runner.query(
      'CREATE TABLE notes (page varchar, line integer, said_at varchar, is_kept boolean NOT NULL, PRIMARY KEY (page, line))',
    );
  }
  async down() {}
}
const schema = { entities: [NoteRows], migrations: [MakeNotes1700000000000], prefix: 'MakeNotes' };

onEachDatabase('the prepared statements of a table', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  const notes = new PreparedTable(NoteRows);
  const first: Note = { page: 'a', line: 1, saidAt: null, isKept: true };
  const second: Note = { page: 'a', line: 2, saidAt: 'noon', isKept: false };
  const all = () => store.read((manager) => notes.select(manager, { page: 'a' }, 'ORDER BY {line}'));
  const write = <Result>(work: (manager: EntityManager) => Promise<Result>) => store.transaction([], work);

  before(async () => {
    database = await empty();
    store = await openStore(database.url, [schema]);
  });
  after(async () => {
    await store.close();
    await database.remove();
  });
  beforeEach(() =>
    write(async (manager) => {
      await notes.delete(manager, { page: 'a' });
      await notes.insert(manager, [first, second]);
    }),
  );

  it('put in as many rows as there are, in statements of two texts, on SQLite one by one', async () => {
    const many = Array.from({ length: 120 }, (_, line) => ({ ...first, page: 'many', line }));
    const asked = await askedOf(store, () => write((manager) => notes.insertMany(manager, many)));
    const inserts = asked.map(({ statement }) => statement).filter((text) => text.startsWith('INSERT'));
    assert.deepEqual([inserts.length, new Set(inserts).size], store.hasOneWriter ? [120, 1] : [22, 2]);
    assert.deepEqual(
      await store.read((manager) => notes.select(manager, { page: 'many' }, 'ORDER BY {line}')),
      many,
    );
    await write((manager) => notes.delete(manager, { page: 'many' }));
  });

  it('put in nothing where there are no rows, and say why a row of many cannot be put in', async () => {
    await write((manager) => notes.insertMany(manager, []));
    await rejectsWith(
      'storeUnavailable',
      write((manager) => notes.insertMany(manager, [second, second])),
    );
    assert.deepEqual(await all(), [first, second]);
  });

  it('give rows as they were put in, in the properties and the types of their description', async () => {
    assert.deepEqual(await all(), [first, second]);
    assert.deepEqual(
      await store.read((manager) => notes.selectOne(manager, { line: 2, isKept: false })),
      second,
    );
    assert.equal(await store.read((manager) => notes.selectOne(manager, { line: 3 })), undefined);
  });

  it('take a condition that is written out, its values in their order, before what follows it', async () => {
    const where = { that: '{line} > ? AND ({saidAt} = ? OR {saidAt} IS NULL)', values: [0, 'noon'] };
    const found = await store.read((manager) => notes.select(manager, where, 'ORDER BY {line} DESC LIMIT 1'));
    assert.deepEqual(found, [second]);
  });

  it('say how many rows they have changed', async () => {
    assert.equal(
      await write((manager) => notes.update(manager, { page: 'a', line: 2 }, { isKept: true })),
      1,
    );
    const none = { that: '{page} = ? AND {saidAt} IS NULL', values: ['b'] };
    assert.equal(await write((manager) => notes.update(manager, none, { saidAt: 'late' })), 0);
    assert.deepEqual(await all(), [first, { ...second, isKept: true }]);
  });

  it('leave a row that is there as it is, where only a new one is wanted, and say so', async () => {
    assert.equal(await write((manager) => notes.insertNew(manager, { ...first, saidAt: 'late' })), false);
    assert.equal(await write((manager) => notes.insertNew(manager, { ...first, line: 3 })), true);
    assert.deepEqual(await all(), [first, second, { ...first, line: 3 }]);
  });

  it('write over what is named of a row that is there, and only if a condition holds for it as it was', async () => {
    const late: Note = { page: 'a', line: 1, saidAt: 'late', isKept: false };
    const puts = (row: Note, that: string, values: unknown[]) =>
      write((manager) => notes.upsert(manager, row, ['saidAt'], { that, values }));
    assert.equal(await puts(late, '{saidAt} = ?', ['noon']), false);
    assert.deepEqual(await all(), [first, second]);
    assert.equal(await puts(late, '{saidAt} IS NULL AND {line} < ?', [2]), true);
    assert.equal(await puts({ ...late, line: 3 }, '{saidAt} = ?', ['noon']), true);
    assert.deepEqual(await all(), [{ ...first, saidAt: 'late' }, second, { ...late, line: 3 }]);
  });

  it('are texts that are the same each time, with no value in them', async () => {
    const asks = () => store.read((manager) => notes.select(manager, { page: "a'; --", isKept: true }));
    const [one, other] = [await askedOf(store, asks), await askedOf(store, asks)];
    assert.equal(one.length, 1);
    assert.equal(one[0]?.statement, other[0]?.statement);
    assert.doesNotMatch(String(one[0]?.statement), /a'/);
  });

  it('know no property that the table has no column for', async () => {
    const wrong = { that: '{nowhere} = ?', values: [1] };
    await assert.rejects(
      store.read((manager) => notes.select(manager, wrong)),
      /notes has no column for nowhere/,
    );
  });
});
