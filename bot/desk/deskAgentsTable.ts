import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/** An agent at the desk: when their page was last seen, and since when they take no cases. */
export type DeskAgentRow = { login: string; seenAt: Instant; pausedAt: Instant | null };

export const DeskAgentRows = new EntitySchema<DeskAgentRow>({
  name: 'desk_agents',
  columns: {
    login: { type: 'varchar', primary: true },
    seenAt: { name: 'seen_at', type: 'varchar' },
    pausedAt: { name: 'paused_at', type: 'varchar', nullable: true },
  },
  indices: [{ name: 'desk_agents_by_seen', columns: ['seenAt'] }],
});
