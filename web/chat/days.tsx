import type { Language } from '../../kit/language.ts';
import type { ChatActivity } from './chatActivity.ts';

type Props = { activity: ChatActivity; before: ChatActivity | undefined; language: Language };

/** The day above its first message: the first of all, or the first of another day than the one before. */
export function DaySeparator({ activity: { timestamp }, before, language }: Props) {
  if (timestamp === undefined || dayOf(timestamp) === dayOf(before?.timestamp)) return null;
  return <p className="day">{dayInWords(new Date(timestamp), new Date(), language)}</p>;
}

function dayOf(timestamp: string | undefined): string | undefined {
  return timestamp && new Date(timestamp).toDateString();
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
