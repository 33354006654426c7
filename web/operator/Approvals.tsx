import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import { operatorAddresses as addresses } from '../../services/contract/operatorAddresses.ts';
import type { ActAnswer, Waiting } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { askOperator } from './asking.ts';
import { named, shortTime } from './naming.ts';
import { Reasoned, saidOf } from './Reasoned.tsx';
import { Table } from './Table.tsx';

/** What waits for a second person. */
export function ApprovalsView({ words, language }: { words: OperatorWords; language: Language }) {
  const [waiting, setWaiting] = useState<readonly Waiting[]>();
  const [said, setSaid] = useState('');
  const look = () =>
    askOperator<{ waiting: Waiting[] }>(addresses.approvals).then(
      (read) => setWaiting(read.waiting),
      (error: unknown) => setSaid(saidOf(words, error)),
    );
  useEffect(() => void look(), []);
  const decides = async (id: string, decision: 'approve' | 'refuse', why: string) => {
    try {
      const { outcome } = await askOperator<ActAnswer>(addresses.decide, { id, decision, why });
      setSaid(outcome === 'done' ? words.done : words.nothingDone);
    } catch (error) {
      setSaid(saidOf(words, error));
    }
    await look();
  };
  return (
    <section class="paper">
      <h2>{words.approvals}</h2>
      <p role="status" class="said">
        {said}
      </p>
      {waiting?.length === 0 && <p>{words.noneWait}</p>}
      {waiting && waiting.length > 0 && (
        <Table
          words={words}
          head={[words.what, words.who, words.why, words.until, words.confirm]}
          rows={waiting.map(({ id, work, freeze, card, who, why, expiresAt, isDoable, isOwn }) => [
            [work, freeze && named.reasons(words, freeze), card?.slice(0, 12)].filter(Boolean).join(' '),
            who,
            why,
            shortTime(language, expiresAt),
            <span key={id} class="answers">
              {isOwn && words.own}
              {!isOwn && !isDoable && words.onCommandLine}
              {!isOwn && isDoable && (
                <Reasoned
                  words={words}
                  label={words.approve}
                  does={(reason) => decides(id, 'approve', reason)}
                />
              )}
              <Reasoned words={words} label={words.refuse} does={(reason) => decides(id, 'refuse', reason)} />
            </span>,
          ])}
        />
      )}
    </section>
  );
}
