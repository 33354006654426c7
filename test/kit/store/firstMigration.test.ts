import assert from 'node:assert/strict';
import { EntitySchema } from 'typeorm';
import type { FirstMigration } from '../../../kit/store/firstMigration.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { QueryRunner } from '../../../kit/store/query.ts';
import { hasTablesOf, type Schema, schemaOf } from '../../../kit/store/schema.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { migrationsOf, rowsOf, tablesOf, withDataSource } from '../../databases/dataSource.ts';

class Old1700000000000 {
  readonly name: string = 'Old1700000000000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE old_note (id varchar PRIMARY KEY NOT NULL)');
    await runner.query("INSERT INTO old_note VALUES ('kept')");
  }
  async down() {}
}
class Old1700000001000 {
  readonly name: string = 'Old1700000001000';
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE old_scrap (id varchar PRIMARY KEY NOT NULL)');
  }
  async down() {}
}
class NoteAdded1700000003000 {
  readonly name: string = 'NoteAdded1700000003000';
  async up(runner: QueryRunner) {
    await runner.query("ALTER TABLE note ADD COLUMN added varchar NOT NULL DEFAULT 'later'");
  }
  async down(runner: QueryRunner) {
    await runner.query('ALTER TABLE note DROP COLUMN added');
  }
}

/** The version before, all or only as far as an older one went. */
const before = (migrations = [Old1700000000000, Old1700000001000]): Schema => ({
  ...{ entities: [], migrations, prefix: 'Old' },
});

const first: FirstMigration = {
  name: 'NoteFirst1700000001000',
  replaces: ['Old1700000000000', 'Old1700000001000'],
  tables: {
    note: {
      columns: 'id varchar PRIMARY KEY NOT NULL',
      indexes: ['CREATE INDEX note_by_id ON note (id)'],
    },
    scrap: { columns: 'id varchar PRIMARY KEY NOT NULL' },
  },
  async takeOver(runner, create) {
    await create(['note']);
    await runner.query('INSERT INTO note SELECT id FROM old_note');
    await runner.query('DROP TABLE old_note');
    await runner.query('ALTER TABLE old_scrap RENAME TO scrap');
  },
};
const schemaWith = (changed: Partial<FirstMigration> = {}) => schemaOf('Note', { ...first, ...changed }, []);
const schema = schemaWith();

const Notes = new EntitySchema<{ id: string }>({
  name: 'note',
  columns: { id: { type: 'varchar', primary: true } },
});
/** A table has changed since, as its owner says. */
const grown = schemaOf('Note', first, [{ rows: Notes, migrations: [NoteAdded1700000003000] }]);

onEachDatabase('the first migration of a half', (empty) => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await empty();
  });
  afterEach(() => database.remove());

  const open = async (...schemas: Schema[]) => (await openStore(database.url, schemas)).close();
  const look = () =>
    withDataSource(database.url, async (dataSource) => ({
      tables: await tablesOf(dataSource),
      migrations: await migrationsOf(dataSource),
    }));

  it('makes its tables where there is nothing, and what was added to them since', async () => {
    await open(grown);
    assert.deepEqual(await look(), {
      tables: ['note', 'scrap'],
      migrations: ['NoteFirst1700000001000', 'NoteAdded1700000003000'],
    });
  });

  it('turns the tables of the version before into its own, and stands where their names stood', async () => {
    await open(before());
    await open(grown);
    assert.deepEqual(await look(), {
      tables: ['note', 'scrap'],
      migrations: ['NoteFirst1700000001000', 'NoteAdded1700000003000'],
    });
    const notes = await withDataSource(database.url, (dataSource) => rowsOf(dataSource, 'note'));
    assert.deepEqual(notes, [{ id: 'kept', added: 'later' }]);
    await open(grown);
  });

  it('leaves everything as it was where taking over fails', async () => {
    await open(before());
    const was = await look();
    const failing = schemaWith({
      async takeOver(runner, create) {
        await first.takeOver?.(runner, create);
        throw new Error('cut off');
      },
    });
    await assert.rejects(open(failing), /cut off/);
    assert.deepEqual(await look(), was);
    await open(schema);
  });

  it('refuses what an older version has left, says what to do, and changes nothing of either half', async () => {
    await open(before([Old1700000000000]));
    const was = await look();
    const other = schemaOf('Other', { name: 'Other1700000000000', replaces: [], tables: {} }, []);
    await assert.rejects(open(other, schema), ({ code, message }: Error & { code?: string }) => {
      assert.equal(code, 'storeUnavailable');
      assert.match(message, /older version.*start that version on this database once, then this one/);
      assert.match(message, /not done: Old1700000001000\)/);
      return true;
    });
    assert.deepEqual(await look(), was);
  });

  it('knows the tables of the version before as those of its half, and passes over what a newer one has added', async () => {
    await open(before());
    const store = await openStore(database.url, []);
    try {
      assert.equal(await hasTablesOf(store, schema), true);
      assert.equal(await hasTablesOf(store, { ...schema, replaces: [] }), false);
    } finally {
      await store.close();
    }
    await open(grown);
    await open(schema);
  });
});
