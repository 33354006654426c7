import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { SendIcon } from './icons.tsx';
import { useTalk } from './talk.ts';

/** What a customer may say at once; the service reads no more of it. */
const longestMessage = 1000;
/** From here on it is counted where it can be seen. */
const counted = 0.8 * longestMessage;

/** Where a message is written; one that is too long stays in its box. */
export function SendBox({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
  const { words, isClosed, give } = useTalk();
  const [draft, setDraft] = useState('');
  useLayoutEffect(() => {
    if (box.current) growsWith(box.current);
  });
  const submit = () => {
    if (isClosed || draft.trim() === '' || draft.length > longestMessage) return;
    setDraft('');
    give({ type: 'message', text: draft });
  };
  return (
    <form
      className="send"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
        box.current?.focus();
      }}
    >
      <Count length={draft.length} />
      <div className="send__row">
        <textarea
          aria-label={words.placeholder}
          autocomplete="off"
          className="send__input"
          enterkeyhint="send"
          onInput={({ currentTarget }) => setDraft(currentTarget.value)}
          onKeyDown={(event) => {
            // While Chinese is being composed Enter takes a word; Safari says so by this code alone.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            submit();
          }}
          placeholder={words.placeholder}
          readOnly={isClosed}
          ref={box}
          rows={1}
          value={draft}
        />
        <button aria-disabled={isClosed} aria-label={words.send} className="send__button" type="submit">
          <SendIcon />
        </button>
      </div>
    </form>
  );
}

function growsWith(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

function Count({ length }: { length: number }) {
  const { words } = useTalk();
  const tooMany = length - longestMessage;
  const said = tooMany > 0 ? words.tooLong : words.written;
  const facts = { length: String(length), most: String(longestMessage), tooMany: String(tooMany) };
  return (
    <p className="count" data-too-long={tooMany > 0} role="status">
      {length < counted ? '' : filledIn(said, facts)}
    </p>
  );
}

function filledIn(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => facts[name] ?? '');
}
