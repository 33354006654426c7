import { useEffect, useId, useRef } from 'preact/hooks';

type Props = { text: string; agree: string; stay: string; agrees: () => void; stays: () => void };

/** Asks before something is given up. Inside the page, since a frame of a bank may show no other. */
export function QuestionView({ text, agree, stay, agrees, stays }: Props) {
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
        stays();
      }}
      role="alertdialog"
    >
      <div className="banner__inner">
        <span id={id}>{text}</span>
        <button className="banner__button" onClick={stays} ref={first} type="button">
          {stay}
        </button>
        <button className="banner__button" onClick={agrees} type="button">
          {agree}
        </button>
      </div>
    </div>
  );
}
