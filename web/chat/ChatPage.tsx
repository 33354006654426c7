import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Language, regionalTags } from '../../kit/language.ts';
import { changeLanguageEvent } from '../../services/contract/secureForm.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { keepLanguage } from '../kit/pageLanguage.ts';
import { Banner } from './Banner.tsx';
import { Conversation } from './Conversation.tsx';
import type { ChatActivity } from './chatActivity.ts';
import type { Connection } from './connection.ts';
import { Header } from './Header.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { Transcript } from './transcript.ts';
import { useView } from './useView.ts';
import { verificationRuns } from './verificationRuns.ts';

type Props = {
  connection: Connection;
  firstLanguage: Language;
  brand: Handed;
};

/** What the service hands with the page. */
export type Handed = {
  words: Readonly<Record<Language, ChatWords>>;
  bank: Readonly<Record<Language, string>>;
  /** Where the bank's logo is. */
  logo?: string;
};

/** The whole page: header, notice, conversation. */
export function ChatPage({ connection, firstLanguage, brand }: Props) {
  const [language, setLanguage] = useState(firstLanguage);
  const { state, directLine, conversation, late } = useView(connection);
  const { tryAgain, startOver } = connection;
  const words = brand.words[language];
  // A line belongs to one conversation, whichever connection feeds it.
  const transcript = useMemo(
    () => directLine && new Transcript(directLine, follows(setLanguage)),
    [directLine],
  );

  useEffect(() => {
    keepLanguage(language);
    document.documentElement.lang = language;
    document.title = words.titleOfWindow;
  }, [language, words]);

  const choose = (chosen: Language) => {
    setLanguage(chosen);
    transcript?.give({ type: 'event', name: changeLanguageEvent, value: chosen }, regionalTags[chosen]);
  };

  const [asks, setAsks] = useState(false);
  const runs = () => verificationRuns(transcript?.view() ?? []);
  const leave = () => (runs() && state !== 'over' ? setAsks(true) : startOver());
  const startAfresh = () => {
    setAsks(false);
    startOver();
  };
  useQuestionAtTheDoor(runs);

  return (
    <>
      <Header
        bank={brand.bank[language]}
        choose={choose}
        language={language}
        logo={brand.logo}
        startOver={leave}
        words={words}
      />
      {asks && <LeaveQuestion leave={startAfresh} stay={() => setAsks(false)} words={words} />}
      <Banner late={late} startOver={startOver} state={state} tryAgain={tryAgain} words={words} />
      {transcript ? (
        <Conversation
          isClosed={state === 'over' || state === 'elsewhere'}
          key={conversation}
          language={language}
          now={connection.service.now}
          transcript={transcript}
          words={words}
        />
      ) : (
        <main aria-busy={true} className="loading">
          <p className="loading__words">{state === 'connecting' ? words.loading : ''}</p>
        </main>
      )}
    </>
  );
}

/** The page speaks as the bot does. */
function follows(speak: (language: Language) => void): (activity: ChatActivity) => void {
  return ({ from, locale }) => {
    const spoken = Language.safeParse(locale);
    if (from?.role === 'bot' && spoken.success) speak(spoken.data);
  };
}

/** The browser asks in words of its own before it closes what would lose a verification. */
function useQuestionAtTheDoor(isAsked: () => boolean): void {
  const asked = useRef(isAsked);
  asked.current = isAsked;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (asked.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
