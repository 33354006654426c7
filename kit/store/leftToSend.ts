import type { EntityManager, QueryRunner } from 'typeorm';
import { driverError } from './postgresErrors.ts';
import { runPrepared } from './runPrepared.ts';
import { forOneRow, withTheNext } from './togetherClient.ts';

/** What has become of the statements that a transaction has left: `refusal` is why it must not be committed. */
type Left = { refusal?: Error };

const open = new WeakMap<QueryRunner, Left>();

/** Lets the statements of a transaction on PostgreSQL be left to the next one whose answer is waited for. */
export function leavesToSend(runner: QueryRunner): Left {
  const left: Left = {};
  open.set(runner, left);
  return left;
}

/**
 * Runs a statement whose answer nobody needs; in a transaction on PostgreSQL together with the next one that is waited for.
 * @param refusal what fails the transaction unless the statement is for exactly one row
 */
export async function leaveToSend(
  manager: EntityManager,
  { text, values }: { text: string; values: unknown[] },
  refusal?: () => Error,
): Promise<void> {
  const runner = manager.queryRunner;
  const left = runner && open.get(runner);
  if (!left) {
    const { affected } = await runPrepared(manager, text, values);
    if (refusal && affected !== 1) throw refusal();
    return;
  }
  const marked = refusal ? forOneRow(text) : text;
  runner.query(withTheNext(marked), values, true).catch((error: unknown) => {
    if (refusal && driverError(error).code === divisionByZero) left.refusal ??= refusal();
  });
}

/** SQLSTATE (PostgreSQL manual, appendix A). */
const divisionByZero = '22012';
