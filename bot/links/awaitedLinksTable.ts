import { EntitySchema } from 'typeorm';
import type { Instant } from '../../kit/time.ts';

/**
 * A conversation that waits for the end of a link. `id` is that of the link's authentication request, `reference` the
 * JSON of a `ConversationReference`; `mac` shows that this bot has written both. The bank's side is asked about it
 * until `until`.
 */
export type AwaitedLinkRow = {
  id: string;
  reference: string;
  mac: string;
  nextAskAt: Instant;
  until: Instant;
};

export const AwaitedLinkRows = new EntitySchema<AwaitedLinkRow>({
  name: 'awaited_links',
  columns: {
    id: { type: 'varchar', primary: true },
    reference: { type: 'text' },
    mac: { type: 'varchar' },
    nextAskAt: { name: 'next_ask_at', type: 'varchar' },
    until: { name: 'until', type: 'varchar' },
  },
  indices: [
    { name: 'awaited_links_by_ask', columns: ['nextAskAt'] },
    { name: 'awaited_links_by_end', columns: ['until'] },
  ],
});
