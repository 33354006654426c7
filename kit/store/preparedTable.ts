import type { DataSource, EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import type { Wanted } from './lookTogether.ts';
import { prepared } from './preparedStatement.ts';

type ColumnMetadata = ReturnType<DataSource['getMetadata']>['columns'][number];
/** The table's names, from which the text of every statement is made. */
type Description = { name: string; columns: ReadonlyMap<string, ColumnMetadata>; dataSource: DataSource };
/** A condition: each of these columns equals its value. Other conditions are written as SQL. */
type Equal<Row> = Partial<Row>;
/** A condition in SQL, with `{property}` for a column and `?` for a value, and the values in order. */
export type Condition = { that: string; values: readonly unknown[] };
type Result = { records: Record<string, unknown>[]; affected: number };

/** More gain little, and a statement may have some thousands of parameters. */
const insertedTogether = 50;

/**
 * The statements of a table for what is done again and again: the text of each is made once, from the table's
 * description, and the database parses it once a connection. What is asked for rarely is better written as a query.
 */
export class PreparedTable<Row extends ObjectLiteral> {
  readonly #schema: EntitySchema<Row>;
  /** The texts of statements, by database and by what the statement does. */
  readonly #texts = new Map<string, string>();
  #described: Description | undefined;

  constructor(schema: EntitySchema<Row>) {
    this.#schema = schema;
  }

  /** @param rest what follows the condition, such as the order */
  select(manager: EntityManager, where: Condition | Equal<Row>, rest = ''): Promise<Row[]> {
    return this.selectBeside(manager, where, {}, rest);
  }

  /** @param beside what else is wanted of each row, by its name: SQL, in which the row’s own columns have the table’s name before them */
  async selectBeside<Beside extends Record<string, string>>(
    manager: EntityManager,
    where: Condition | Equal<Row>,
    beside: Beside,
    rest = '',
  ): Promise<(Row & { [Name in keyof Beside]: unknown })[]> {
    const table = this.#in(manager);
    const condition = conditionOf(where);
    const names = Object.keys(beside);
    const text = this.#text(table, `select ${names} ${condition.that} ${rest}`, () => {
      const columns = [...table.columns].map(
        ([property, { databaseName }]) => `"${databaseName}" AS "${property}"`,
      );
      const expressions = names.map((name) => `${beside[name]} AS "${name}"`);
      const wanted = [...columns, ...expressions].join(', ');
      return `SELECT ${wanted} FROM "${table.name}" WHERE ${condition.that} ${rest}`;
    });
    const { records } = await runPrepared(manager, text, this.#written(table, condition));
    return records.map((record) => ({ ...readRow<Row>(table, record), ...pick<Beside>(names, record) }));
  }

  /** What one statement may find beside rows of other tables; the columns of `beside` have the table's name before them. */
  wanted<Beside extends Record<string, string>>(
    where: Condition | Equal<Row>,
    beside: Beside = {} as Beside,
  ): Wanted<(Row & { [Name in keyof Beside]: unknown })[]> {
    const condition = conditionOf(where);
    const names = Object.keys(beside);
    return {
      joins: (manager) => {
        const table = this.#in(manager);
        const { name } = table;
        const of = (property: string) => `"${name}"."${columnOf(table, property).databaseName}"`;
        const join = {
          key: `${name} ${names} ${condition.that}`,
          columns: () =>
            [...[...table.columns.keys()].map((one) => [one, of(one)]), ...Object.entries(beside)]
              .map(([one, expression]) => `${expression} AS "${name}.${one}"`)
              .join(', '),
          on: () => `"${name}" ON ${condition.that.replace(/\{(\w+)\}/g, (_, property) => of(property))}`,
          values: this.#written(table, condition),
        };
        return [join];
      },
      found: (records, manager) => {
        const table = this.#in(manager);
        const own = records.map((record) => ownOf(table, names, record));
        const keys = [...table.columns].flatMap(([property, { isPrimary }]) => (isPrimary ? [property] : []));
        const rows = new Map(own.map((record) => [JSON.stringify(keys.map((key) => record[key])), record]));
        return [...rows.values()]
          .filter((record) => keys.every((key) => record[key] !== null))
          .map((record) => ({ ...readRow<Row>(table, record), ...pick<Beside>(names, record) }));
      },
    };
  }

  async selectOne(manager: EntityManager, where: Equal<Row>): Promise<Row | undefined> {
    return (await this.select(manager, where))[0];
  }

  /** @param rows each with the same properties */
  async insert(manager: EntityManager, rows: readonly Row[]): Promise<void> {
    await this.#insert(manager, rows, '');
  }

  /**
   * As many rows as there are, in few statements of one text: whatever is left of them goes one by one.
   * @param rows each with the same properties
   */
  async insertMany(manager: EntityManager, rows: readonly Row[]): Promise<void> {
    const together = rows.length - (rows.length % insertedTogether);
    for (let from = 0; from < together; from += insertedTogether)
      await this.insert(manager, rows.slice(from, from + insertedTogether));
    for (const row of rows.slice(together)) await this.insert(manager, [row]);
  }

  /** One that is there already stays as it is. @returns whether it was not */
  async insertNew(manager: EntityManager, row: Row): Promise<boolean> {
    return (await this.#insert(manager, [row], ' ON CONFLICT DO NOTHING')) === 1;
  }

  /**
   * One that is there already gets the values of the named properties, if a condition holds for it as it was.
   * @returns whether there was none, or the condition held
   */
  async upsert(
    manager: EntityManager,
    row: Row,
    properties: readonly (keyof Row & string)[],
    onlyIf?: Condition,
  ): Promise<boolean> {
    const { name, columns } = this.#in(manager);
    const keys = [...columns.values()]
      .filter(({ isPrimary }) => isPrimary)
      .map(({ databaseName }) => `"${databaseName}"`);
    const sets = properties.map((property) => `{${property}} = excluded.{${property}}`);
    const condition = onlyIf ? ` WHERE ${onlyIf.that.replaceAll('{', `"${name}".{`)}` : '';
    const conflict = ` ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sets.join(', ')}${condition}`;
    return (await this.#insert(manager, [row], conflict, onlyIf?.values)) === 1;
  }

  /** Those that are there already get the number in one property added to. @param rows no two with the same key */
  async insertOrAdd(
    manager: EntityManager,
    rows: readonly Row[],
    property: keyof Row & string,
  ): Promise<void> {
    const { name, columns } = this.#in(manager);
    const keys = [...columns.values()]
      .filter(({ isPrimary }) => isPrimary)
      .map(({ databaseName }) => `"${databaseName}"`);
    const sum = `{${property}} = "${name}".{${property}} + excluded.{${property}}`;
    await this.#insert(manager, rows, ` ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sum}`);
  }

  /** @returns how many rows it was */
  async update(manager: EntityManager, where: Condition | Equal<Row>, set: Partial<Row>): Promise<number> {
    const table = this.#in(manager);
    const condition = conditionOf(where);
    const properties = Object.keys(set);
    const text = this.#text(table, `update ${properties} ${condition.that}`, () => {
      const sets = properties.map((property) => `{${property}} = ?`);
      return `UPDATE "${table.name}" SET ${sets.join(', ')} WHERE ${condition.that}`;
    });
    const values = properties.map((property) => written(table, property, set[property]));
    return (await runPrepared(manager, text, [...values, ...this.#written(table, condition)])).affected;
  }

  async delete(manager: EntityManager, where: Condition | Equal<Row>): Promise<void> {
    const table = this.#in(manager);
    const condition = conditionOf(where);
    const text = this.#text(
      table,
      `delete ${condition.that}`,
      () => `DELETE FROM "${table.name}" WHERE ${condition.that}`,
    );
    await runPrepared(manager, text, this.#written(table, condition));
  }

  async #insert(
    manager: EntityManager,
    rows: readonly Row[],
    conflict: string,
    more: readonly unknown[] = [],
  ): Promise<number> {
    const table = this.#in(manager);
    const properties = Object.keys(rows[0] ?? {});
    const text = this.#text(table, `insert ${properties} ${rows.length}${conflict}`, () => {
      const values = `(${properties.map(() => '?').join(', ')})`;
      const columns = properties.map((property) => `{${property}}`).join(', ');
      return `INSERT INTO "${table.name}" (${columns}) VALUES ${rows.map(() => values).join(', ')}${conflict}`;
    });
    const values = rows.flatMap((row) =>
      properties.map((property) => written(table, property, row[property])),
    );
    return (await runPrepared(manager, text, [...values, ...more])).affected;
  }

  #in({ connection }: EntityManager): Description {
    if (this.#described?.dataSource !== connection) {
      const { tableName, columns } = connection.getMetadata(this.#schema);
      const byProperty = new Map(columns.map((column) => [column.propertyName, column]));
      this.#described = { name: tableName, columns: byProperty, dataSource: connection };
    }
    return this.#described;
  }

  #text(table: Description, does: string, write: () => string): string {
    const { type } = table.dataSource.options;
    const name = `${type} ${does}`;
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const text = prepared(
      type,
      write().replace(/\{(\w+)\}/g, (_, property) => `"${columnOf(table, property).databaseName}"`),
    );
    this.#texts.set(name, text);
    return text;
  }

  /** Values of a condition that is written out are what the database compares with; others are those of a column. */
  #written(
    table: Description,
    { values, properties }: Condition & { properties?: readonly string[] },
  ): unknown[] {
    return values.map((value, place) => {
      const property = properties?.[place];
      return property === undefined ? value : written(table, property, value);
    });
  }
}

