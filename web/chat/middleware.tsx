import { Language } from '../../kit/language.ts';
import { CodePage, codePageContentType } from '../../services/contract/codePage.ts';
import { Result, resultContentType } from '../../services/contract/result.ts';
import { SecureForm, secureFormContentType } from '../../services/contract/secureForm.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { type ChatActivity, hasFailed } from './chatActivity.ts';
import { DaySeparator } from './days.tsx';
import type {
  ActivityMiddleware,
  AttachmentForScreenReaderMiddleware,
  AttachmentMiddleware,
  StoreMiddleware,
} from './globals.ts';
import { ResultCard } from './ResultCard.tsx';
import { SecureFormCard } from './SecureFormCard.tsx';

/** Renders the secure form where the bot attached one, the way to another page, and a result in place of its words. */
export function ownAttachments(words: ChatWords, now: () => number): AttachmentMiddleware {
  return () => (next) => (of) =>
    of.attachment.contentType === secureFormContentType && of.activity.from?.role === 'bot' ? (
      <SecureFormCard activity={of.activity} content={of.attachment.content} now={now} words={words} />
    ) : of.attachment.contentType === codePageContentType && of.activity.from?.role === 'bot' ? (
      <CodePageLink content={of.attachment.content} />
    ) : of.activity.result ? (
      <ResultCard result={of.activity.result} sentence={String(of.attachment.content)} />
    ) : (
      next(of)
    );
}

/** Another page of the bank's, in the same browser. */
function CodePageLink({ content }: { content: unknown }) {
  const page = CodePage.safeParse(content);
  if (!page.success) return null;
  const { address, label, language } = page.data;
  return (
    <p className="result__ways code-page">
      <a className="result__way" href={address} lang={language} rel="noopener noreferrer" target="_blank">
        {label}
      </a>
    </p>
  );
}

/** What a screen reader hears of a form when it arrives; the form itself is read when the focus moves into it. */
export const secureFormsForScreenReaders: AttachmentForScreenReaderMiddleware = () => (next) => (of) => {
  // The sentence of a result says the same.
  if (of.attachment.contentType === resultContentType) return false;
  // A link is read as a link.
  if (of.attachment.contentType === codePageContentType) return false;
  if (of.attachment.contentType !== secureFormContentType) return next(of);
  const form = SecureForm.safeParse(of.attachment.content);
  return form.success && (() => <p>{`${form.data.words.title}: ${form.data.words.label}`}</p>);
};

/**
 * Marks each message with the stable id of its sentence, for tests and for a bank's own style, and puts the day above the
 * first of a day.
 */
export function messages(language: Language): ActivityMiddleware {
  return () => (next) => (of) => {
    const render = next({ ...of, activity: withResult(of.activity) });
    const messageId = of.activity.channelData?.thawline?.messageId;
    if (!render || of.activity.type !== 'message') return render;
    return (...parts) => (
      <div className="message" data-message-id={messageId}>
        <DaySeparator activity={of.activity} language={language} />
        {render(...parts)}
      </div>
    );
  };
}

/** By the activity, since it is looked at with each rendering. */
const withResults = new WeakMap<ChatActivity, ChatActivity>();

/** A result that the bot attached stands in place of its message's words; one that cannot be read leaves them. */
function withResult(activity: ChatActivity): ChatActivity {
  const known = withResults.get(activity);
  if (known) return known;
  const { attachments = [], from } = activity;
  const attached = attachments.filter(({ contentType }) => contentType === resultContentType);
  const result = from?.role === 'bot' ? Result.safeParse(attached[0]?.content).data : undefined;
  const others = attachments.filter((attachment) => !attached.includes(attachment));
  const shown =
    attached.length === 0 ? activity : { ...activity, attachments: others, ...(result && { result }) };
  withResults.set(activity, shown);
  return shown;
}

/** Looks at what arrives: the page follows the bot's language, and what has an echo counts as sent. */
export function arrivals(follow: (language: Language) => void): StoreMiddleware {
  return ({ dispatch, getState }) =>
    (next) =>
    (action) => {
      const result = next(action);
      const activity = action.payload?.activity;
      if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY' || activity === undefined) return result;
      const locale = Language.safeParse(activity.locale);
      if (activity.from?.role === 'bot' && locale.success) follow(locale.data);
      const clientActivityID = activity.channelData?.clientActivityID;
      const shown = getState().activities.find(({ id }) => id !== undefined && id === activity.id);
      if (clientActivityID !== undefined && shown && hasFailed(shown)) {
        // Its answer was lost and its echo was not: to offer it for sending again would send it twice.
        dispatch({
          type: 'DIRECT_LINE/POST_ACTIVITY_FULFILLED',
          meta: { clientActivityID },
          payload: { activity },
        });
      }
      return result;
    };
}
