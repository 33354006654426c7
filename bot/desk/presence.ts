import { type EntityManager, In, IsNull, MoreThan } from '../../kit/store/query.ts';
import { instant, later, seconds } from '../../kit/time.ts';
import { DeskAgentRows } from './deskAgentsTable.ts';

/** An open page asks for news every few seconds; one that was not heard of for so long is closed, or its network is. */
const presentFor = 20 * seconds;

/** The agents whose page is open and who have not paused. */
export async function presentAgents(manager: EntityManager, now: Date): Promise<string[]> {
  const seenAt = MoreThan(instant(later(now, -presentFor)));
  const rows = await manager.findBy(DeskAgentRows, { seenAt, pausedAt: IsNull() });
  return rows.map(({ login }) => login);
}

/** Which of these have a page open, paused or not, or had one a moment ago. */
export async function seenLately(
  manager: EntityManager,
  logins: readonly string[],
  now: Date,
  within: number,
): Promise<ReadonlySet<string>> {
  const seenAt = MoreThan(instant(later(now, -within)));
  const rows = await manager.findBy(DeskAgentRows, { login: In([...logins]), seenAt });
  return new Set(rows.map(({ login }) => login));
}
