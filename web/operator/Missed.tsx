import type { MissedSentence } from '../../services/contract/conversationsRead.ts';
import { shortLanguageNames } from '../../words/languageNames.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { Table } from './Table.tsx';

type Props = { words: OperatorWords; missed: readonly MissedSentence[] | null };

const languageNames: Readonly<Record<string, string>> = shortLanguageNames;

/** What customers wrote that was not understood, the most frequent first; nothing where the bank keeps none of it. */
export function Missed({ words, missed }: Props) {
  return (
    <section class="paper">
      <h2>{words.missed}</h2>
      {missed === null ? (
        <p class="nothing">{words.missedOff}</p>
      ) : (
        <Table
          words={words}
          head={[words.sentence, words.language, words.count]}
          rows={missed.map(({ words: sentence, language, count }) => [
            <span lang={language} key={sentence}>
              {sentence}
            </span>,
            languageNames[language] ?? language,
            count,
          ])}
        />
      )}
    </section>
  );
}
