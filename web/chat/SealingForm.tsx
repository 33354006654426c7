import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { items } from '../../services/contract/items/index.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import type { SealedItem, SecureForm } from '../../services/contract/secureForm.ts';
import { checkTypedItem } from '../../services/contract/typedItem.ts';
import { handOver, takeOver } from './handedOver.ts';
import { LockIcon } from './icons.tsx';
import { useTalk } from './talk.ts';

type Props = {
  form: SecureForm;
  failed: boolean;
  send: (sealed: SealedItem) => void;
  titleId: string;
};

/**
 * The form that seals one item on this device. What is typed lives in the input alone, which React does not
 * control, and is taken out of it before anything is waited for.
 */
export function SealingForm({ form, failed, send, titleId }: Props) {
  const { item, authenticationRequest, words } = form;
  const { words: page } = useTalk();
  const { inputMode, autoCapitalize, autoComplete } = items[item].field;
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const [sealing, setSealing] = useState(false);
  const [shown, setShown] = useState(false);
  const id = useId();
  const message = problem || (failed ? words.failed : '');
  useFocusOnArrival(input);
  useCleared(input, `${authenticationRequest.id} ${authenticationRequest.attempt} ${item}`);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (!input.current || sealing) return;
    const checked = checkTypedItem(item, input.current.value, authenticationRequest.passwordLengths);
    if (checked.problem !== undefined) {
      setProblem(
        (words.problems[checked.problem] ?? words.hint).replaceAll('{{count}}', String(checked.count)),
      );
      input.current.focus();
      return;
    }
    input.current.value = '';
    setShown(false);
    setSealing(true);
    setProblem('');
    try {
      const { id, attempt } = authenticationRequest;
      const envelope = await seal(checked.value, { authenticationRequest, item });
      send({ authenticationRequest: id, item, attempt, envelope });
    } catch {
      // A browser that cannot seal must not fall back to sending it open.
      setProblem(page.cannotSeal);
    }
    setSealing(false);
  };

  return (
    <form
      aria-labelledby={titleId}
      className="secure-form__form"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <label className="secure-form__label" htmlFor={`${id}input`}>
        {words.label}
      </label>
      <div className="secure-form__row">
        <input
          aria-describedby={`${id}hint`}
          aria-errormessage={message ? `${id}problem` : undefined}
          aria-invalid={message !== ''}
          autocapitalize={autoCapitalize}
          autocomplete={autoComplete}
          autocorrect="off"
          className="secure-form__input"
          data-1p-ignore
          data-lpignore="true"
          enterkeyhint="send"
          id={`${id}input`}
          inputMode={inputMode}
          maxLength={64}
          onInput={() => setProblem('')}
          ref={input}
          spellcheck={false}
          // The types know each kind of input for itself alone.
          type={(shown ? 'text' : 'password') as 'password'}
        />
        <button
          aria-controls={`${id}input`}
          aria-pressed={shown}
          className="secure-form__show"
          onClick={() => setShown(!shown)}
          type="button"
        >
          {shown ? words.hide : words.show}
        </button>
      </div>
      <p className="secure-form__hint" id={`${id}hint`}>
        {words.hint}
      </p>
      <p className="secure-form__problem" id={`${id}problem`} role="alert">
        {message}
      </p>
      <button aria-disabled={sealing} className="secure-form__submit" type="submit">
        {words.submit}
      </button>
      <p className="secure-form__why">
        <LockIcon />
        <span>{words.whySafe}</span>
      </p>
    </form>
  );
}

/** By keyboard no way leads from the send box into the conversation's middle, so the focus comes here by itself. */
function useFocusOnArrival(input: { readonly current: HTMLInputElement | null }): void {
  const { hasDraft, scrollToEnd } = useTalk();
  const arrival = useRef({ hasDraft, scrollToEnd });
  useEffect(() => {
    // Whoever is typing a message would go on typing it into a field that hides it.
    // A jump to the input would stop the conversation above the button.
    if (!arrival.current.hasDraft()) input.current?.focus({ preventScroll: true });
    arrival.current.scrollToEnd();
  }, [input]);
}

/** Browsers keep what stands in a form for the way back; not here. A form in another language goes on with it. */
function useCleared(input: { readonly current: HTMLInputElement | null }, key: string): void {
  useEffect(() => {
    const field = input.current;
    const typed = takeOver(key);
    if (field && typed !== undefined) field.value = typed;
    const clear = () => {
      if (field) field.value = '';
    };
    window.addEventListener('pagehide', clear);
    return () => {
      window.removeEventListener('pagehide', clear);
      if (field) handOver(key, field.value);
      clear();
    };
  }, [input, key]);
}
