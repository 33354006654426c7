import type { Language } from '../../kit/language.ts';
import type { ChatActivity } from './chatActivity.ts';
import type { ActivityStatusMiddleware } from './globals.ts';

/** Whether a day begins with this message: the first of all, or the first of another day than the one before. */
function beginsDay(activities: readonly ChatActivity[], { id }: ChatActivity): boolean {
  if (id === undefined) return false;
  const messages = activities.filter(({ type }) => type === 'message');
  const place = messages.findIndex((activity) => activity.id === id);
  const [here, before] = [messages[place], messages[place - 1]];
  return here?.timestamp !== undefined && dayOf(here) !== dayOf(before);
}

function dayOf(activity: ChatActivity | undefined): string | undefined {
  return activity?.timestamp && new Date(activity.timestamp).toDateString();
}

type Props = { activity: ChatActivity; language: Language };

/** The day above its first message. */
export function DaySeparator({ activity, language }: Props) {
  const [activities] = WebChat.hooks.useActivities();
  if (activity.timestamp === undefined || !beginsDay(activities, activity)) return null;
  return <p className="day">{dayInWords(new Date(activity.timestamp), new Date(), language)}</p>;
}

/** Today and yesterday by their names, others by their date. */
function dayInWords(day: Date, now: Date, language: Language): string {
  const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);
  const ago = Math.round((midnight(day) - midnight(now)) / 86_400_000);
  if (ago <= 0 && ago >= -1) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(ago, 'day');
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  }
  return day.toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** Under a message stands only what is not as it should be: that it is being sent, or was not. */
export const quietStatus: ActivityStatusMiddleware = () => (next) => (of) =>
  of.sendState === 'sent' ? null : next(of);
