import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { OperatorWords } from '../../words/operatorPage.ts';
import { OperatorRefused } from './asking.ts';

type Props = {
  words: OperatorWords;
  label: string;
  does: (why: string) => Promise<unknown>;
  /** What else has to be said or chosen. */
  children?: ComponentChildren;
};

/** A button for what changes something: it asks for a reason first. */
export function Reasoned({ words, label, does, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [why, setWhy] = useState('');
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-label={label}>
        <form
          method="dialog"
          onSubmit={() => {
            void does(why);
            setWhy('');
          }}
        >
          <h2>{label}</h2>
          {children}
          <label>
            {words.why}
            <input
              required
              minLength={3}
              maxLength={200}
              value={why}
              onInput={({ currentTarget }) => setWhy(currentTarget.value)}
            />
          </label>
          <p class="answers">
            <button type="submit">{words.confirm}</button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {words.cancel}
            </button>
          </p>
        </form>
      </dialog>
    </>
  );
}

/** What is said of something that did not come about. */
export function saidOf(words: OperatorWords, error: unknown): string {
  const said: Readonly<Record<string, string>> = {
    roleMissing: words.noRole,
    messageInvalid: words.unsuitable,
    messageTooLarge: words.unsuitable,
    tooManyRequests: words.tooMany,
  };
  return (error instanceof OperatorRefused && said[error.code]) || words.failed;
}
