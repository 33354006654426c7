import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';
import type { CaseId } from '../../services/contract/handoff.ts';

/**
 * One line between customer and agent, masked. `word` is the JSON of what its conversation is still to be told or was told
 * by it, null where it came from there; `outcome` is null while it is to be told, and `nextTryAt` the claim of who tells.
 */
export type DeskLineRow = {
  id: string;
  case: CaseId;
  /** 1, 2, 3 … in each case. */
  number: number;
  from: 'customer' | 'agent' | 'desk';
  by: string | null;
  text: string;
  word: string | null;
  at: Instant;
  outcome: 'told' | 'lost' | null;
  nextTryAt: Instant | null;
};

export const DeskLineRows = new EntitySchema<DeskLineRow>({
  name: 'desk_lines',
  columns: {
    id: { type: 'varchar', primary: true },
    case: { name: 'case_id', type: 'varchar' },
    number: { type: 'integer' },
    from: { name: 'written_by', type: 'varchar' },
    by: { name: 'login', type: 'varchar', nullable: true },
    text: { type: 'text' },
    word: { type: 'text', nullable: true },
    at: { type: 'varchar' },
    outcome: { type: 'varchar', nullable: true },
    nextTryAt: { name: 'next_try_at', type: 'varchar', nullable: true },
  },
  indices: [
    { name: 'desk_lines_in_order', columns: ['case', 'number'], unique: true },
    { name: 'desk_lines_untold', columns: ['nextTryAt'], where: 'next_try_at IS NOT NULL' },
  ],
  foreignKeys: [
    {
      target: 'handoff_cases',
      columnNames: ['case'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
});
