import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChatWords } from '../../words/chatPage.ts';
import type { ChatActivity } from './chatActivity.ts';
import type { Comfort } from './comfort.ts';
import type { CustomerInput } from './transcript.ts';

/** The conversation as the parts of the page have it. */
export type Talk = {
  activities: readonly ChatActivity[];
  words: ChatWords;
  comfort: Comfort;
  /** Nothing can be given here any more. */
  isClosed: boolean;
  /** The service's time in milliseconds. */
  now: () => number;
  give(given: CustomerInput): void;
  again(activity: ChatActivity): void;
  /** Whether a message is being written. */
  hasDraft(): boolean;
  /** Leads the focus to where the next message is written; with a finger no keyboard comes up by that. */
  focusBox(): void;
  scrollToEnd(): void;
};

export const TalkContext = createContext<Talk | undefined>(undefined);

export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error('there is no conversation around this');
  return talk;
}
