import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';
import type { CaseId } from '../../services/contract/handoff.ts';

/**
 * A case for a human agent; `packet` is its JSON, without any secret. `closedAt` is null while it waits. `origin` is a
 * pseudonym of where it came from, and `setAsideAt` not null where others from there stand before it.
 * - `reach`: how its conversation is reached, sealed; null where nobody can write there
 * - `agent`: the login of who has it
 * - `waitsSince`: not null while its customer waits in the conversation; `nextLookAt`: when they are told how it stands
 * - `comesFirst`: 1 where it stands before all that were there sooner
 * - `lines`: how many were written since the handoff
 */
export type HandoffCaseRow = {
  id: CaseId;
  conversation: string;
  packet: string;
  openedAt: Instant;
  closedAt: Instant | null;
  origin: string | null;
  setAsideAt: Instant | null;
  reach: string | null;
  agent: string | null;
  waitsSince: Instant | null;
  nextLookAt: Instant | null;
  comesFirst: number;
  lines: number;
};

export const HandoffCaseRows = new EntitySchema<HandoffCaseRow>({
  name: 'handoff_cases',
  columns: {
    id: { type: 'varchar', primary: true },
    conversation: { type: 'varchar' },
    packet: { type: 'text' },
    openedAt: { name: 'opened_at', type: 'varchar' },
    closedAt: { name: 'closed_at', type: 'varchar', nullable: true },
    origin: { type: 'varchar', nullable: true },
    setAsideAt: { name: 'set_aside_at', type: 'varchar', nullable: true },
    reach: { type: 'text', nullable: true },
    agent: { type: 'varchar', nullable: true },
    waitsSince: { name: 'waits_since', type: 'varchar', nullable: true },
    nextLookAt: { name: 'next_look_at', type: 'varchar', nullable: true },
    comesFirst: { name: 'comes_first', type: 'integer', default: 0 },
    lines: { type: 'integer', default: 0 },
  },
  indices: [
    { name: 'handoff_cases_by_conversation', columns: ['conversation'] },
    { name: 'handoff_cases_waiting', columns: ['openedAt', 'id'], where: 'closed_at IS NULL' },
    { name: 'handoff_cases_origin', columns: ['origin', 'openedAt'], where: 'origin IS NOT NULL' },
    { name: 'handoff_cases_set_aside', columns: ['setAsideAt'], where: 'set_aside_at IS NOT NULL' },
    { name: 'handoff_cases_closed', columns: ['closedAt'], where: 'closed_at IS NOT NULL' },
    { name: 'handoff_cases_to_look_at', columns: ['nextLookAt'], where: 'next_look_at IS NOT NULL' },
    { name: 'handoff_cases_by_agent', columns: ['agent'], where: 'agent IS NOT NULL' },
  ],
});
