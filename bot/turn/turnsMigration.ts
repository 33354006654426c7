import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { conversationKey } from './turnRows.ts';

const varchar = (name: string) => ({ name, type: 'varchar' });
const text = (name: string) => ({ name, type: 'text', isNullable: true });
const key = { ...varchar('id'), isPrimary: true };

/** What four channels kept each in its own way, and what `conversations` and `deliveries` hold now. */
const replaced = [
  'turn_leases',
  'handled_activities',
  'conversation_states',
  'voice_steps',
  'received_messages',
] as const;

/** One table of conversations and one of deliveries, for every channel. */
export class Turns1764000200000 implements MigrationInterface {
  readonly name = 'Turns1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'conversations',
        columns: [
          key,
          varchar('version'),
          text('state'),
          text('awaits'),
          varchar('holder'),
          varchar('expires_at'),
          varchar('updated_at'),
        ],
        indices: [{ name: 'conversations_by_update', columnNames: ['updated_at'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'deliveries',
        columns: [
          key,
          varchar('conversation'),
          varchar('arrived_at'),
          text('kept'),
          text('answer'),
          { name: 'sent', type: 'integer', isNullable: true },
        ],
        indices: [
          { name: 'deliveries_by_arrival', columnNames: ['arrived_at'] },
          { name: 'deliveries_by_conversation', columnNames: ['conversation', 'sent'] },
        ],
      }),
    );
    await carryOver(runner);
    for (const table of replaced) await runner.dropTable(table);
    await runner.addColumn('voice_calls', new TableColumn({ name: 'tokens', type: 'text', default: "'[]'" }));
  }

  async down(): Promise<void> {
    throw new Error('what was kept in five tables is not in them any more');
  }
}

/** The conversations that were open: their state is of another version, so that they begin afresh and hear so. */
async function carryOver(runner: QueryRunner): Promise<void> {
  const rows: { key: string; value: string; updated_at: string }[] = await runner.query(
    'SELECT key, value, updated_at FROM conversation_states',
  );
  for (const { key, value, updated_at: at } of rows) {
    const [channelId = '', , ...rest] = key.split('/');
    const conversation = rest.join('/').replace(/\/$/, '');
    await insert(runner, 'conversations', {
      id: conversationKey(channelId, conversation),
      version: 'carriedOver',
      state: value,
      holder: '',
      expires_at: at,
      updated_at: at,
    });
  }
}

/** By the columns' own names: the entities are those of the newest version, and know them by others. */
async function insert(runner: QueryRunner, table: string, row: Record<string, string>): Promise<void> {
  const columns = Object.keys(row);
  const { driver } = runner.connection;
  const parameters = columns.map((column, place) => driver.createParameter(column, place));
  const statement = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${parameters.join(', ')})`;
  await runner.query(statement, Object.values(row));
}
