import type { Language } from '../../kit/language.ts';
import type { CarrierStanding, ServiceStanding } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { shortTime } from './naming.ts';

type Props = { words: OperatorWords; language: Language; standing: ServiceStanding };

/** Whether what customers depend on answers now, and what waits. */
export function StandingNow({ words, language, standing }: Props) {
  const said = (answers: boolean) => (answers ? words.answers : words.silentNow);
  const { carrier } = standing;
  const facts: [string, string | number][] = [
    [words.database, said(standing.database)],
    [words.cardSystem, said(standing.cardSystem)],
    [words.carrier, carrierSaid(words, carrier)],
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
      <p class="carrier">
        {[
          carrier.takenAt && `${words.lastTaken} ${shortTime(language, carrier.takenAt)}`,
          carrier.failingSince && `${words.failingSince} ${shortTime(language, carrier.failingSince)}`,
          carrier.taken + carrier.failed > 0 &&
            `${words.notTaken} ${carrier.failed} / ${carrier.taken + carrier.failed}`,
          carrier.reasons.length > 0 && `(${carrier.reasons.join(', ')})`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  );
}

/** It answers as long as it has taken something since the oldest that waits was brought to it. */
function carrierSaid(words: OperatorWords, { takenAt, failingSince }: CarrierStanding): string {
  if (failingSince !== null && (takenAt === null || takenAt < failingSince)) return words.silentNow;
  return takenAt === null ? '–' : words.answers;
}
