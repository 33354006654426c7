import type { ComponentChildren } from 'preact';
import type { Result, ResultKind } from '../../services/contract/result.ts';
import { PersonIcon, StopIcon, TickIcon, WaitIcon } from './icons.tsx';
import { useTalk } from './talk.ts';

const icons: Record<ResultKind, () => ComponentChildren> = {
  unfrozen: TickIcon,
  notAccepted: StopIcon,
  tooSoon: WaitIcon,
  locked: WaitIcon,
  handedOver: PersonIcon,
};

type Props = { result: Result; sentence: string };

/** What has come of the customer's wish, in place of a bubble: seen at a glance, with the bot's sentence in it. */
export function ResultCard({ result, sentence }: Props) {
  const { kind, language, title, card, tries, facts, advice } = result;
  const Icon = icons[kind];
  return (
    <div className="result" data-result={kind} lang={language}>
      <div className="result__head">
        <span className="result__sign">
          <Icon />
        </span>
        <h2 className="result__title">{title}</h2>
        {card && (
          <span className="result__card">
            <span aria-hidden="true">•••• {card.lastFour}</span>
            <span className="visually-hidden">{card.name}</span>
          </span>
        )}
      </div>
      <p className="result__text">{sentence}</p>
      <dl className="result__facts">
        {tries && (
          <Fact label={tries.label}>
            {tries.left}
            <span aria-hidden="true" className="result__tries">
              {'●'.repeat(tries.left)}
              {'○'.repeat(tries.used)}
            </span>
          </Fact>
        )}
        {facts.map((fact) => (
          <Fact key={fact.label} label={fact.label}>
            {'moment' in fact ? <Moment language={language} moment={fact.moment} /> : fact.value}
          </Fact>
        ))}
      </dl>
      {advice.map((sentence) => (
        <p className="result__advice" key={sentence}>
          {sentence}
        </p>
      ))}
      <Ways result={result} />
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div className="result__fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moment({ language, moment }: { language: string; moment: string }) {
  const date = new Date(moment);
  const isToday = date.toDateString() === new Date().toDateString();
  const form: Intl.DateTimeFormatOptions = isToday
    ? { timeStyle: 'short' }
    : { dateStyle: 'medium', timeStyle: 'short' };
  return <time dateTime={moment}>{date.toLocaleString(language, form)}</time>;
}

function Ways({ result: { ways } }: Pick<Props, 'result'>) {
  const { give, isClosed } = useTalk();
  if (ways.length === 0) return null;
  return (
    <p className="result__ways">
      {ways.map((way) =>
        'phone' in way ? (
          <a className="result__way" href={`tel:${dialled(way.phone)}`} key={way.label}>
            {way.label}
          </a>
        ) : (
          <button
            aria-disabled={isClosed}
            className="result__way"
            key={way.label}
            onClick={() => isClosed || give({ type: 'message', text: way.says })}
            type="button"
          >
            {way.label}
          </button>
        ),
      )}
    </p>
  );
}

/** A number as an address has it (RFC 3966): spaces and brackets are for the eye. */
function dialled(phone: string): string {
  return phone.replace(/[^\d+*#]/g, '');
}
