import { type Language, regionalTags } from '../../kit/language.ts';
import { changeLanguageEvent } from '../../services/contract/secureForm.ts';
import { chatPage } from '../../words/chatPage.ts';
import { keepLanguage } from '../kit/pageLanguage.ts';
import { Banner } from './Banner.tsx';
import type { Connection } from './connection.ts';
import { quietStatus } from './days.tsx';
import { Header } from './Header.tsx';
import { look } from './look.ts';
import { arrivals, messages, ownAttachments, secureFormsForScreenReaders } from './middleware.tsx';
import { workingSign } from './WorkingSign.tsx';

type Props = { connection: Connection; firstLanguage: Language; nonce: string };

/** The whole page: header, notice, conversation. */
export function ChatPage({ connection, firstLanguage, nonce }: Props) {
  const [language, setLanguage] = React.useState(firstLanguage);
  const { state, directLine, conversation } = React.useSyncExternalStore(
    connection.subscribe,
    connection.view,
  );
  const { tryAgain, startOver } = connection;
  const { now } = connection.service;
  const words = chatPage[language];
  // One store a conversation: a new client for the same one finds what could not be sent still there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the conversation's number is what it depends on
  const store = React.useMemo(() => WebChat.createStore({}, arrivals(setLanguage)), [conversation]);
  const styleOptions = React.useMemo(() => look(language), [language]);
  const attachmentMiddleware = React.useMemo(() => ownAttachments(words, now), [words, now]);
  const activityMiddleware = React.useMemo(() => messages(language), [language]);
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

  return (
    <>
      <Header choose={choose} language={language} startOver={startOver} words={words} />
      <Banner startOver={startOver} state={state} tryAgain={tryAgain} words={words} />
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
