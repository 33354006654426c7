import { type EntityManager, IsNull } from '../../kit/store/query.ts';
import { instant, later } from '../../kit/time.ts';
import { addLine } from './deskLines.ts';
import { type HandoffCaseRow, HandoffCaseRows } from './handoffCasesTable.ts';
import { patience, placeInQueue } from './waitingRoom.ts';

/** A case that nobody has any more waits again, and its customer is told so. It stays with an agent who has taken it meanwhile. */
export async function waitsAgain(
  manager: EntityManager,
  { id, agent, comesFirst }: Pick<HandoffCaseRow, 'id' | 'agent' | 'comesFirst'>,
  now: Date,
): Promise<void> {
  const [waitsSince, nextLookAt] = [instant(now), instant(later(now, patience))];
  const asItStood = { id, agent: agent ?? IsNull(), closedAt: IsNull() };
  const { affected } = await manager.update(HandoffCaseRows, asItStood, {
    agent: null,
    waitsSince,
    nextLookAt,
  });
  if (affected !== 1) return;
  const place = await placeInQueue(manager, { comesFirst, waitsSince });
  await addLine(manager, {
    case: id,
    from: 'desk',
    at: waitsSince,
    word: { says: 'agentLeft', case: id, place },
  });
}
