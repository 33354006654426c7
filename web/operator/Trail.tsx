import { useState } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import { operatorAddresses as addresses } from '../../services/contract/operatorAddresses.ts';
import type { TrailEntry } from '../../services/contract/operatorFigures.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { askOperator } from './asking.ts';
import { Entries } from './Entries.tsx';
import { saidOf } from './Reasoned.tsx';

type Found = { entries: TrailEntry[]; next?: number };

/** The audit trail: read, searched, exported, verified. */
export function Trail({ words, language }: { words: OperatorWords; language: Language }) {
  const [sought, setSought] = useState({ last4: '', actor: '', action: '' });
  const [found, setFound] = useState<Found>({ entries: [] });
  const [said, setSaid] = useState('');
  const query = (before?: number) =>
    new URLSearchParams({ ...sought, ...(before && { before: String(before) }) }).toString();
  const looks = async (before?: number) => {
    try {
      const read = await askOperator<Found>(`${addresses.trail}?${query(before)}`);
      setFound(before ? { ...read, entries: [...found.entries, ...read.entries] } : read);
      setSaid(read.entries.length === 0 ? words.nothing : '');
    } catch (error) {
      setSaid(saidOf(words, error));
    }
  };
  const verifies = async () => {
    setSaid(words.verifying);
    try {
      const { holding, problem } = await askOperator<{ holding: number; problem: string | null }>(
        addresses.verify,
        {},
      );
      setSaid(problem === null ? `${holding} ${words.holds}` : words.broken + problem);
    } catch (error) {
      setSaid(saidOf(words, error));
    }
  };
  return (
    <section class="paper">
      <h2>{words.trail}</h2>
      <form
        class="seek"
        onSubmit={(event) => {
          event.preventDefault();
          void looks();
        }}
      >
        {(['last4', 'actor', 'action'] as const).map((name) => (
          <label key={name}>
            {name === 'last4' ? words.card : words[name]}
            <input
              value={sought[name]}
              pattern={name === 'last4' ? '\\d{4}' : undefined}
              onInput={({ currentTarget }) => setSought({ ...sought, [name]: currentTarget.value.trim() })}
            />
          </label>
        ))}
        <button type="submit">{words.search}</button>
        <button type="button" onClick={() => void verifies()}>
          {words.verify}
        </button>
        <a class="button" href={`${addresses.export}?${query()}`} download>
          {words.export}
        </a>
      </form>
      <p role="status" class="said">
        {said}
      </p>
      {found.entries.length > 0 && <Entries words={words} language={language} entries={found.entries} />}
      {found.next !== undefined && (
        <button type="button" onClick={() => void looks(found.next)}>
          {words.older}
        </button>
      )}
    </section>
  );
}
