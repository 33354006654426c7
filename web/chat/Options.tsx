import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ChatWords } from '../../words/chatPage.ts';
import { type Comfort, canRead } from './comfort.ts';
import { MoreIcon } from './icons.tsx';

type Props = {
  words: ChatWords;
  comfort: Comfort;
  /** Whether there is a conversation to print or to end. */
  isRunning: boolean;
  makes: (comfort: Comfort) => void;
  ends: () => void;
  foot: Foot | undefined;
};

/** How customers recognise the bank's page, and the pages that it must link to. */
export type Foot = { genuine?: string; links: readonly { to: string; text: string }[] };

/** What else can be done on the page, behind one button: there is little room on a telephone. */
export function Options({ words, comfort, isRunning, makes, ends, foot }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { largePrint, readAloud } = comfort;
  useEffect(() => {
    if (!isOpen) return;
    const leaves = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const events = ['pointerdown', 'focusin'];
    for (const event of events) document.addEventListener(event, leaves);
    return () => {
      for (const event of events) document.removeEventListener(event, leaves);
    };
  }, [isOpen]);
  const then = (act: () => void) => () => {
    setOpen(false);
    button.current?.focus();
    act();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in it comes here
    <div
      className="options"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        then(() => {})();
      }}
      ref={root}
    >
      <button
        aria-controls={id}
        aria-expanded={isOpen}
        aria-label={words.options}
        className="header__button options__open"
        onClick={() => setOpen(!isOpen)}
        ref={button}
        type="button"
      >
        <MoreIcon />
      </button>
      <div className="options__list" hidden={!isOpen} id={id}>
        <Switch
          isOn={largePrint}
          label={words.largePrint}
          turns={(on) => makes({ ...comfort, largePrint: on })}
        />
        {canRead && (
          <Switch
            isOn={readAloud}
            label={words.readAloud}
            turns={(on) => makes({ ...comfort, readAloud: on })}
          />
        )}
        {isRunning && (
          <>
            <button className="options__one" onClick={then(() => window.print())} type="button">
              {words.print}
            </button>
            <button className="options__one" onClick={then(ends)} type="button">
              {words.endChat}
            </button>
          </>
        )}
        {foot && <OptionsFoot foot={foot} />}
      </div>
    </div>
  );
}

/** In a small window in place of the page's own foot, which would take the conversation's room. */
function OptionsFoot({ foot: { genuine, links } }: { foot: Foot }) {
  return (
    <div className="options__foot">
      {links.map(({ to, text }) => (
        <a className="options__one" href={to} key={to}>
          {text}
        </a>
      ))}
      {genuine && <p className="options__genuine">{genuine}</p>}
    </div>
  );
}

function Switch({ label, isOn, turns }: { label: string; isOn: boolean; turns: (on: boolean) => void }) {
  return (
    <button
      aria-checked={isOn}
      className="options__one options__switch"
      onClick={() => turns(!isOn)}
      role="switch"
      type="button"
    >
      {label}
    </button>
  );
}
