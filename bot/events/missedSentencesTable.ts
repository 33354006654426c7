import { EntitySchema } from 'typeorm';
import { ago, expiringRows } from '../../kit/retention/expiring.ts';
import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import { type Periods, periodSetting } from '../../kit/retention/period.ts';
import { key, text } from '../../kit/store/columns.ts';
import { laterMigration } from '../../kit/store/laterMigration.ts';
import { LessThan } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';

/** A sentence that was not understood, masked: whose it was is not known. */
export type MissedSentenceRow = {
  id: string;
  at: Instant;
  language: string;
  channel: string;
  /** The step at which the sentence was said. */
  step: string;
  words: string;
};

export const MissedSentenceRows = new EntitySchema<MissedSentenceRow>({
  name: 'missed_sentences',
  columns: { id: key, at: text, language: text, channel: text, step: text, words: text },
  indices: [{ name: 'missed_sentences_at', columns: ['at'] }],
});

/** How long they are kept for whoever reviews them. */
export const missedRetentionShape = { RETENTION_MISSED_SENTENCES: periodSetting('P30D', 'P1D') };
export type MissedPeriods = Periods<typeof missedRetentionShape>;

const made = laterMigration({
  name: 'BotMissedSentences1796300000000',
  up: [
    'CREATE TABLE missed_sentences (id varchar PRIMARY KEY NOT NULL, at text NOT NULL, language text NOT NULL, channel text NOT NULL, step text NOT NULL, words text NOT NULL)',
    'CREATE INDEX missed_sentences_at ON missed_sentences (at)',
  ],
  down: ['DROP TABLE missed_sentences'],
});

export const missedSentenceTables: readonly OwnedTable<MissedPeriods>[] = [
  {
    rows: MissedSentenceRows,
    migrations: [made],
    expiring: ({ RETENTION_MISSED_SENTENCES: keptFor }) =>
      expiringRows({
        kind: 'missedSentences',
        keptFor,
        rows: MissedSentenceRows,
        key: 'id',
        due: (now) => ({ at: LessThan(ago(now, keptFor)) }),
      }),
  },
];
