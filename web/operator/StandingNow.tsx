import type { ServiceStanding } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';

/** Whether what customers depend on answers now, and what waits. */
export function StandingNow({ words, standing }: { words: OperatorWords; standing: ServiceStanding }) {
  const said = (answers: boolean) => (answers ? words.answers : words.silentNow);
  const facts: [string, string | number][] = [
    [words.database, said(standing.database)],
    [words.cardSystem, said(standing.cardSystem)],
    [words.openUnfreezings, standing.openUnfreezings],
    [words.messagesWaiting, standing.messagesWaiting],
    [words.messagesGivenUp, standing.messagesGivenUp],
  ];
  return (
    <section class="paper">
      <h2>{words.now}</h2>
      <dl class="tiles">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
