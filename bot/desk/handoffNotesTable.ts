import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/** A handoff, a move or an operator's act that is still to be told to the bank's audit trail; `handoff` is its JSON. */
export type HandoffNoteRow = { id: string; handoff: string; at: Instant };

export const HandoffNoteRows = new EntitySchema<HandoffNoteRow>({
  name: 'handoff_notes',
  columns: {
    id: { type: 'varchar', primary: true },
    handoff: { type: 'text' },
    at: { type: 'varchar' },
  },
  indices: [{ name: 'handoff_notes_in_order', columns: ['at', 'id'] }],
});
