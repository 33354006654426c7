import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Language, languageNames, languages } from '../../kit/language.ts';
import type { ChatWords } from '../../words/chatPage.ts';

type Props = {
  words: ChatWords;
  language: Language;
  choose: (language: Language) => void;
  startOver: () => void;
  bank: string;
  logo: string | undefined;
  /** What else can be done. */
  children: ComponentChildren;
};

/** Whose page it is, in which language it speaks, and the way to begin again. */
export function Header({ words, language, choose, startOver, bank, logo, children }: Props) {
  const id = useId();
  return (
    <header className="header">
      <div className="header__inner">
        {logo && <img alt={bank} className="logo" src={logo} />}
        <h1 className="header__title">{words.title}</h1>
        <button className="header__button" onClick={startOver} type="button">
          {words.newConversation}
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
      </div>
    </header>
  );
}
