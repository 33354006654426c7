import type { ChannelForm } from '../../turn/channelForm.ts';
import type { Content, Delivery } from '../../turn/delivery.ts';
import type { ConversationLog } from './conversationLog.ts';
import { type BotAccount, echo, said } from './directLineActivity.ts';
import { activityId } from './words.ts';

type Posted = {
  content: Content;
  clientActivityId?: string | undefined;
  clientActivityID?: string | undefined;
  /** Told that the activity was taken, with its id, once that is certain. */
  taken?: (id: string) => void;
};

/** How web chat shows a delivery and its answer: each as activities of its conversation, the echo first. */
export function directLineForm(
  { conversationLog, bot }: { conversationLog: ConversationLog; bot: BotAccount },
  { reference, locale }: Delivery,
  { content, clientActivityId, clientActivityID, taken = () => {} }: Posted,
): ChannelForm<undefined> {
  const { id } = reference.conversation;
  return {
    isRecovered: true,
    looks: async () => undefined,
    reads: () => content,

    async arrives(manager, { shown }, { isAgain }) {
      if (isAgain || shown.what === 'arrives') return {};
      const completed = echo(reference, shown, { locale, clientActivityID });
      const { last } = await conversationLog.append(manager, id, [completed], clientActivityId);
      const receipt = activityId(id, last);
      return {
        receipt,
        committed: () => {
          taken(receipt);
          conversationLog.tell(id, last);
        },
      };
    },

    writes({ replies }, _seen, { receipt }) {
      if (replies.length === 0) return { answer: receipt ?? '' };
      const completed = replies.map((reply) => said(reference, reply, { bot, replyToId: receipt }));
      let newest = 0;
      return {
        answer: receipt ?? '',
        write: async (manager) => {
          newest = (await conversationLog.append(manager, id, completed)).last;
        },
        committed: () => conversationLog.tell(id, newest),
      };
    },
  };
}
