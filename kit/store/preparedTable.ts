import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { type Asked, askTogether } from './askTogether.ts';
import {
  type Condition,
  conditionOf,
  type Description,
  describedColumn,
  type Equal,
  keysOf,
  ownOf,
  pick,
  readRow,
  written,
  writtenRow,
} from './describedTable.ts';
import { leaveToSend } from './leftToSend.ts';
import type { Wanted } from './lookTogether.ts';
import { prepared } from './preparedStatement.ts';
import { runPrepared } from './runPrepared.ts';
import { runEach } from './sqliteQueries.ts';

/** More gain little, and a statement may have some thousands of parameters. */
const insertedTogether = 50;
const unlessThere = ' ON CONFLICT DO NOTHING';

type Statement = { text: string; values: unknown[] };

/**
 * The statements of a table for what is done again and again: the text of each is made once, from the table's
 * description, and the database parses it once a connection. What is asked for rarely is better written as a query.
 *
 * What answers nothing may go to PostgreSQL with the next statement of its transaction that answers something, or with its end:
 * it has failed where that fails.
 */
export class PreparedTable<Row extends ObjectLiteral> {
  readonly #schema: EntitySchema<Row>;
  /** The texts of statements, by database and by what the statement does. */
  readonly #texts = new Map<string, string>();
  #described: Description | undefined;

  constructor(schema: EntitySchema<Row>) {
    this.#schema = schema;
  }

  /** @param where `{}` for all rows; `rest`: what follows the condition, such as the order and how many */
  async select(manager: EntityManager, where: Condition | Equal<Row>, rest = ''): Promise<Row[]> {
    const [rows] = await askTogether(manager, [this.asked(manager, where, rest)]);
    return rows;
  }

