import { useEffect, useId, useRef } from 'preact/hooks';
import type { ChatWords } from '../../words/chatPage.ts';

type Props = { words: ChatWords; leave: () => void; stay: () => void };

/** Asks whether a verification that runs is to be given up. Inside the page, since a frame of a bank may show no other. */
export function LeaveQuestion({ words, leave, stay }: Props) {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div
      aria-labelledby={id}
      className="banner"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The page around a frame would take it for closing the chat.
        event.preventDefault();
        stay();
      }}
      role="alertdialog"
    >
      <div className="banner__inner">
        <span id={id}>{words.verificationRuns}</span>
        <button className="banner__button" onClick={stay} ref={first} type="button">
          {words.goOn}
        </button>
        <button className="banner__button" onClick={leave} type="button">
          {words.giveUp}
        </button>
      </div>
    </div>
  );
}
