import { EntitySchema } from 'typeorm';
import { key, text } from '../../kit/store/columns.ts';
import type { TableApart } from '../../kit/store/tableApart.ts';
import type { Instant } from '../../kit/time.ts';

/** A sealing key, both halves sealed. It is needed for an hour only, so it is in no backup and no log. */
export type SealingKeyRow = { kid: string; createdAt: Instant; pairSealed: string };

export const SealingKeyRows = new EntitySchema<SealingKeyRow>({
  name: 'sealing_keys',
  columns: { kid: key, createdAt: text, pairSealed: text },
});

export const sealingKeysApart: TableApart = {
  name: 'sealing_keys',
  columns: 'kid varchar PRIMARY KEY NOT NULL, created_at text NOT NULL, pair_sealed text NOT NULL',
};