  /** What `select` asks, to be asked together with others. */
  asked(manager: EntityManager, where: Condition | Equal<Row>, rest = ''): Asked<Row[]> {
    const table = this.#in(manager);
    const condition = conditionOf(where);
    const text = this.#text(table, `select ${condition.that} ${rest}`, () => {
      const columns = [...table.columns].map(
        ([property, { databaseName }]) => `"${databaseName}" AS "${property}"`,
      );
      const that = condition.that && `WHERE ${condition.that}`;
      return `SELECT ${columns.join(', ')} FROM "${table.name}" ${that} ${rest}`;
    });
    const found = (records: Record<string, unknown>[]) =>
      records.map((record) => readRow<Row>(table, record));
    return { text, values: this.#written(table, condition), found };
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
        const of = (property: string) => `"${name}"."${describedColumn(table, property).databaseName}"`;
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
  insert(manager: EntityManager, rows: readonly Row[]): Promise<void> {
    return this.#leave(manager, this.#inserting(manager, rows, ''));
  }

  /**
   * As many rows as there are, in few statements of one text: whatever is left of them goes one by one. On SQLite all do, because
   * for a statement of several rows it keeps every page as it was before, which costs more than the rows.
   * @param rows each with the same properties
   */
  async insertMany(manager: EntityManager, rows: readonly Row[]): Promise<void> {
    if (this.#in(manager).dataSource.options.type !== 'postgres')
      return runEach(
        manager,
        rows.map((row) => this.#inserting(manager, [row], '')),
      );
    const together = rows.length - (rows.length % insertedTogether);
    for (let from = 0; from < together; from += insertedTogether)
      await this.insert(manager, rows.slice(from, from + insertedTogether));
    for (const row of rows.slice(together)) await this.insert(manager, [row]);
  }

  /** One that is there already stays as it is. @returns whether it was not */
  async insertNew(manager: EntityManager, row: Row): Promise<boolean> {
    return (await this.#run(manager, this.#inserting(manager, [row], unlessThere))) === 1;
  }

  /** As `insert`, where the transaction comes to nothing if one is there already. */
  mustInsert(manager: EntityManager, row: Row, refusal: () => Error): Promise<void> {
    return this.#leave(manager, this.#inserting(manager, [row], unlessThere), refusal);
  }

  /** One that is there already stays as it is. */
  ensure(manager: EntityManager, row: Row): Promise<void> {
    return this.#leave(manager, this.#inserting(manager, [row], unlessThere));
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
    return (await this.#run(manager, this.#upserting(manager, row, properties, onlyIf))) === 1;
  }

  /** As `upsert`, where nobody has to know what it came to. */
  put(
    manager: EntityManager,
    row: Row,
    properties: readonly (keyof Row & string)[],
    onlyIf?: Condition,
  ): Promise<void> {
    return this.#leave(manager, this.#upserting(manager, row, properties, onlyIf));
  }

  /** As `upsert`, where the transaction comes to nothing unless there was none, or the condition held. */
  mustUpsert(
    manager: EntityManager,
    row: Row,
    properties: readonly (keyof Row & string)[],
    { onlyIf, refusal }: { onlyIf: Condition; refusal: () => Error },
  ): Promise<void> {
    return this.#leave(manager, this.#upserting(manager, row, properties, onlyIf), refusal);
  }

  /** Those that are there already get the number in one property added to. @param rows no two with the same key */
  insertOrAdd(manager: EntityManager, rows: readonly Row[], property: keyof Row & string): Promise<void> {
    const table = this.#in(manager);
    const sum = `{${property}} = "${table.name}".{${property}} + excluded.{${property}}`;
    const conflict = ` ON CONFLICT (${keysOf(table)}) DO UPDATE SET ${sum}`;
    return this.#leave(manager, this.#inserting(manager, rows, conflict));
  }

  /** @returns how many rows it was */
  update(manager: EntityManager, where: Condition | Equal<Row>, set: Partial<Row>): Promise<number> {
    return this.#run(manager, this.#updating(manager, where, set));
  }

  /** As `update`, where nobody has to know how many rows it was. */
  set(manager: EntityManager, where: Condition | Equal<Row>, set: Partial<Row>): Promise<void> {
    return this.#leave(manager, this.#updating(manager, where, set));
  }

  /** As `update`, where the transaction comes to nothing unless it was one row. */
  mustUpdate(
    manager: EntityManager,
    where: Condition | Equal<Row>,
    set: Partial<Row>,
    refusal: () => Error,
  ): Promise<void> {
    return this.#leave(manager, this.#updating(manager, where, set), refusal);
  }

  delete(manager: EntityManager, where: Condition | Equal<Row>): Promise<void> {
    const table = this.#in(manager);
    const condition = conditionOf(where);
    const does = () => `DELETE FROM "${table.name}" WHERE ${condition.that}`;
    return this.#leave(manager, {
      text: this.#text(table, `delete ${condition.that}`, does),
      values: this.#written(table, condition),
    });
  }

  #upserting(
    manager: EntityManager,
    row: Row,
    properties: readonly (keyof Row & string)[],
    onlyIf: Condition | undefined,
  ): Statement {
    const table = this.#in(manager);
    const sets = properties.map((property) => `{${property}} = excluded.{${property}}`);
    const condition = onlyIf ? ` WHERE ${onlyIf.that.replaceAll('{', `"${table.name}".{`)}` : '';
    const conflict = ` ON CONFLICT (${keysOf(table)}) DO UPDATE SET ${sets.join(', ')}${condition}`;
    return this.#inserting(manager, [row], conflict, onlyIf?.values);
  }

  #updating(manager: EntityManager, where: Condition | Equal<Row>, set: Partial<Row>): Statement {
    const table = this.#in(manager);
    const condition = conditionOf(where);
    const properties = Object.keys(set);
    const text = this.#text(table, `update ${properties} ${condition.that}`, () => {
      const sets = properties.map((property) => `{${property}} = ?`);
      return `UPDATE "${table.name}" SET ${sets.join(', ')} WHERE ${condition.that}`;
    });
    const values = properties.map((property) => written(table, property, set[property]));
    return { text, values: [...values, ...this.#written(table, condition)] };
  }

  #inserting(
    manager: EntityManager,
    rows: readonly Row[],
    conflict: string,
    more: readonly unknown[] = [],
  ): Statement {
    const table = this.#in(manager);
    const properties = Object.keys(rows[0] ?? {});
    const text = this.#text(table, `insert ${properties} ${rows.length}${conflict}`, () => {
      const values = `(${properties.map(() => '?').join(', ')})`;
      const columns = properties.map((property) => `{${property}}`).join(', ');
      return `INSERT INTO "${table.name}" (${columns}) VALUES ${rows.map(() => values).join(', ')}${conflict}`;
    });
    return { text, values: [...rows.flatMap((row) => writtenRow(table, properties, row)), ...more] };
  }

  async #run(manager: EntityManager, { text, values }: Statement): Promise<number> {
    return (await runPrepared(manager, text, values)).affected;
  }

  async #leave(manager: EntityManager, statement: Statement, refusal?: () => Error): Promise<void> {
    await leaveToSend(manager, statement, refusal);
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
      write().replace(/\{(\w+)\}/g, (_, property) => `"${describedColumn(table, property).databaseName}"`),
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
