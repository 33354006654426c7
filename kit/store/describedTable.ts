import type { DataSource, ObjectLiteral } from 'typeorm';

type ColumnMetadata = ReturnType<DataSource['getMetadata']>['columns'][number];
/** The table's names, from which the text of every statement is made. */
export type Description = {
  name: string;
  columns: ReadonlyMap<string, ColumnMetadata>;
  dataSource: DataSource;
};
/** A condition: each of these columns equals its value. Other conditions are written as SQL. */
export type Equal<Row> = Partial<Row>;
/** A condition in SQL, with `{property}` for a column and `?` for a value, and the values in order. */
export type Condition = { that: string; values: readonly unknown[] };

export function conditionOf(
  where: Condition | ObjectLiteral,
): Condition & { properties?: readonly string[] } {
  if ('that' in where && 'values' in where) return where as Condition;
  const properties = Object.keys(where);
  return {
    that: properties.map((property) => `{${property}} = ?`).join(' AND '),
    values: Object.values(where),
    properties,
  };
}

export function describedColumn({ name, columns }: Description, property: string): ColumnMetadata {
  const column = columns.get(property);
  if (!column) throw new Error(`${name} has no column for ${property}`);
  return column;
}

/** The primary key, as a conflict names it. */
export function keysOf({ columns }: Description): string {
  return [...columns.values()]
    .flatMap(({ isPrimary, databaseName }) => (isPrimary ? [`"${databaseName}"`] : []))
    .join(', ');
}

export function written(table: Description, property: string, value: unknown): unknown {
  return table.dataSource.driver.preparePersistentValue(value, describedColumn(table, property));
}

/** The values of a row as the database takes them, in the order of these properties. */
export function writtenRow(table: Description, properties: readonly string[], row: ObjectLiteral): unknown[] {
  return properties.map((property) => written(table, property, row[property]));
}

export function readRow<Row>(
  { columns, dataSource: { driver } }: Description,
  record: Record<string, unknown>,
): Row {
  const row: Record<string, unknown> = {};
  for (const [property, column] of columns)
    row[property] = driver.prepareHydratedValue(record[property], column);
  return row as Row;
}

export function pick<Beside>(
  names: readonly string[],
  record: Record<string, unknown>,
): { [Name in keyof Beside]: unknown } {
  return Object.fromEntries(names.map((name) => [name, record[name]])) as {
    [Name in keyof Beside]: unknown;
  };
}

/** The part of a joined record that belongs to this table. */
export function ownOf(
  { name, columns }: Description,
  beside: readonly string[],
  record: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries([...columns.keys(), ...beside].map((one) => [one, record[`${name}.${one}`]]));
}
