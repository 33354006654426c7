import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import { operatorAddresses as addresses } from '../../services/contract/operatorAddresses.ts';
import type { ActAnswer, Waiting } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { askOperator } from './asking.ts';
import { named, shortTime } from './naming.ts';
import { OneMatter } from './OneMatter.tsx';
import { Reasoned, saidOf } from './Reasoned.tsx';

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
      {waiting?.map(({ id, work, freeze, card, about, who, why, expiresAt, isDoable, isOwn }) => (
        <OneMatter
          key={id}
          title={[named.work(words, work), freeze && named.reasons(words, freeze)].filter(Boolean).join(': ')}
          facts={[
            ...(card ? [[words.oneCard, card] as const] : []),
            ...(about ? [[words.what, about] as const] : []),
            [words.who, who],
            [words.reason, why],
            [words.until, shortTime(language, expiresAt)],
          ]}
        >
          {isOwn && <span>{words.own}</span>}
          {!isOwn && !isDoable && <span>{words.onCommandLine}</span>}
          {!isOwn && isDoable && (
            <Reasoned words={words} label={words.approve} does={(reason) => decides(id, 'approve', reason)} />
          )}
          <Reasoned words={words} label={words.refuse} does={(reason) => decides(id, 'refuse', reason)} />
        </OneMatter>
      ))}
    </section>
  );
}