function conditionOf(where: Condition | ObjectLiteral): Condition & { properties?: readonly string[] } {
  if ('that' in where && 'values' in where) return where as Condition;
  const properties = Object.keys(where);
  return {
    that: properties.map((property) => `{${property}} = ?`).join(' AND '),
    values: Object.values(where),
    properties,
  };
}

function columnOf({ name, columns }: Description, property: string): ColumnMetadata {
  const column = columns.get(property);
  if (!column) throw new Error(`${name} has no column for ${property}`);
  return column;
}

function written(table: Description, property: string, value: unknown): unknown {
  return table.dataSource.driver.preparePersistentValue(value, columnOf(table, property));
}

function readRow<Row>(
  { columns, dataSource: { driver } }: Description,
  record: Record<string, unknown>,
): Row {
  const row: Record<string, unknown> = {};
  for (const [property, column] of columns)
    row[property] = driver.prepareHydratedValue(record[property], column);
  return row as Row;
}

function pick<Beside>(
  names: readonly string[],
  record: Record<string, unknown>,
): { [Name in keyof Beside]: unknown } {
  return Object.fromEntries(names.map((name) => [name, record[name]])) as {
    [Name in keyof Beside]: unknown;
  };
}

/** The part of a joined record that belongs to this table. */
function ownOf(
  { name, columns }: Description,
  beside: readonly string[],
  record: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries([...columns.keys(), ...beside].map((one) => [one, record[`${name}.${one}`]]));
}

/** Runs a statement in the open transaction, or on a connection of its own where none is open. */
export async function runPrepared(manager: EntityManager, text: string, values: unknown[]): Promise<Result> {
  const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
  try {
    const { records = [], affected = 0 } = await runner.query(text, values, true);
    return { records, affected };
  } finally {
    if (!manager.queryRunner) await runner.release();
  }
}
