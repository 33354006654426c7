import { useMemo, useRef } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { localeTag } from '../kit/localeTag.ts';
import { SpokenNews } from './Announcements.tsx';
import { Choices } from './Choices.tsx';
import type { Comfort } from './comfort.ts';
import { MessageView } from './Message.tsx';
import { SendBox } from './SendBox.tsx';
import { useEnd } from './scrolling.ts';
import { type Talk, TalkContext } from './talk.ts';
import type { Transcript } from './transcript.ts';
import { useView } from './useView.ts';
import { WorkingSign } from './WorkingSign.tsx';

type Props = {
  transcript: Transcript;
  words: ChatWords;
  language: Language;
  comfort: Comfort;
  isClosed: boolean;
  now: () => number;
};

/** What was said, what can be chosen, and where the next message is written. */
export function Conversation({ transcript, words, language, comfort, isClosed, now }: Props) {
  const activities = useView(transcript);
  const log = useRef<HTMLElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const scrollToEnd = useEnd(log);
  const talk = useMemo<Talk>(
    () => ({
      activities,
      words,
      comfort,
      isClosed,
      now,
      give: (given) => {
        transcript.give(given, localeTag(language));
        scrollToEnd();
      },
      again: (activity) => transcript.again(activity),
      hasDraft: () => box.current?.value !== '',
      focusBox: () => (matchMedia('(pointer: coarse)').matches ? log : box).current?.focus(),
      scrollToEnd,
    }),
    [activities, words, comfort, isClosed, now, transcript, language, scrollToEnd],
  );
  const messages = activities.filter(({ type }) => type === 'message');
  return (
    <TalkContext.Provider value={talk}>
      <main className="chat">
        <h2 className="transcript-title">{words.transcript}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it by keys */}
        <section aria-label={words.chat} className="log" ref={log} tabIndex={0}>
          <div className="log__messages">
            {messages.map((activity, place) => (
              <MessageView
                activity={activity}
                before={messages[place - 1]}
                key={activity.id ?? activity.channelData?.clientActivityID}
                language={language}
              />
            ))}
            <WorkingSign />
          </div>
        </section>
        <SpokenNews language={language} />
        <Choices />
        <SendBox box={box} />
      </main>
    </TalkContext.Provider>
  );
}
