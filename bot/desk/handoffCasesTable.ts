import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';
import type { CaseId } from '../../services/contract/handoff.ts';

/** A case for a human agent; `packet` is its JSON, without any secret. `closedAt` is null while it waits. */
export type HandoffCaseRow = {
  id: CaseId;
  conversation: string;
  packet: string;
  openedAt: Instant;
  closedAt: Instant | null;
};

export const HandoffCaseRows = new EntitySchema<HandoffCaseRow>({
  name: 'handoff_cases',
  columns: {
    id: { type: 'varchar', primary: true },
    conversation: { type: 'varchar' },
    packet: { type: 'text' },
    openedAt: { name: 'opened_at', type: 'varchar' },
    closedAt: { name: 'closed_at', type: 'varchar', nullable: true },
  },
  indices: [
    { name: 'handoff_cases_by_conversation', columns: ['conversation'] },
    { name: 'handoff_cases_waiting', columns: ['openedAt', 'id'], where: 'closed_at IS NULL' },
    { name: 'handoff_cases_closed', columns: ['closedAt'], where: 'closed_at IS NOT NULL' },
  ],
});
