import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import type { DeskWord } from '../../services/contract/desk.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import { type DeskLineRow, DeskLineRows } from './deskLinesTable.ts';
import { HandoffCaseRows } from './handoffCasesTable.ts';

type NewLine = Pick<DeskLineRow, 'case' | 'from' | 'at'> &
  Partial<Pick<DeskLineRow, 'id' | 'by' | 'text'>> & { word?: DeskWord };

/**
 * Adds a line to a case, in the transaction of whoever writes it: the number that it gets is its place, over all processes,
 * since its case's row is held until then.
 */
export async function addLine(
  manager: EntityManager,
  { id = randomUUID(), by = null, text = '', word, ...line }: NewLine,
): Promise<DeskLineRow> {
  await manager.increment(HandoffCaseRows, { id: line.case }, 'lines', 1);
  const { lines: number } = await manager.findOneOrFail(HandoffCaseRows, {
    select: { id: true, lines: true },
    where: { id: line.case },
  });
  const told = { word: word ? JSON.stringify(word) : null, nextTryAt: word ? line.at : null };
  const row: DeskLineRow = { id, ...line, number, by, text, ...told, outcome: null };
  await manager.insert(DeskLineRows, row);
  return row;
}

/** Lets the conversation of a case that is closed know, where an agent answers in it. */
export async function tellClosed(manager: EntityManager, id: CaseId, at: Instant): Promise<void> {
  const reached = await manager.findOneBy(HandoffCaseRows, { id });
  if (reached?.reach)
    await addLine(manager, { case: id, from: 'desk', at, word: { says: 'closed', case: id } });
}
