import {
  authenticationInformationEvent,
  type SealedItem,
  SecureForm,
} from '../../services/contract/secureForm.ts';
import type { ChatWords } from '../../words/chatPage.ts';
import { CannotSeal, canSeal } from './CannotSeal.tsx';
import type { ChatActivity } from './chatActivity.ts';
import { formStanding } from './formStanding.ts';
import { LockIcon, TickIcon } from './icons.tsx';
import { SealingForm } from './SealingForm.tsx';

type Props = { activity: ChatActivity; content: unknown; words: ChatWords; now: () => number };

/** A secure form in the conversation: to be filled in while it is the one that counts, closed otherwise. */
export function SecureFormCard({ activity, content, words, now }: Props) {
  const form = React.useMemo(() => SecureForm.safeParse(content), [content]);
  if (!form.success) return <p className="secure-form__unreadable">{words.unreadableForm}</p>;
  return <Card activity={activity} form={form.data} now={now} words={words} />;
}

function Card({ activity, form, words, now }: Omit<Props, 'content'> & { form: SecureForm }) {
  const [activities] = WebChat.hooks.useActivities();
  const postActivity = WebChat.hooks.usePostActivity();
  const focus = WebChat.hooks.useFocus();
  const scrollToEnd = WebChat.hooks.useScrollToEnd();
  const [disabled] = WebChat.hooks.useDisabled();
  const titleId = React.useId();
  const expiresAt = Date.parse(form.authenticationRequest.expiresAt);
  useMoment(expiresAt, now);
  const standing = formStanding(activities, activity.id, { expiresAt, now: now(), disabled });

  const send = (sealed: SealedItem) => {
    postActivity({ type: 'event', name: authenticationInformationEvent, value: sealed });
    focus('sendBoxWithoutKeyboard').catch(() => {});
    // The form is lower when it is closed, which the conversation would take for scrolling away from its end.
    scrollToEnd();
  };

  return (
    <div className="secure-form" data-item={form.item} data-standing={standing} lang={form.language}>
      {standing === 'live' || standing === 'failed' ? (
        <>
          <h2 className="secure-form__title" id={titleId}>
            <LockIcon />
            {form.words.title}
          </h2>
          {canSeal() ? (
            <SealingForm
              failed={standing === 'failed'}
              form={form}
              send={send}
              titleId={titleId}
              words={words}
            />
          ) : (
            <CannotSeal words={words} />
          )}
        </>
      ) : (
        <p className="secure-form__closed">
          {standing === 'sent' ? <TickIcon /> : <LockIcon />}
          {form.words.label}
          <span className="secure-form__state">
            {standing === 'sending' ? words.sending : form.words[standing]}
          </span>
        </p>
      )}
    </div>
  );
}

/** Renders again at a moment of the service's time, so that a form closes by itself when it expires. */
function useMoment(moment: number, now: () => number): void {
  const [, render] = React.useReducer((times: number) => times + 1, 0);
  React.useEffect(() => {
    const wait = moment - now();
    // A timer takes no more than 2^31 - 1 milliseconds, and fires at once beyond that.
    if (wait <= 0 || wait > 0x7fffffff) return;
    const timer = setTimeout(render, wait + 50);
    return () => clearTimeout(timer);
  }, [moment, now]);
}
