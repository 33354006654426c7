import type { Language } from '../../kit/language.ts';
import { channelName } from '../../services/contract/channelName.ts';
import { channels } from '../../services/contract/channels.ts';
import { longestBound } from '../../services/contract/timesTaken.ts';
import type { OperatorWords } from '../../words/operatorPage.ts';

const known = (words: object, name: string): string => (words as Record<string, string>)[name] ?? name;

/** What a name of the events or of the cards is called on the page; one that nobody has named stands as it is. */
export const named = {
  step: ({ stepNames }: OperatorWords, step: string): string => known(stepNames, step),
  reasons: ({ reasons }: OperatorWords, written: string): string =>
    written
      .split('+')
      .map((one) => known(reasons, one))
      .join(' + '),
  message: ({ messageKinds }: OperatorWords, kind: string): string => known(messageKinds, kind),
  /** What a second person is asked for. */
  work: (words: OperatorWords, work: string): string =>
    known({ release: words.release, lift: words.lift, resend: words.resend, settle: words.settle }, work),
  channel: (language: Language, channel: string): string => {
    const one = channels.find((each) => each === channel);
    return one === undefined ? channel : channelName(language, one);
  },
};

export function shortTime(language: Language, at: string): string {
  const style = {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(at));
}

/** Numbers as a reader writes them; a dash where there is nothing to count. */
export const figure = {
  share: (share: number | undefined): string => (share === undefined ? '–' : `${Math.round(100 * share)} %`),
  /** The time within which something was over. */
  time: (language: Language, seconds: number | undefined): string => {
    if (seconds === undefined) return '–';
    const isOver = seconds === Number.POSITIVE_INFINITY;
    const [per, unit] = units.find(([least]) => (isOver ? longestBound : seconds) >= least) ?? units[0];
    const value = (isOver ? longestBound : seconds) / per;
    const written = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
    return `${isOver ? '>' : '≤'} ${written.format(value)}`;
  },
};

const units = [
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
  [0.001, 'millisecond'],
] as const;
