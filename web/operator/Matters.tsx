import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import { handOutcomes } from '../../services/contract/handOutcomes.ts';
import { operatorAddresses as addresses } from '../../services/contract/operatorAddresses.ts';
import type { Act, ActAnswer, OpenMatters } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { askOperator } from './asking.ts';
import { named, shortTime } from './naming.ts';
import { OneMatter } from './OneMatter.tsx';
import { Reasoned, saidOf } from './Reasoned.tsx';

type Props = { words: OperatorWords; language: Language; acts: boolean };

/** What is open between this service and the bank's other systems: unfreezings without a known end, and events. */
export function MattersView({ words, language, acts }: Props) {
  const [matters, setMatters] = useState<OpenMatters>();
  const [during, setDuring] = useState({ from: '', to: '' });
  const [said, setSaid] = useState('');
  const look = () =>
    askOperator<OpenMatters>(addresses.matters).then(setMatters, (error: unknown) =>
      setSaid(saidOf(words, error)),
    );
  useEffect(() => void look(), []);
  const does = async (act: Act) => {
    try {
      const { outcome, request = '', events } = await askOperator<ActAnswer>(addresses.act, act);
      const done = events === undefined ? words.done : `${words.eventsAgain} ${events}`;
      setSaid(outcome === 'done' ? done : outcome === 'nothing' ? words.nothingDone : words.asked + request);
    } catch (error) {
      setSaid(saidOf(words, error));
    }
    await look();
  };
  const from = instantOf(during.from);
  const to = instantOf(during.to);
  return (
    <>
      <p role="status" class="said">
        {said}
      </p>
      {matters && (
        <section class="paper">
          <h2>{words.openUnfreezings}</h2>
          {matters.unfreezings.length === 0 && <p>{words.noneOpen}</p>}
          {matters.unfreezings.map(({ unfreezing, last4, freezes, channel, since }) => (
            <OneMatter
              key={unfreezing}
              title={`${words.oneCard} …${last4}`}
              facts={[
                [words.freezes, freezes.map((one) => named.reasons(words, one)).join(', ')],
                [words.channel, named.channel(language, channel)],
                [words.at, shortTime(language, since)],
                [words.idempotencyKey, unfreezing],
              ]}
            >
              {acts &&
                handOutcomes.map((outcome) => (
                  <Reasoned
                    key={outcome}
                    words={words}
                    label={words.settledAs[outcome]}
                    does={(why) => does({ act: 'settle', unfreezing, outcome, checked: true, why })}
                  >
                    <label class="checked">
                      <input type="checkbox" required /> {words.lookedUp}
                    </label>
                  </Reasoned>
                ))}
            </OneMatter>
          ))}
        </section>
      )}
      {matters?.tellsEvents && acts && (
        <section class="paper">
          <h2>{words.events}</h2>
          <div class="seek">
            {(['from', 'to'] as const).map((name) => (
              <label key={name}>
                {name === 'from' ? words.since : words.until}
                <input
                  type="datetime-local"
                  value={during[name]}
                  onInput={({ currentTarget }) => setDuring({ ...during, [name]: currentTarget.value })}
                />
              </label>
            ))}
            {from && (
              <Reasoned
                words={words}
                label={words.replay}
                does={(why) => does({ act: 'replay', from, ...(to && { to }), why })}
              />
            )}
          </div>
        </section>
      )}
    </>
  );
}

/** A moment as it was chosen here, in the browser's own time zone. */
function instantOf(chosen: string): string | undefined {
  const moment = new Date(chosen);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
