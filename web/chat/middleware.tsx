import { Language } from '../../kit/language.ts';
import { SecureForm, secureFormContentType } from '../../services/contract/secureForm.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { hasFailed } from './chatActivity.ts';
import type {
  ActivityMiddleware,
  AttachmentForScreenReaderMiddleware,
  AttachmentMiddleware,
  StoreMiddleware,
} from './globals.ts';
import { SecureFormCard } from './SecureFormCard.tsx';

/** Renders the secure form where the bot attached one. */
export function secureForms(words: ChatWords, now: () => number): AttachmentMiddleware {
  return () => (next) => (of) =>
    of.attachment.contentType === secureFormContentType && of.activity.from?.role === 'bot' ? (
      <SecureFormCard activity={of.activity} content={of.attachment.content} now={now} words={words} />
    ) : (
      next(of)
    );
}

/** What a screen reader hears of a form when it arrives; the form itself is read when the focus moves into it. */
export const secureFormsForScreenReaders: AttachmentForScreenReaderMiddleware = () => (next) => (of) => {
  if (of.attachment.contentType !== secureFormContentType) return next(of);
  const form = SecureForm.safeParse(of.attachment.content);
  return form.success && (() => <p>{`${form.data.words.title}: ${form.data.words.label}`}</p>);
};

/** Marks each message with the stable id of its sentence, for tests and for a bank's own style. */
export const messageIds: ActivityMiddleware = () => (next) => (of) => {
  const render = next(of);
  const messageId = of.activity.channelData?.thawline?.messageId;
  if (!render || messageId === undefined) return render;
  return (...parts) => (
    <div className="message" data-message-id={messageId}>
      {render(...parts)}
    </div>
  );
};

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
