import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../kit/language.ts';
import { SecureForm, secureFormContentType } from '../../services/contract/secureForm.ts';
import type { ChatActivity } from './chatActivity.ts';
import { reads } from './comfort.ts';
import { useTalk } from './talk.ts';

/** Long enough to be taken up, short enough not to be met once more below the conversation. */
const standsFor = 5000;

/** What a screen reader says of itself: the bot's new messages, once each. What was there before is not said again. */
export function SpokenNews({ language }: { language: Language }) {
  const { activities, words, comfort } = useTalk();
  const heard = useRef(new Set<string>());
  const [said, setSaid] = useState<readonly { id: string; text: string }[]>([]);
  useEffect(() => {
    const isFirst = heard.current.size === 0;
    const fresh = activities.filter(
      ({ id, type, from }) =>
        id !== undefined && type === 'message' && from?.role === 'bot' && !heard.current.has(id),
    );
    for (const { id = '' } of fresh) heard.current.add(id);
    const news = (isFirst ? fresh.slice(-1) : fresh).map((activity) => ({
      id: activity.id ?? '',
      text: `${words.botSaid} ${inWords(activity)}`,
    }));
    if (news.length === 0) return;
    setSaid((before) => [...before, ...news]);
    if (comfort.readAloud) reads((isFirst ? fresh.slice(-1) : fresh).map(inWords).join(' '), language);
  }, [activities, words, comfort, language]);
  useEffect(() => {
    if (said.length === 0) return;
    const timer = setTimeout(() => setSaid([]), standsFor);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div aria-live="polite" className="visually-hidden" role="log">
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}

/** Of a form its title and what it asks for; the rest is read when the focus moves into it. */
export function inWords({ text = '', attachments = [] }: ChatActivity): string {
  const forms = attachments
    .filter(({ contentType }) => contentType === secureFormContentType)
    .flatMap(({ content }) => SecureForm.safeParse(content).data ?? [])
    .map(({ words }) => `${words.title}: ${words.label}`);
  return [text, ...forms].join(' ');
}
