import assert from 'node:assert/strict';
import { EntitySchema, type QueryRunner } from 'typeorm';
import { lookTogether, seenAs } from '../../../kit/store/lookTogether.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import type { Store } from '../../../kit/store/store.ts';
import { askedOf } from '../../bot/turn/askedOf.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';

type Book = { id: string; isLent: boolean };
type Page = { book: string; number: number; saidAt: string | null };
const BookRows = new EntitySchema<Book>({
  name: 'books',
  columns: {
    id: { type: 'varchar', primary: true },
    isLent: { name: 'is_lent', type: 'boolean' },
  },
});
const PageRows = new EntitySchema<Page>({
  name: 'pages',
  columns: {
    book: { type: 'varchar', primary: true },
    number: { type: 'integer', primary: true },
    saidAt: { name: 'said_at', type: 'varchar', nullable: true },
  },
});
class MakeBooks1700000000000 {
  readonly name = 'MakeBooks1700000000000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE books (id varchar PRIMARY KEY, is_lent boolean NOT NULL)');
    await runner.query(
      'CREATE TABLE pages (book varchar, number integer, said_at varchar, PRIMARY KEY (book, number))',
    );
  }
  async down() {}
}
const schema = {
  entities: [BookRows, PageRows],
  migrations: [MakeBooks1700000000000],
  prefix: 'MakeBooks',
};

onEachDatabase('a look into several tables', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  const books = new PreparedTable(BookRows);
  const pages = new PreparedTable(PageRows);
  const book: Book = { id: 'a', isLent: true };
  const first: Page = { book: 'a', number: 1, saidAt: null };
  const second: Page = { book: 'a', number: 2, saidAt: 'noon' };

  before(async () => {
    database = await empty();
    store = await openStore(database.url, [schema]);
    await store.transaction([], async (manager) => {
      await books.insert(manager, [book, { id: 'b', isLent: false }]);
      await pages.insert(manager, [first, second]);
    });
  });
  after(async () => {
    await store.close();
    await database.remove();
  });

  it('finds in each what is wanted of it, in one statement', async () => {
    const newest = '(SELECT MAX(p.number) FROM pages p WHERE p.book = books.id)';
    const lent = books.wanted({ id: 'a' }, { newest });
    const read = pages.wanted({ that: '{book} = ? AND {number} >= ?', values: ['a', 1] });
    let found: unknown;
    const asked = await askedOf(store, async () => {
      const [of, their] = await store.read((manager) => lookTogether(manager, [lent, read]));
      found = [
        of.map(({ newest, ...row }) => [row, Number(newest)]),
        their.sort((a, b) => a.number - b.number),
      ];
    });
    assert.deepEqual(found, [[[book, 2]], [first, second]]);
    assert.equal(asked.length, 1);
  });

  it('is planned once, and not for each value that is looked for', async () => {
    const asked = await askedOf(store, () =>
      store.read((manager) => lookTogether(manager, [books.wanted({ id: 'a' })])),
    );
    // SQLite plans a join anew where a bare value is compared; only behind a plus it does not look at it.
    assert.match(String(asked[0]?.statement), / = (\$1|\+\?)/);
  });

  it('finds nothing where there is nothing, and the rest all the same', async () => {
    const look = (id: string, number: number) =>
      store.read((manager) =>
        lookTogether(manager, [books.wanted({ id }), pages.wanted({ book: id, number })]),
      );
    assert.deepEqual(await look('c', 1), [[], []]);
    assert.deepEqual(await look('b', 1), [[{ id: 'b', isLent: false }], []]);
    assert.deepEqual(await look('a', 2), [[book], [second]]);
  });

  it('makes of it what is wanted, with a look of its own where that is needed', async () => {
    const numbers = seenAs(pages.wanted({ book: 'a', number: 2 }), ([page]) => page?.number ?? 0);
    const lent = {
      joins: () => [],
      found: async (_: unknown, manager: Parameters<typeof books.selectOne>[0]) =>
        (await books.selectOne(manager, { id: 'a' }))?.isLent,
    };
    assert.deepEqual(await store.read((manager) => lookTogether(manager, [numbers, lent])), [2, true]);
  });
});
