import type { Language } from '../../kit/language.ts';
import type { TrailEntry } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { shortTime } from './naming.ts';
import { Table } from './Table.tsx';

const inColumns = ['who', 'uid', 'channel', 'address'];

/** Entries of the audit trail. */
export function Entries({
  words,
  language,
  entries,
}: {
  words: OperatorWords;
  language: Language;
  entries: readonly TrailEntry[];
}) {
  return (
    <Table
      words={words}
      head={['#', words.at, words.what, words.who, words.more]}
      rows={entries.map(({ number, at, action, actor, details }) => [
        number ?? '…',
        shortTime(language, at),
        action,
        actor,
        Object.entries(details)
          .filter(([name, value]) => value !== null && !inColumns.includes(name))
          .map(([name, value]) => `${name}=${String(value)}`)
          .join(' '),
      ])}
    />
  );
}
