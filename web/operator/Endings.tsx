import type { Language } from '../../kit/language.ts';
import type { Count } from '../../services/contract/conversationsRead.ts';

import type { OperatorWords } from '../../words/operatorPage.ts';
import { channelsIn, containment, solvedCounts, sum, timesOf } from './counting.ts';
import { figure, named } from './naming.ts';
import { Table } from './Table.tsx';

type Props = {
  words: OperatorWords;
  language: Language;
  counts: readonly Count[];
  /** Those of all languages: how long a turn took is counted by its channel alone. */
  ofAllLanguages: readonly Count[];
};

/** How conversations ended and how long everything took, over all channels and on each. */
export function Endings({ words, language, counts, ofAllLanguages }: Props) {
  const channels = channelsIn(counts);
  const on = (channel: string, some: readonly Count[]) => some.filter((one) => one.channel === channel);
  const rows = (row: (some: readonly Count[], turns: readonly Count[]) => (string | number)[]) =>
    channels.length === 0
      ? []
      : [
          [words.allChannels, ...row(counts, ofAllLanguages)],
          ...channels.map((channel) => [
            named.channel(language, channel),
            ...row(on(channel, counts), on(channel, ofAllLanguages)),
          ]),
        ];
  return (
    <>
      <section class="paper">
        <h2>{words.endings}</h2>
        <Table
          words={words}
          head={[
            ...[words.channel, words.begun, words.contained, '%', words.cameBack, words.thenPerson],
            ...[words.solvedYes, words.solvedNo, words.solvedSilent],
          ]}
          rows={rows((some) => {
            const { contained, returned, toPerson, share } = containment(some);
            const { yes, no, silent } = solvedCounts(some);
            return [
              ...[sum(some, { kind: 'reached', step: 'begun' }), contained, figure.share(share)],
              ...[returned, toPerson, yes, no, silent],
            ];
          })}
        />
        <p class="note">{words.containedNote}</p>
      </section>
      <section class="paper">
        <h2>{words.times}</h2>
        <Table
          words={words}
          head={[
            ...[words.channel, words.answersHalf, words.answersMost],
            ...[words.personAnswered, words.personHalf, words.personMost],
          ]}
          rows={rows((some, turns) => {
            const [answer, person] = [timesOf(turns, 'turn'), timesOf(some, 'personAnswered')];
            return [
              ...[figure.time(language, answer.half), figure.time(language, answer.most)],
              sum(some, { kind: 'personAnswered' }),
              ...[figure.time(language, person.half), figure.time(language, person.most)],
            ];
          })}
        />
        <p class="note">{words.timesNote}</p>
      </section>
    </>
  );
}
