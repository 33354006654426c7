import { useState } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import { type FreezeReason, freezeReasons } from '../../services/contract/freezeReason.ts';
import { operatorAddresses as addresses } from '../../services/contract/operatorAddresses.ts';
import type { Act, ActAnswer, CardFile, CardsFound } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { askOperator } from './asking.ts';
import { Entries } from './Entries.tsx';
import { named, shortTime } from './naming.ts';
import { Reasoned, saidOf } from './Reasoned.tsx';
import { Table } from './Table.tsx';

type Props = { words: OperatorWords; language: Language; acts: boolean };

/** A card or a customer is looked for, and one card is shown with what can be done for it. */
export function CardView({ words, language, acts }: Props) {
  const [what, setWhat] = useState('');
  const [found, setFound] = useState<CardsFound>();
  const [file, setFile] = useState<CardFile>();
  const [said, setSaid] = useState('');
  const trying = async (work: () => Promise<void>) => {
    setSaid('');
    await work().catch((error: unknown) => setSaid(saidOf(words, error)));
  };
  const opens = (card: string) =>
    trying(async () => setFile(await askOperator<CardFile>(addresses.card, { card })));
  const finds = () =>
    trying(async () => {
      setFile(undefined);
      const read = await askOperator<CardsFound>(addresses.find, { what });
      setFound(read);
      const [only] = read.cards;
      if (only && read.cards.length === 1) await opens(only.card);
    });
  const does = (act: ActOnCard) =>
    trying(async () => {
      const { outcome, request = '' } = await askOperator<ActAnswer>(addresses.act, act);
      await opens(act.card);
      setSaid(
        outcome === 'done' ? words.done : outcome === 'nothing' ? words.nothingDone : words.asked + request,
      );
    });
  return (
    <>
      <form
        class="paper seek"
        onSubmit={(event) => {
          event.preventDefault();
          void finds();
        }}
      >
        <label for="what">{words.seek}</label>
        <input
          id="what"
          autocomplete="off"
          required
          maxLength={200}
          value={what}
          onInput={({ currentTarget }) => setWhat(currentTarget.value)}
        />
        <button type="submit">{words.find}</button>
      </form>
      <p role="status" class="said">
        {said}
      </p>
      {found && !file && (
        <section class="paper">
          <h2>{words.found}</h2>
          {found.cards.length === 0 && <p>{words.noneFound}</p>}
          {!found.isAll && <p>{words.moreFound}</p>}
          {found.cards.length > 0 && (
            <Table
              words={words}
              head={[words.oneCard, words.status, words.freezes, words.lock, words.open]}
              rows={found.cards.map(({ card, last4, status, freezeReasons, lockedUntil }) => [
                `…${last4}`,
                status,
                freezeReasons.map((one) => named.reasons(words, one)).join(', '),
                lockedUntil === null ? '' : untilOf(words, language, lockedUntil),
                <button key={card} type="button" onClick={() => void opens(card)}>
                  {words.open}
                </button>,
              ])}
            />
          )}
        </section>
      )}
      {file && <File words={words} language={language} file={file} {...(acts && { does })} />}
    </>
  );
}

type ActOnCard = Extract<Act, { card: string }>;

type FileProps = {
  words: OperatorWords;
  language: Language;
  file: CardFile;
  does?: (act: ActOnCard) => Promise<void>;
};

