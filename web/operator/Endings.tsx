import type { Language } from '../../kit/language.ts';
import type { Count } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { channelsIn, solvedCounts, sum } from './counting.ts';
import { named } from './naming.ts';
import { Table } from './Table.tsx';

type Props = { words: OperatorWords; language: Language; counts: readonly Count[] };

/** How conversations ended, over all channels and on each. */
export function Endings({ words, language, counts }: Props) {
  const row = (label: string, some: readonly Count[]) => {
    const { yes, no, silent } = solvedCounts(some);
    return [label, sum(some, { kind: 'reached', step: 'begun' }), yes, no, silent];
  };
  const channels = channelsIn(counts);
  return (
    <section class="paper">
      <h2>{words.endings}</h2>
      <Table
        words={words}
        head={[words.channel, words.begun, words.solvedYes, words.solvedNo, words.solvedSilent]}
        rows={
          channels.length === 0
            ? []
            : [
                row(words.allChannels, counts),
                ...channels.map((channel) =>
                  row(
                    named.channel(language, channel),
                    counts.filter((one) => one.channel === channel),
                  ),
                ),
              ]
        }
      />
    </section>
  );
}
