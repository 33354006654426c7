import type { QueryRunner } from '../../kit/store/query.ts';
import { conversationKey } from './turnRows.ts';

/**
 * Takes conversations over from the version before, which kept what their dialogs knew by the SDK's key: channel,
 * `conversations`, id. Their state is of an older form, so that they begin afresh and say so.
 */
export async function carryConversationsOver(runner: QueryRunner): Promise<void> {
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

/**
 * Uses the names of the columns in the database, because the entities of the newest version may call them otherwise.
 */
async function insert(runner: QueryRunner, table: string, row: Record<string, string>): Promise<void> {
  const columns = Object.keys(row);
  const { driver } = runner.dataSource;
  const parameters = columns.map((column, place) => driver.createParameter(column, place));
  const statement = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${parameters.join(', ')})`;
  await runner.query(statement, Object.values(row));
}
