import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bankFirstMigration } from '../../services/bankFirstMigration.ts';
import { isPostgres, withDataSource } from './dataSource.ts';

export type Half = 'bank' | 'bot';

/** The bank's tables then: as they are now, but for the keys, which it did not write down. */
export const bankTablesBefore: readonly string[] = Object.keys(bankFirstMigration.tables).filter(
  (table) => table !== 'bank_key_fingerprints',
);

/** The last migration that the version before ran for each half. */
export const lastBefore: Record<Half, string> = {
  bank: 'BankDisownments1764000120000',
  bot: 'AwaitedLinks1764000160000',
};

/**
 * Makes in an empty database what the version before (commit 44b5709) made there, with the very statements that its
 * migrations ran on that kind of database.
 * @param until the migration with which it stops; else all of them
 */
export async function asVersionBefore(url: string, halves: readonly Half[], until?: string): Promise<void> {
  await withDataSource(url, async (dataSource) => {
    for (const half of halves) {
      for (const statement of statementsOf(half, isPostgres(dataSource) ? 'postgres' : 'sqlite')) {
        await dataSource.query(statement);
        if (until !== undefined && statement.includes(`'${until}'`)) break;
      }
    }
  });
}

function statementsOf(half: Half, kind: 'sqlite' | 'postgres'): string[] {
  const file = join(import.meta.dirname, 'versionBefore', `${half}.${kind}.sql`);
  return readFileSync(file, 'utf8').split(';\n').filter(Boolean);
}

/** What the dialogs of the version before kept of a conversation that was asked whether to unfreeze a card. */
export const openConversation = readFileSync(
  join(import.meta.dirname, 'versionBefore', 'openConversation.json'),
  'utf8',
);
