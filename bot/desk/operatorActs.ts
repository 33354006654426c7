import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import type { OperatorAct } from '../../services/contract/operatorAct.ts';
import { HandoffNoteRows } from './handoffNotesTable.ts';

/**
 * Writes down what an operator's command does on the bot's database, in its transaction: a bot that runs tells the bank's
 * audit trail of it, as of a handoff.
 */
export async function noteOperatorAct(manager: EntityManager, act: OperatorAct): Promise<void> {
  await manager.insert(HandoffNoteRows, { id: randomUUID(), handoff: JSON.stringify(act), at: act.at });
}
