import type { DataSource } from 'typeorm';
import { isPostgres, withDataSource } from '../databases/dataSource.ts';

/** What only reads or changes rows has a plan; an empty list of keys finds nothing, and is written as what is never true. */
const isPlanned = (statement: string) =>
  /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(statement) && !/WHERE \(*0=1\)*$/.test(statement);

/** How SQLite calls what a statement brings along; its own list of tables is as short as ours. */
const ofNoTable = /^(CONSTANT|\d+|sqlite_master)$/;

/** Whether it stands for a query inside the statement, of which the plan tells by itself. */
const isInnerQuery = (name: string, statement: string) => new RegExp(`\\) "?${name}"?\\s`).test(statement);

/** Ordered by an index, without a condition, such a statement reads no more rows than it gives. */
const readsFirstRows = (statement: string) =>
  /\bLIMIT\s+\d+\s*(\/\* prepared \*\/)?$/i.test(statement) && !/\bWHERE\b/i.test(statement);

/**
 * Those of the statements whose work grows with a table, each after what the database says of it: they look through a whole table or a whole index.
 * @param few whose tables are never large, and indexes that hold only what waits for something
 */
export async function scansAmong(
  url: string,
  statements: Iterable<string>,
  few: ReadonlySet<string>,
): Promise<string[]> {
  return withDataSource(url, async (dataSource) => {
    const explain = isPostgres(dataSource) ? postgresScans : sqliteScans;
    if (isPostgres(dataSource)) await dataSource.query('SET enable_seqscan = off');
    const scans: string[] = [];
    for (const statement of statements) {
      if (!isPlanned(statement)) continue;
      const plan = await explain(dataSource, statement, few);
      if (plan.length > 0)
        scans.push(`${plan.join('; ')}: ${statement.replace(/^SELECT .*? FROM/s, 'SELECT … FROM')}`);
    }
    return scans;
  });
}

async function sqliteScans(
  dataSource: DataSource,
  statement: string,
  few: ReadonlySet<string>,
): Promise<string[]> {
  const values = (statement.match(/\?/g) ?? []).map(() => null);
  const rows: { detail: string }[] = await dataSource.query(`EXPLAIN QUERY PLAN ${statement}`, values);
  const details = rows.map(({ detail }) => detail);
  const sorts = details.some((detail) => detail.startsWith('USE TEMP B-TREE'));
  return details.filter((detail) => {
    const [, name = '', index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
    if (name === '' || ofNoTable.test(name) || isInnerQuery(name, statement)) return false;
    const isFew = few.has(tableNamed(name, statement)) || (index !== undefined && few.has(index));
    return !isFew && (sorts || !readsFirstRows(statement));
  });
}

/** The table that an alias stands for. */
function tableNamed(alias: string, statement: string): string {
  const [, table = alias] =
    new RegExp(`(?:FROM|JOIN|UPDATE|INTO) "?(\\w+)"? (?:AS )?"?${alias}"?\\b`, 'i').exec(statement) ?? [];
  return table;
}

/** A node of a plan (PostgreSQL manual, section 14.1), as JSON. */
type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Node[];
};

async function postgresScans(
  dataSource: DataSource,
  statement: string,
  few: ReadonlySet<string>,
): Promise<string[]> {
  const rows: { 'QUERY PLAN': { Plan: Node }[] }[] = await dataSource.query(
    `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${statement}`,
  );
  const nodes = rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => nodesOf(Plan));
  const sorts = nodes.some((node) => node['Node Type'] === 'Sort');
  return nodes.flatMap((node) => {
    const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index = '' } = node;
    if (!/Seq Scan|Index.* Scan/.test(type) || node['Index Cond'] !== undefined) return [];
    if (few.has(table) || few.has(index)) return [];
    return !sorts && readsFirstRows(statement) ? [] : [`${type} ${table} ${index}`.trim()];
  });
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
