import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import type { Count } from '../../services/contract/conversationsRead.ts';
import { operatorAddresses as addresses } from '../../services/contract/operatorAddresses.ts';
import type { FigurePeriod, Figures } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { askOperator } from './asking.ts';
import {
  byReason,
  containment,
  type Filter,
  funnel,
  linkFates,
  messageFates,
  stepCounts,
  sum,
  valuesOf,
  within,
} from './counting.ts';
import { Endings } from './Endings.tsx';
import { Missed } from './Missed.tsx';
import { figure, named, shortTime } from './naming.ts';
import { Plot } from './Plot.tsx';
import { StandingNow } from './StandingNow.tsx';
import { Table } from './Table.tsx';

const periods: readonly FigurePeriod[] = ['day', 'week', 'month'];
/** Milliseconds after which it is looked again. */
const again = 10_000;

/** How the day goes, or a week or a month. */
export function Today({ words, language }: { words: OperatorWords; language: Language }) {
  const [period, setPeriod] = useState<FigurePeriod>('day');
  const [filter, setFilter] = useState<Filter>({ channel: '', language: '' });
  const [figures, setFigures] = useState<Figures>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const look = () =>
      askOperator<Figures>(`${addresses.figures}?period=${period}`).then(
        (read) => {
          setFigures(read);
          setFailed(false);
        },
        () => setFailed(true),
      );
    void look();
    const timer = setInterval(look, again);
    return () => clearInterval(timer);
  }, [period]);
  if (!figures) return <p role="status">{failed ? words.failed : ''}</p>;
  const { conversations, bank, cases, standing } = figures;
  const counts = within(conversations?.counts ?? [], filter);
  const stages = funnel(counts);
  const of = (stage: string) => stages.find((one) => one.stage === stage)?.count ?? 0;
  const rate = of('frozen') === 0 ? '–' : `${Math.round((100 * of('unfrozen')) / of('frozen'))} %`;
  const tiles: [string, string | number][] = [
    [words.begun, of('begun')],
    [words.unfrozen, of('unfrozen')],
    [words.rate, rate],
    [words.contained, figure.share(containment(counts).share)],
    [words.toPerson, sum(counts, { kind: 'handedOver' })],
    [words.notUnderstood, sum(counts, { kind: 'notUnderstood' })],
    [words.locks, sum(bank, { kind: 'remoteUnfreezingLocked' })],
  ];
  return (
    <>
      <div class="choices">
        <fieldset>
          <legend>{words.period}</legend>
          {periods.map((one) => (
            <button key={one} type="button" aria-pressed={period === one} onClick={() => setPeriod(one)}>
              {words[one]}
            </button>
          ))}
        </fieldset>
        {(['channel', 'language'] as const).map((name) => (
          <select
            key={name}
            aria-label={words[name]}
            value={filter[name]}
            onChange={({ currentTarget }) => setFilter({ ...filter, [name]: currentTarget.value })}
          >
            <option value="">{name === 'channel' ? words.allChannels : words.allLanguages}</option>
            {valuesOf(conversations, name).map((value) => (
              <option key={value} value={value}>
                {name === 'channel' ? named.channel(language, value) : value}
              </option>
            ))}
          </select>
        ))}
      </div>
      {failed && <p role="status">{words.failed}</p>}
      {!conversations && (
        <p role="status">{figures.isBotAway ? words.conversationsAway : words.noConversations}</p>
      )}
      <dl class="tiles">
        {tiles.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="halves">
        <section class="paper">
          <h2>{words.funnel}</h2>
          <Plot
            kind="funnel"
            title={words.funnel}
            labels={stages.map(({ stage }) => words.stages[stage])}
            series={[{ label: words.count, values: stages.map(({ count }) => count), colour: '--blue' }]}
          />
          <Table
            words={words}
            head={[words.stage, words.count, '%']}
            rows={stages.map(({ stage, count }) => [
              words.stages[stage],
              count,
              of('begun') === 0 ? '–' : `${Math.round((100 * count) / of('begun'))} %`,
            ])}
          />
        </section>
        <section class="paper">
          <h2>{words.steps}</h2>
          <Table
            words={words}
            head={[words.step, words.entered, words.on, words.out, words.silent]}
            rows={stepCounts(counts).map(({ step, entered, on, out, silent }) => [
              named.step(words, step),
              ...[entered, on, out, silent],
            ])}
          />
          <h2>{words.byReason}</h2>
          <Table
            words={words}
            head={[words.reason, words.count]}
            rows={byReason(within(bank, { ...filter, language: '' })).map(({ reason, count }) => [
              named.reasons(words, reason),
              count,
            ])}
          />
        </section>
      </div>
      <Endings
        {...{ words, language, counts }}
        ofAllLanguages={within(conversations?.counts ?? [], { ...filter, language: '' })}
      />
      <div class="halves">
        <StandingNow words={words} language={language} standing={standing} />
        <section class="paper">
          <h2>{words.messages}</h2>
          <Table
            words={words}
            head={[words.what, words.fates.sent, words.fates.arrived, words.fates.givenUp, words.unreached]}
            rows={messageFates(bank).map(({ kind, sent, arrived, givenUp, unreached }) => [
              named.message(words, kind),
              ...[sent, arrived, givenUp, unreached],
            ])}
          />
          {linkFates(bank).length > 0 && <LinksTable words={words} bank={bank} />}
        </section>
      </div>
      <section class="paper">
        <h2>{words.hourly}</h2>
        <Plot
          kind="line"
          title={words.hourly}
          labels={(conversations?.hours ?? []).map(({ hour }) => shortTime(language, hour))}
          series={[
            {
              label: words.begun,
              values: (conversations?.hours ?? []).map(({ begun }) => begun),
              colour: '--blue',
            },
            {
              label: words.unfrozen,
              values: (conversations?.hours ?? []).map(({ unfrozen }) => unfrozen),
              colour: '--green',
            },
          ]}
        />
        <p class="legend">
          <span class="blue">{words.begun}</span> <span class="green">{words.unfrozen}</span>
        </p>
      </section>
      <Missed words={words} missed={figures.missed} />
      <section class="paper">
        <h2>{words.cases}</h2>
        <Table
          words={words}
          head={[
            words.lastAt,
            words.channel,
            words.language,
            words.stage,
            words.step,
            words.person,
            words.case,
          ]}
          rows={cases.map((one) => [
            shortTime(language, one.lastAt),
            named.channel(language, one.channel),
            one.language,
            (words.stages as Record<string, string>)[one.stage] ?? one.stage,
            named.step(words, one.step),
            one.handedOver ? words.toPerson : '',
            one.case.slice(0, 8),
          ])}
        />
      </section>
    </>
  );
}

/** Links and codes for the form, by what became of them. */
function LinksTable({ words, bank }: { words: OperatorWords; bank: readonly Count[] }) {
  return (
    <Table
      words={words}
      head={[words.what, words.askedFor, words.codeEntered, words.codeEnded, words.denied]}
      rows={linkFates(bank).map(({ kind, askedFor, entered, ended, denied }) => [
        named.message(words, kind),
        ...[askedFor, entered, ended, denied],
      ])}
    />
  );
}
