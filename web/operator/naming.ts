import type { Language } from '../../kit/language.ts';
import { channelName } from '../../services/contract/channelName.ts';
import { channels } from '../../services/contract/channels.ts';
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