function File({ words, language, file, does }: FileProps) {
  const { card, last4, status, freezes, lock, customer, otherCards, messages, cases, entries } = file;
  const changesFreezes = file.isElsewhere ? undefined : does;
  const [freeze, setFreeze] = useState<FreezeReason>('customerRequest');
  return (
    <>
      <section class="paper">
        <h2>
          {words.oneCard} …{last4}
        </h2>
        <dl class="facts">
          <dt>{words.status}</dt>
          <dd>{status}</dd>
          <dt>{words.freezes}</dt>
          <dd>
            {freezes.length === 0 && '–'}
            {freezes.map(({ reason, since }) => (
              <p key={reason}>
                {named.reasons(words, reason)} {since && `${words.since} ${shortTime(language, since)}`}{' '}
                {changesFreezes && (
                  <Reasoned
                    words={words}
                    label={words.lift}
                    does={(why) => changesFreezes({ act: 'lift', card, freeze: reason, why } as ActOnCard)}
                  />
                )}
              </p>
            ))}
            {changesFreezes && status !== 'closed' && (
              <Reasoned
                words={words}
                label={words.freeze}
                does={(why) => changesFreezes({ act: 'freeze', card, freeze, why })}
              >
                <label>
                  {words.reason}
                  <select
                    value={freeze}
                    onChange={({ currentTarget }) => setFreeze(currentTarget.value as FreezeReason)}
                  >
                    {freezeReasons.map((one) => (
                      <option key={one} value={one}>
                        {named.reasons(words, one)}
                      </option>
                    ))}
                  </select>
                </label>
              </Reasoned>
            )}
            {file.isElsewhere && <p class="note">{words.elsewhere}</p>}
          </dd>
          <dt>{words.lock}</dt>
          <dd>
            {lock === null ? (
              words.noLock
            ) : (
              <p>
                {words.locked} {lock.since && `${words.since} ${shortTime(language, lock.since)}, `}
                {untilOf(words, language, lock.until)} · {lock.tries} {words.tries}
                {lock.channels.length > 0 &&
                  ` · ${words.through} ${lock.channels.map((one) => named.channel(language, one)).join(', ')}`}{' '}
                {does && (
                  <Reasoned
                    words={words}
                    label={words.release}
                    does={(why) => does({ act: 'release', card, why })}
                  />
                )}
              </p>
            )}
          </dd>
          <dt>{words.customer}</dt>
          <dd>{customer}</dd>
          <dt>{words.others}</dt>
          <dd>{otherCards.length}</dd>
          {cases.length > 0 && (
            <>
              <dt>{words.openCases}</dt>
              <dd>
                {cases.map((id) => (
                  <p key={id}>
                    {id}{' '}
                    {does && (
                      <Reasoned
                        words={words}
                        label={words.close}
                        does={(why) => does({ act: 'close', card, case: id, why })}
                      />
                    )}
                  </p>
                ))}
              </dd>
            </>
          )}
        </dl>
      </section>
      <section class="paper">
        <h2>{words.messages}</h2>
        <Table
          words={words}
          head={[words.at, words.what, words.fate, words.resend]}
          rows={messages.map(({ message, kind, at, fate, isToResend }) => [
            shortTime(language, at),
            named.message(words, kind),
            words.fates[fate],
            isToResend && does ? (
              <Reasoned
                key={message}
                words={words}
                label={words.resend}
                does={(why) => does({ act: 'resend', card, message, why })}
              />
            ) : (
              ''
            ),
          ])}
        />
      </section>
      {file.notices.length > 0 && (
        <section class="paper">
          <h2>{words.notices}</h2>
          <Table
            words={words}
            head={[words.reason, words.since, words.heardAt, words.told]}
            rows={file.notices.map(({ reason, frozenAt, heardAt, toldAt, isOpen }) => [
              named.reasons(words, reason),
              shortTime(language, frozenAt),
              shortTime(language, heardAt),
              toldAt !== null ? shortTime(language, toldAt) : isOpen ? words.fates.waiting : words.toldNot,
            ])}
          />
        </section>
      )}
      <section class="paper">
        <h2>{words.entries}</h2>
        <Entries words={words} language={language} entries={entries} />
      </section>
    </>
  );
}

function untilOf(words: OperatorWords, language: Language, until: string): string {
  return until === 'untilReleased' ? words.untilReleased : `${words.until} ${shortTime(language, until)}`;
}
