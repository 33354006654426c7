import type { EntityManager } from 'typeorm';

type Result = { records: Record<string, unknown>[]; affected: number };

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
