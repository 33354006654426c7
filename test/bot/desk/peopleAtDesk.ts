import pino from 'pino';
import { Desk } from '../../../bot/desk/desk.ts';
import { DeskWatch } from '../../../bot/desk/deskWatch.ts';
import { HandoffQueue } from '../../../bot/desk/handoffQueue.ts';
import { WaitingRoom } from '../../../bot/desk/waitingRoom.ts';
import { forStaff } from '../../../bot/terminal/transcript.ts';
import type { ReplyMark } from '../../../bot/turn/reply.ts';
import type { AgentHours } from '../../../dialogs/state/agentHours.ts';
import type { Store } from '../../../kit/store/store.ts';
import { deskAnswers } from '../../../words/deskAnswers.ts';
import type { TestBank } from '../../services/testBank.ts';
import { testKey } from '../../testKey.ts';
import { webChatBot } from '../webChatBot.ts';

const secret = () => [testKey(7)];
let conversations = 0;

/** `tells`: what an agent does is told at once, and not at the next look. */
type Options = { agentHours?: AgentHours; tells?: boolean };

/** A bot with its desk as each process has them: nothing is shown between two but the database. */
export function botWithDesk(bank: TestBank, store: Store, { agentHours, tells = false }: Options = {}) {
  const clock = bank.now;
  const log = pino({ level: 'silent' });
  const queue = new HandoffQueue({ store, clock, secret });
  const reachable = new Set(['directline']);
  const persons = new WaitingRoom({ store, queue, reachable, secret, masked: forStaff, clock });
  const { directLine, tokens } = webChatBot({ bank, store, log, persons, ...(agentHours && { agentHours }) });
  const watch = new DeskWatch({ store, secret, channels: [directLine], clock, log });
  const tellSoon = () => void watch.round();
  const desk = new Desk({ store, clock, masked: forStaff, answers: deskAnswers, ...(tells && { tellSoon }) });
  return { directLine, tokens, queue, desk, watch };
}
export type BotWithDesk = ReturnType<typeof botWithDesk>;

/** A customer in web chat, in a conversation of their own. */
export async function customer(
  { directLine }: Pick<BotWithDesk, 'directLine'>,
  { locale = 'en-US', network }: { locale?: string | undefined; network?: string } = {},
) {
  const conversationId = `with people ${++conversations}`;
  const grant = { conversationId, userId: 'dl_1', locale };
  await directLine.start(grant, '');
  let seen = 0;

  const posts = (body: object) => directLine.post(grant, conversationId, body, network);
  const says = (text: string) => posts({ type: 'message', text });

  /** What the bot and people have said since this was asked last: the ids of sentences, and people's own words. */
  async function heard(): Promise<string[]> {
    const { activities } = await directLine.activities(grant, conversationId, '');
    const news = activities.slice(seen);
    seen = activities.length;
    return news.flatMap(({ channelData = {}, text }) => {
      const { messageId } = ('thawline' in channelData ? channelData.thawline : {}) as ReplyMark;
      if (messageId === undefined || messageId === 'handoff.initiate') return [];
      return messageId === 'person.says' ? [text ?? ''] : [messageId];
    });
  }
  /** All that was written in the conversation. */
  async function written(): Promise<string> {
    const { activities } = await directLine.activities(grant, conversationId, '');
    return activities.map(({ text }) => text ?? '').join(' | ');
  }
  await heard();
  return { conversationId, posts, says, heard, written };
}
