import type { Language } from '../../kit/language.ts';
import { codePageContentType } from '../../services/contract/codePage.ts';
import { Result, resultContentType } from '../../services/contract/result.ts';
import { secureFormContentType } from '../../services/contract/secureForm.ts';
import { inWords } from './Announcements.tsx';
import { CodePageLink } from './CodePageLink.tsx';
import type { Attachment, ChatActivity } from './chatActivity.ts';
import { canRead, reads } from './comfort.ts';
import { DaySeparator } from './days.tsx';
import { SpeakerIcon } from './icons.tsx';
import { ResultCard } from './ResultCard.tsx';
import { SecureFormCard } from './SecureFormCard.tsx';
import { useTalk } from './talk.ts';

type Props = { activity: ChatActivity; before: ChatActivity | undefined; language: Language };

/** One message: its day where it is the first of it, its words or the result in place of them, and what is attached. */
export function MessageView({ activity, before, language }: Props) {
  const { words } = useTalk();
  const isBot = activity.from?.role === 'bot';
  const attachments = isBot ? (activity.attachments ?? []) : [];
  const result = resultIn(attachments);
  return (
    <div
      className="message"
      data-from={isBot ? 'bot' : 'user'}
      data-message-id={activity.channelData?.thawline?.messageId}
    >
      <DaySeparator activity={activity} before={before} language={language} />
      <span className="visually-hidden message__who">{isBot ? words.botSaid : words.youSaid}</span>
      <Time moment={activity.timestamp} language={language} />
      {result ? (
        <div className="bubble bubble--wide">
          <ResultCard result={result} sentence={activity.text ?? ''} />
        </div>
      ) : (
        activity.text && (
          <div className="bubble" lang={isBot ? activity.locale : undefined}>
            <p className="bubble__text">{activity.text}</p>
          </div>
        )
      )}
      {attachments.map((attachment) => (
        <Attached activity={activity} attachment={attachment} key={attachment.contentType} />
      ))}
      {isBot && canRead && (
        <button
          aria-label={words.readThis}
          className="message__read"
          onClick={() => reads(inWords(activity), language)}
          type="button"
        >
          <SpeakerIcon />
        </button>
      )}
      {!isBot && <SendStatus activity={activity} />}
    </div>
  );
}

/** When it was said, on paper: on the screen the day is enough. */
function Time({ moment, language }: { moment: string | undefined; language: Language }) {
  if (moment === undefined) return null;
  const time = new Date(moment).toLocaleTimeString(language, { timeStyle: 'short' });
  return (
    <time className="message__time" dateTime={moment}>
      {time}
    </time>
  );
}

function Attached({ activity, attachment }: { activity: ChatActivity; attachment: Attachment }) {
  const { contentType, content } = attachment;
  const shown =
    contentType === secureFormContentType ? (
      <SecureFormCard activity={activity} content={content} />
    ) : contentType === codePageContentType ? (
      <CodePageLink content={content} />
    ) : null;
  return shown && <div className="bubble bubble--wide">{shown}</div>;
}

/** A result that the bot attached stands in place of its message's words; one that cannot be read leaves them. */
function resultIn(attachments: readonly Attachment[]): Result | undefined {
  const attached = attachments.find(({ contentType }) => contentType === resultContentType);
  return attached && Result.safeParse(attached.content).data;
}

/** Only what is not as it should be: that it is being sent, or was not. */
function SendStatus({ activity }: { activity: ChatActivity }) {
  const { words, again } = useTalk();
  if (activity.id !== undefined) return null;
  return (
    <p className="message__status" data-failed={activity.failed}>
      {activity.failed ? words.sendFailed : words.beingSent}
      {activity.failed && (
        <button className="message__again" onClick={() => again(activity)} type="button">
          {words.retry}
        </button>
      )}
    </p>
  );
}
