import { useEffect, useId, useMemo, useReducer } from 'preact/hooks';
import {
  authenticationInformationEvent,
  type SealedItem,
  SecureForm,
} from '../../services/contract/secureForm.ts';
import { CannotSeal, canSeal } from './CannotSeal.tsx';
import type { ChatActivity } from './chatActivity.ts';
import { formStanding } from './formStanding.ts';
import { LockIcon, TickIcon } from './icons.tsx';
import { SealingForm } from './SealingForm.tsx';
import { useTalk } from './talk.ts';

type Props = { activity: ChatActivity; content: unknown };

/** A secure form in the conversation: to be filled in while it is the one that counts, closed otherwise. */
export function SecureFormCard({ activity, content }: Props) {
  const { words } = useTalk();
  const form = useMemo(() => SecureForm.safeParse(content), [content]);
  if (!form.success) return <p className="secure-form__unreadable">{words.unreadableForm}</p>;
  return <Card activity={activity} form={form.data} />;
}

function Card({ activity, form }: Omit<Props, 'content'> & { form: SecureForm }) {
  const { activities, words, isClosed, now, give, focusBox } = useTalk();
  const titleId = useId();
  const expiresAt = Date.parse(form.authenticationRequest.expiresAt);
  useMoment(expiresAt, now);
  const standing = formStanding(activities, activity.id, { expiresAt, now: now(), disabled: isClosed });

  const send = (sealed: SealedItem) => {
    give({ type: 'event', name: authenticationInformationEvent, value: sealed });
    focusBox();
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
            <SealingForm failed={standing === 'failed'} form={form} send={send} titleId={titleId} />
          ) : (
            <CannotSeal />
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

/** A timer takes no more, and fires at once beyond that; in milliseconds. */
const longestWait = 0x7fffffff;

/**
 * Renders again at a moment of the service's time, so that a form closes by itself when it expires. Each answer of the
 * service says anew what its time is, so what a timer waited for may still be to come.
 */
function useMoment(moment: number, now: () => number): void {
  const [, render] = useReducer((times: number, _step: undefined) => times + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const left = moment - now();
      if (left <= 0) return render(undefined);
      timer = setTimeout(wait, Math.min(left, longestWait));
    };
    wait();
    return () => clearTimeout(timer);
  }, [moment, now]);
}
