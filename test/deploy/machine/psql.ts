/**
 * Stands in for psql where a script gives it statements on standard input: `--username`, and `--set=NAME=VALUE` with
 * `:"NAME"` and `:'NAME'` in the statements, as PostgreSQL's own client has them.
 */
import { text } from 'node:stream/consumers';
import pg from 'pg';

const options = new Map<string, string>();
for (const word of process.argv.slice(2)) {
  const [, name = '', value = ''] = /^--(?:set=)?(\w+)=(.*)$/.exec(word) ?? [];
  options.set(name, value);
}
const given = (name: string) => options.get(name) ?? '';
const client = new pg.Client({
  host: '127.0.0.1',
  user: given('username'),
  database: 'postgres',
  password: process.env.PGPASSWORD,
});
await client.connect();
for (const statement of (await text(process.stdin)).split(/;\s*\n/)) {
  const filled = statement
    .replaceAll(/:"(\w+)"/g, (_all, name: string) => client.escapeIdentifier(given(name)))
    .replaceAll(/:'(\w+)'/g, (_all, name: string) => client.escapeLiteral(given(name)));
  if (filled.trim() !== '') await client.query(filled);
}
await client.end();
