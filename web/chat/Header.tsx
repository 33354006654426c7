import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Language, languages } from '../../kit/language.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { languageNames } from '../../words/languageNames.ts';
import { closeInFrame } from './frame.ts';
import { NewIcon, StopIcon } from './icons.tsx';

type Props = {
  words: ChatWords;
  language: Language;
  choose: (language: Language) => void;
  startOver: () => void;
  bank: string;
  logo: string | undefined;
  logoDark: string | undefined;
  /** What else can be done. */
  children: ComponentChildren;
};

/** Whose page it is, in which language it speaks, and the way to begin again. */
export function Header({ words, language, choose, startOver, bank, logo, logoDark, children }: Props) {
  const id = useId();
  return (
    <header className="header">
      <div className="header__inner">
        {logo && (
          <picture>
            {logoDark && <source media="(prefers-color-scheme: dark)" srcSet={logoDark} />}
            <img alt={bank} className="logo" src={logo} />
          </picture>
        )}
        <h1 className="header__title">{words.title}</h1>
        <button
          aria-label={words.newConversation}
          className="header__button header__new"
          data-is-narrow={closeInFrame !== undefined}
          onClick={startOver}
          title={words.newConversation}
          type="button"
        >
          <NewIcon />
          <span>{words.newConversation}</span>
        </button>
        <label className="visually-hidden" htmlFor={id}>
          {words.language}
        </label>
        <select
          className="header__language"
          id={id}
          onChange={({ currentTarget }) => choose(Language.parse(currentTarget.value))}
          value={language}
        >
          {languages.map((each) => (
            <option key={each} lang={each} value={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
        {children}
        {closeInFrame && (
          <button
            aria-label={words.close}
            className="header__button options__open"
            onClick={closeInFrame}
            type="button"
          >
            <StopIcon />
          </button>
        )}
      </div>
    </header>
  );
}
