import type { DataSource } from 'typeorm';

/** Made at once by one statement: few enough that no transaction of it is large. */
const atOnce = 100_000;

/** In the order in which databases sort them, so that rows come in the order of their keys and each still lies anywhere. */
const base64url = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const hexadecimal = '0123456789abcdef';

/** SQL for the first signs of a number of row `n` of so many, spread evenly over all that such signs can say. */
function spread(signs: string, length: number, of: number): string {
  const apart = Math.floor(signs.length ** length / of);
  return Array.from({ length }, (_, place) => {
    const worth = signs.length ** (length - 1 - place);
    return `substr('${signs}', 1 + CAST((n * ${apart} / ${worth}) % ${signs.length} AS integer), 1)`;
  }).join(' || ');
}

/** A table that grows: each new row is a copy of one that is there, but for the columns named, in SQL over `n`. */
type Growing = { table: string; like: string; columns: Record<string, string> };

/** So many customers with a frozen card each, beside those that are there. */
export async function generateCards(database: DataSource, count: number, progress: (done: number) => void) {
  const id = `${spread(hexadecimal, 8, count)} || '-0000-4000-8000-000000000000'`;
  const key = `${spread(base64url, 5, count)} || '${'A'.repeat(38)}'`;
  const reference = `'card_' || ${spread(base64url, 5, count)} || '${'A'.repeat(17)}'`;
  const lastFour = spread('0123456789', 4, count);
  await grow(database, count, progress, [
    { table: 'customers', like: '1 = 1', columns: { id, phone_index: key, identity_document_index: key } },
    { table: 'cards', like: '1 = 1', columns: { id, customer_id: id, reference, last_four: lastFour } },
    { table: 'card_freezes', like: '1 = 1', columns: { card_id: id } },
  ]);
}

/** So many conversations of web chat beside those that are there, each as the first one is. */
export async function generateConversations(
  database: DataSource,
  count: number,
  progress: (done: number) => void,
) {
  const id = `${spread(hexadecimal, 8, count)} || '${'0'.repeat(24)}'`;
  const key = `${spread(base64url, 5, count)} || '${'A'.repeat(38)}'`;
  const [first] = await database.query('SELECT id FROM direct_line_conversations LIMIT 1');
  const its = `conversation_id = '${first.id}'`;
  const activities = await database.query(`SELECT number FROM direct_line_activities WHERE ${its}`);
  await grow(database, count, progress, [
    { table: 'conversations', like: 'state IS NOT NULL', columns: { id: key } },
    { table: 'direct_line_conversations', like: '1 = 1', columns: { id } },
    ...activities.map(({ number }: { number: number }) => ({
      table: 'direct_line_activities',
      like: `${its} AND number = ${number}`,
      columns: {
        conversation_id: id,
        client_activity_id: `CASE WHEN client_activity_id IS NULL THEN NULL ELSE '${number}' END`,
      },
    })),
    { table: 'deliveries', like: '1 = 1', columns: { id: key, conversation: key } },
    { table: 'open_cases', like: '1 = 1', columns: { id: key, conversation: key, code_hash: key } },
  ]);
}

async function grow(
  database: DataSource,
  count: number,
  progress: (done: number) => void,
  growing: readonly Growing[],
): Promise<void> {
  const statements: string[] = [];
  for (const { table, like, columns } of growing) {
    const [sample] = await database.query(`SELECT * FROM ${table} WHERE ${like} LIMIT 1`);
    const names = Object.keys(sample);
    const values = names.map((name) => columns[name] ?? `"${name}"`);
    statements.push(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
      SELECT ${values.join(', ')} FROM numbers, (SELECT * FROM ${table} WHERE ${like} LIMIT 1) AS sample`);
  }
  for (let from = 0; from < count; from += atOnce) {
    const last = Math.min(from + atOnce, count) - 1;
    const numbers = `numbers(n) AS (SELECT CAST(${from} AS bigint) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${last})`;
    for (const statement of statements) await database.query(`WITH RECURSIVE ${numbers} ${statement}`);
    progress(last + 1);
  }
}
