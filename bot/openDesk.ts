import type { Logger } from 'pino';
import type { Brand } from '../brand/brand.ts';
import type { Heard } from '../dialogs/understanding/heard.ts';
import type { RotatingSecret } from '../kit/rotatingSecret.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { channelIds } from './channels/twilio/messages/messageChannels.ts';
import { voiceChannelId } from './channels/twilio/voice/voiceChannel.ts';
import { AgentLines, type Telephones } from './desk/agentLines.ts';
import type { ChatwootInbox } from './desk/chatwoot/chatwootSettings.ts';
import { Desk } from './desk/desk.ts';
import { DeskWatch } from './desk/deskWatch.ts';
import { HandoffQueue } from './desk/handoffQueue.ts';
import { WaitingRoom } from './desk/waitingRoom.ts';
import { deskAnswersOf } from './deskRoutes.ts';
import { openChatwoot } from './openChatwoot.ts';
import { reachableChannels } from './reachableChannels.ts';
import { forStaff } from './terminal/transcript.ts';
import type { ReachingChannel } from './turn/conversationReference.ts';

type OpenDeskOptions = {
  isOn: boolean;
  store: Store;
  secret: RotatingSecret;
  /** Whether the carrier can be asked: for texts that answer none, and for calls that are taken to a person. */
  reachesCarrier: boolean;
  telephones: Telephones;
  /** A Chatwoot of the bank that is the desk too. */
  chatwoot: ChatwootInbox | undefined;
  brand: Brand;
  clock: Clock;
  log: Logger;
};

/** Opens the desk: where cases go, and, where it is on, the people who answer in the conversation itself. */
export function openDesk({ isOn, reachesCarrier, chatwoot: at, brand, ...parts }: OpenDeskOptions) {
  const queue = new HandoffQueue(parts);
  const off = { persons: undefined, desk: undefined, lines: undefined, routes: [] };
  if (!isOn) return { queue, ...off, startTelling: () => () => {} };
  const overCarrier = [...Object.values<string>(channelIds), voiceChannelId];
  const reachable = new Set([...reachableChannels, ...(reachesCarrier ? overCarrier : [])]);
  const persons = new WaitingRoom({ ...parts, queue, reachable, masked: forStaff });
  let watch: DeskWatch | undefined;
  const tellSoon = () => void watch?.round();
  const desk = new Desk({ ...parts, answers: deskAnswersOf(brand), masked: forStaff, tellSoon });
  const chatwoot = at && openChatwoot({ ...parts, at, desk, brand });
  return {
    queue,
    persons,
    lines: reachesCarrier ? new AgentLines({ ...parts, tellSoon }) : undefined,
    desk,
    routes: chatwoot ? [chatwoot.routes] : [],
    /** @returns a function that stops it */
    startTelling(channels: readonly ReachingChannel<Heard>[]): () => void {
      watch = new DeskWatch({ ...parts, channels });
      const stops = [watch.start(), chatwoot?.cases.start()];
      return () => {
        for (const stop of stops) stop?.();
      };
    },
  };
}
