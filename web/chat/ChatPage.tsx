import { type Language, regionalTags } from '../../kit/language.ts';
import { changeLanguageEvent } from '../../services/contract/secureForm.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { keepLanguage } from '../kit/pageLanguage.ts';
import { Banner } from './Banner.tsx';
import type { Connection } from './connection.ts';
import { quietStatus } from './days.tsx';
import { Header } from './Header.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { countsAbove, keepsLongMessages } from './longMessages.tsx';
import { look } from './look.ts';
import { arrivals, messages, ownAttachments, secureFormsForScreenReaders } from './middleware.tsx';
import { verificationRuns } from './verificationRuns.ts';
import { workingSign } from './WorkingSign.tsx';

type Props = {
  connection: Connection;
  firstLanguage: Language;
  nonce: string;
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
export function ChatPage({ connection, firstLanguage, nonce, brand }: Props) {
  const [language, setLanguage] = React.useState(firstLanguage);
  const { state, directLine, conversation, late } = React.useSyncExternalStore(
    connection.subscribe,
    connection.view,
  );
  const { tryAgain, startOver } = connection;
  const { now } = connection.service;
  const words = brand.words[language];
  // One store a conversation: a new client for the same one finds what could not be sent still there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the conversation's number is what it depends on
  const store = React.useMemo(
    () => WebChat.createStore({}, keepsLongMessages, arrivals(setLanguage)),
    [conversation],
  );
  const styleOptions = React.useMemo(() => look(language), [language]);
  const attachmentMiddleware = React.useMemo(() => ownAttachments(words, now), [words, now]);
  const activityMiddleware = React.useMemo(() => messages(language), [language]);
  const sendBoxMiddleware = React.useMemo(() => [countsAbove(words)], [words]);
  const typingIndicatorMiddleware = React.useMemo(() => workingSign(words.working), [words]);
  const localizedStrings = React.useMemo(() => ({ TEXT_INPUT_PLACEHOLDER: words.placeholder }), [words]);

  React.useEffect(() => {
    keepLanguage(language);
    document.documentElement.lang = language;
    document.title = words.titleOfWindow;
  }, [language, words]);

  const choose = (chosen: Language) => {
    setLanguage(chosen);
    store.dispatch({
      type: 'WEB_CHAT/SEND_EVENT',
      payload: { name: changeLanguageEvent, value: chosen },
    });
  };

  const [asks, setAsks] = React.useState(false);
  const runs = () => verificationRuns(store.getState().activities);
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
      {directLine ? (
        <div className="chat">
          <WebChat.ReactWebChat
            activityMiddleware={activityMiddleware}
            activityStatusMiddleware={quietStatus}
            attachmentForScreenReaderMiddleware={secureFormsForScreenReaders}
            attachmentMiddleware={attachmentMiddleware}
            directLine={directLine}
            disabled={state === 'over' || state === 'elsewhere'}
            key={conversation}
            locale={regionalTags[language]}
            nonce={nonce}
            overrideLocalizedStrings={localizedStrings}
            role="main"
            sendBoxMiddleware={sendBoxMiddleware}
            store={store}
            styleOptions={styleOptions}
            typingIndicatorMiddleware={typingIndicatorMiddleware}
          />
        </div>
      ) : (
        <main aria-busy={true} className="loading">
          <p className="loading__words">{state === 'connecting' ? words.loading : ''}</p>
        </main>
      )}
    </>
  );
}

/** The browser asks in words of its own before it closes what would lose a verification. */
function useQuestionAtTheDoor(isAsked: () => boolean): void {
  const asked = React.useRef(isAsked);
  asked.current = isAsked;
  React.useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (asked.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
