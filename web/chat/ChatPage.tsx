import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Language } from '../../kit/language.ts';
import { changeLanguageEvent } from '../../services/contract/secureForm.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { localeTag } from '../kit/localeTag.ts';
import { keepLanguage } from '../kit/pageLanguage.ts';
import { Banner } from './Banner.tsx';
import { Conversation } from './Conversation.tsx';
import type { ChatActivity } from './chatActivity.ts';
import { type Comfort, comfortAsked, keepComfort, stopsReading } from './comfort.ts';
import type { Connection } from './connection.ts';
import { Header } from './Header.tsx';
import { type Foot, Options } from './Options.tsx';
import { QuestionView } from './Question.tsx';
import { Transcript } from './transcript.ts';
import { useView } from './useView.ts';
import { verificationRuns } from './verificationRuns.ts';

type Props = {
  connection: Connection;
  firstLanguage: Language;
  brand: HandedWithPage;
};

/** What the service hands with the page. */
export type HandedWithPage = {
  words: Readonly<Record<Language, ChatWords>>;
  bank: Readonly<Record<Language, string>>;
  /** Where the bank's logo is. */
  logo?: string;
  /** Where another one is for the night. */
  logoDark?: string;
  foot: Readonly<Partial<Record<Language, Foot>>>;
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
    transcript?.give({ type: 'event', name: changeLanguageEvent, value: chosen }, localeTag(chosen));
  };

  const [comfort, setComfort] = useState(comfortAsked);
  useEffect(() => keepComfort(comfort), [comfort]);
  const makes = (changed: Comfort) => {
    if (!changed.readAloud) stopsReading();
    setComfort(changed);
  };

  const [asks, setAsks] = useState<'leave' | 'end' | 'endAgain'>();
  const stays = () => setAsks(undefined);
  const runs = () => verificationRuns(transcript?.view() ?? []);
  const leave = () => (runs() && state !== 'over' ? setAsks('leave') : startOver());
  const startAfresh = () => {
    stays();
    startOver();
  };
  const ends = () => {
    stopsReading();
    connection.end().then(stays, () => setAsks('endAgain'));
  };
  useQuestionAtTheDoor(runs);

  return (
    <>
      <Header
        bank={brand.bank[language]}
        choose={choose}
        language={language}
        logo={brand.logo}
        logoDark={brand.logoDark}
        startOver={leave}
        words={words}
      >
        <Options
          comfort={comfort}
          ends={() => setAsks('end')}
          foot={brand.foot[language]}
          isRunning={transcript !== undefined}
          makes={makes}
          words={words}
        />
      </Header>
      {asks === 'leave' && (
        <QuestionView
          agree={words.giveUp}
          agrees={startAfresh}
          stay={words.goOn}
          stays={stays}
          text={words.verificationRuns}
        />
      )}
      {(asks === 'end' || asks === 'endAgain') && (
        <QuestionView
          agree={words.endIt}
          agrees={ends}
          key={asks}
          stay={words.stay}
          stays={stays}
          text={asks === 'end' ? words.endQuestion : words.endFailed}
        />
      )}
      <Banner late={late} startOver={startOver} state={state} tryAgain={tryAgain} words={words} />
      {transcript ? (
        <Conversation
          isClosed={state === 'over' || state === 'elsewhere'}
          key={conversation}
          comfort={comfort}
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
