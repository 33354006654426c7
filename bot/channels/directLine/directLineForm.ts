import { seenAs } from '../../../kit/store/lookTogether.ts';
import type { EntityManager } from '../../../kit/store/query.ts';
import { instant } from '../../../kit/time.ts';
import type { ChannelForm } from '../../turn/channelForm.ts';
import type { ConversationReference } from '../../turn/conversationReference.ts';
import type { Content, Delivery } from '../../turn/delivery.ts';
import type { Appended, ConversationLog, KnownConversation } from './conversationLog.ts';
import { type BotAccount, type DirectLineActivity, echo, said } from './directLineActivity.ts';
import { activityId } from './directLineChannel.ts';
import type { Grant } from './tokens.ts';

type Surroundings = { conversationLog: ConversationLog; bot: BotAccount; now: () => Date };
type Posted = {
  content: Content;
  clientActivityId?: string | undefined;
  clientActivityID?: string | undefined;
};

/** How web chat shows a delivery and its answer: each as activities of its conversation, the echo first. */
export function directLineForm(
  { conversationLog, bot, now }: Surroundings,
  delivery: Delivery,
  { content, clientActivityId, clientActivityID }: Posted,
): ChannelForm<KnownConversation> {
  const { id } = delivery.reference.conversation;
  /** The number of the newest activity, as far as this turn has come. */
  let newest = 0;
  /** What is shown of the delivery itself, where anything is. */
  const echoed: DirectLineActivity[] = [];

  const adds = async (manager: EntityManager, seen: KnownConversation, appended: Appended) => {
    if (appended.from + appended.shown.length - 1 > seen.newest && seen.newest > 0)
      await conversationLog.touch(manager, id);
    if (appended.shown.length > 0) await conversationLog.append(manager, id, appended);
  };

  return {
    isRecovered: true,
    looks: seenAs(conversationLog.wanted(id), (row) => conversationLog.current(row)),
    completes,
    reads: () => content,

    arrives({ shown }, { isAgain }, seen) {
      newest = seen.newest;
      echoed.length = 0;
      if (isAgain || shown.what === 'arrives') return {};
      const number = ++newest;
      const { reference, locale } = completes(delivery, seen);
      echoed[0] = echo(reference, shown, { locale, clientActivityID })(number, now());
      return {
        receipt: activityId(id, number),
        write: (manager) =>
          conversationLog.append(manager, id, { from: number, shown: echoed, clientActivityId }),
        committed: () => conversationLog.tell(id, number),
      };
    },

    writes({ replies }, seen, { receipt }) {
      const { reference } = completes(delivery, seen);
      const from = newest + 1;
      newest += replies.length;
      const [last, at] = [newest, now()];
      const shown = replies.map((reply, place) =>
        said(reference, reply, { bot, replyToId: receipt })(from + place, at),
      );
      return {
        answer: receipt ?? '',
        write: (manager) => adds(manager, seen, { from, shown }),
        together: (manager) => {
          const all = { from: from - echoed.length, shown: [...echoed, ...shown] };
          return adds(manager, seen, { ...all, ...(echoed.length > 0 && { clientActivityId }) });
        },
        committed: () => conversationLog.tell(id, last),
      };
    },
  };
}

/**
 * How web chat shows the greeting of a conversation, which begins with it.
 * @param begun is called where it was not there before
 */
export function beginningForm(
  surroundings: Surroundings,
  delivery: Delivery,
  grant: Grant,
  begun: () => void,
): ChannelForm<KnownConversation> {
  const { conversationLog, now } = surroundings;
  const { conversationId: id, userId = null, locale = null } = grant;
  const form = directLineForm(surroundings, delivery, { content: { what: 'arrives' } });
  let isNew = false;
  return {
    ...form,
    looks: seenAs(conversationLog.wanted(id), (row) => {
      isNew = row === undefined;
      if (row) return conversationLog.current(row);
      const at = instant(now());
      return { id, userId, locale, createdAt: at, lastActivityAt: at, newest: 0 };
    }),
    arrives(...given) {
      const arrival = form.arrives?.(...given) ?? {};
      if (!isNew) return arrival;
      return { ...arrival, write: (manager) => conversationLog.begin(manager, grant), committed: begun };
    },
    writes(...given) {
      // The conversation begins before anything can be shown in it, so nothing is written together.
      const { together: _afterwards, ...answered } = form.writes(...given);
      return answered;
    },
  };
}

/** How a conversation ends: behind what is under way in it, and without a word. */
export function endingForm(surroundings: Surroundings, delivery: Delivery): ChannelForm<KnownConversation> {
  const { conversationLog } = surroundings;
  const { id } = delivery.reference.conversation;
  return {
    ...directLineForm(surroundings, delivery, { content: { what: 'arrives' } }),
    isRecovered: false,
    reads: () => ({ answer: '', write: (manager) => conversationLog.end(manager, id) }),
  };
}

/**
 * Completes a delivery: its user is the one who began the conversation, and its language is the page's where the
 * activity names none.
 */
function completes(delivery: Delivery, { id, userId, locale }: KnownConversation): Delivery {
  const reference: ConversationReference = { ...delivery.reference, user: userId ?? id };
  return { ...delivery, reference, locale: delivery.locale ?? locale ?? undefined };
}
