import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { EntitySchema } from 'typeorm';
import { botSchema } from '../bot/botSchema.ts';
import { botTables } from '../bot/botTables.ts';
import type { OwnedTable } from '../kit/retention/ownedTable.ts';
import { SnakeCaseColumns } from '../kit/store/columns.ts';
import { isContraction } from '../kit/store/schema.ts';
import { bankSchema } from '../services/bankSchema.ts';
import { bankTables } from '../services/bankTables.ts';
import { rewrap } from '../services/rewrap.ts';
import type { BankTable } from '../services/security/sealedTable.ts';
import { onEachDatabase } from './databases/databases.ts';
import { rowsOf, withDataSource } from './databases/dataSource.ts';
import { liNa, openTestBank, zhaoLei } from './services/testBank.ts';

const root = join(import.meta.dirname, '..');
const tables: readonly (OwnedTable<never> & Pick<BankTable, 'sealed'>)[] = [...bankTables, ...botTables];
const schemas = [bankSchema, botSchema];
const nameOf = ({ rows }: Pick<OwnedTable, 'rows'>) => rows.options.name;

/** The tables that any file of either half describes. */
async function describedTables(): Promise<string[]> {
  const files = globSync('{services,bot}/**/*.ts', { cwd: root });
  const names: string[] = [];
  for (const file of files.filter((one) => /^services\/tables\/|Tables?\.ts$/.test(one))) {
    const exported: unknown[] = Object.values(await import(join(root, file)));
    for (const one of exported) if (one instanceof EntitySchema) names.push(one.options.name);
  }
  return names;
}

describe('the owners of tables', () => {
  it('are one for each table that is described anywhere', async () => {
    assert.deepEqual(tables.map(nameOf).sort(), (await describedTables()).sort());
  });

  it('say of each table when its rows go, with which other rows they go, or why they stay', () => {
    const ends = new Map(tables.map((table) => [nameOf(table), 'expiring' in table]));
    const withoutEnd = tables.flatMap((table) => {
      const others = 'goesWith' in table ? table.goesWith.options.name : nameOf(table);
      const { stays = '' } = 'goesWith' in table ? {} : table;
      return ends.get(others) || stays.length > 10 ? [] : [nameOf(table)];
    });
    assert.deepEqual(withoutEnd, []);
  });

  it('let nothing stay for ever but what the bank must keep, and the keys it is kept under', () => {
    const forEver = tables.filter((table) => !('expiring' in table) && !('goesWith' in table)).map(nameOf);
    assert.deepEqual(forEver.sort(), [
      'audit_base',
      'audit_entries',
      'audit_tail',
      'bank_key_fingerprints',
      'bot_key_fingerprints',
      'card_freezes',
      'cards',
      'four_eyes',
      'freezings_place',
      'opt_outs',
      'steady_moments',
    ]);
  });

  it('name what they change after their half, by which a newer version is told', () => {
    const misnamed = schemas.flatMap(({ migrations, prefix }) =>
      migrations.map((Migration) => new Migration().name ?? '').filter((name) => !name.startsWith(prefix)),
    );
    assert.deepEqual(misnamed, []);
  });

  it('add what a version before passes over, unless a change says in its name that it takes something away', async () => {
    const adds = [
      /^CREATE (UNLOGGED )?TABLE \w+ \(/,
      /^CREATE (UNIQUE )?INDEX /,
      /^DROP INDEX /,
      /^ALTER TABLE \w+ ADD COLUMN \w+ \w+( NOT NULL DEFAULT .+)?$/,
      // Rows that are past their use, whatever version wrote them.
      /^DELETE FROM customers WHERE id LIKE /,
    ];
    const wrong: string[] = [];
    const connection = { options: { type: 'postgres' } };
    for (const { migrations, prefix } of schemas)
      for (const migration of migrations.slice(1).map((Migration) => new Migration())) {
        const query = async (statement: string) => {
          const isAdding = adds.some((pattern) => pattern.test(statement.trim()));
          if (!isAdding && !isContraction(prefix, migration.name ?? '')) wrong.push(statement);
        };
        await migration.up({ query, connection } as Parameters<typeof migration.up>[0]);
      }
    assert.deepEqual(wrong, []);
  });

  it('say of every column that is called sealed, or a verifier, how it is closed with a new key', () => {
    const forgotten = tables.flatMap(({ rows, sealed = {} }) =>
      Object.keys(rows.options.columns)
        .filter((column) => /sealed$|verifier$/i.test(column) && !(column in sealed))
        .map((column) => `${rows.options.name}.${column}`),
    );
    assert.deepEqual(forgotten, []);
  });

  it('seal only in tables whose rows have one key that is a text, by which a new key goes through them', () => {
    for (const { rows } of tables.filter(({ sealed }) => sealed)) {
      const keys = Object.values(rows.options.columns).filter((column) => column?.primary);
      assert.deepEqual(
        keys.map((key) => key?.type),
        ['varchar'],
        rows.options.name,
      );
    }
  });
});

onEachDatabase('a field key that is not the newest', (empty) => {
  it('has closed nothing in any column that no owner names, and nothing at all after all is closed anew', async () => {
    const bank = await openTestBank({ empty, beside: [botSchema] });
    try {
      await bank.authenticationRequest(zhaoLei.number);
      const userTerminal = { channel: 'voice', address: 'caller' } as const;
      const asked = { card: await bank.card(liNa.number), userTerminal };
      await bank.customerService.queryCardStatus(asked);
      const answer = await bank.processor.requestUnfreezing({ ...asked, through: 'secureLink' });
      assert.equal(answer.outcome, 'secureLinkSent');
      const old = bank.keyRing.fieldKey.id;
      assert.deepEqual(await columnsWith(bank.databaseUrl, old), namedColumns());
      bank.keyRing.rotate();
      await rewrap(bank.store, bank, () => {});
      assert.deepEqual(await columnsWith(bank.databaseUrl, old), []);
      assert.deepEqual(await columnsWith(bank.databaseUrl, bank.keyRing.fieldKey.id), namedColumns());
    } finally {
      await bank.close();
    }
  });
});

/** The columns in which some text names a key. */
function columnsWith(url: string, key: string): Promise<string[]> {
  return withDataSource(url, async (dataSource) => {
    const found = new Set<string>();
    for (const table of tables.map(nameOf)) {
      for (const row of await rowsOf(dataSource, table)) {
        for (const [column, value] of Object.entries(row))
          if (String(value).includes(`v1.${key}.`)) found.add(`${table}.${column}`);
      }
    }
    return [...found].sort();
  });
}

/** The columns that owners say are sealed, by their names in the database. */
function namedColumns(): string[] {
  const { columnName } = new SnakeCaseColumns();
  return tables
    .flatMap(({ rows, sealed = {} }) =>
      Object.keys(sealed).map((column) => `${rows.options.name}.${columnName(column, '', [])}`),
    )
    .sort();
}
