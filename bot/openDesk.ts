import type { Logger } from 'pino';
import type { Heard } from '../dialogs/understanding/heard.ts';
import type { Language } from '../kit/language.ts';
import type { RotatingSecret } from '../kit/rotatingSecret.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { channelIds } from './channels/twilio/messages/messageChannels.ts';
import { Desk } from './desk/desk.ts';
import { DeskWatch } from './desk/deskWatch.ts';
import { HandoffQueue } from './desk/handoffQueue.ts';
import { WaitingRoom } from './desk/waitingRoom.ts';
import { reachableChannels } from './reachableChannels.ts';
import { forStaff } from './terminal/transcript.ts';
import type { ReachingChannel } from './turn/conversationReference.ts';

type OpenDeskOptions = {
  isOn: boolean;
  store: Store;
  secret: RotatingSecret;
  /** Whether texts can be sent that answer none. */
  sendsTexts: boolean;
  /** The canned answers of agents, by their ids. */
  answers: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  clock: Clock;
  log: Logger;
};

/** Opens the desk: where cases go, and, where it is on, the people who answer in the conversation itself. */
export function openDesk({ isOn, sendsTexts, ...parts }: OpenDeskOptions) {
  const queue = new HandoffQueue(parts);
  if (!isOn) return { queue, persons: undefined, desk: undefined, startTelling: () => () => {} };
  const reachable = new Set([...reachableChannels, ...(sendsTexts ? Object.values<string>(channelIds) : [])]);
  const persons = new WaitingRoom({ ...parts, queue, reachable, masked: forStaff });
  let watch: DeskWatch | undefined;
  const tellSoon = () => void watch?.round();
  return {
    queue,
    persons,
    desk: new Desk({ ...parts, masked: forStaff, tellSoon }),
    /** @returns a function that stops it */
    startTelling(channels: readonly ReachingChannel<Heard>[]): () => void {
      watch = new DeskWatch({ ...parts, channels });
      return watch.start();
    },
  };
}
