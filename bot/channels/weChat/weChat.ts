import type { Logger } from 'pino';
import { RequestLimit } from '../../../kit/http/requestLimit.ts';
import { loggedError } from '../../../kit/loggedError.ts';
import { seconds } from '../../../kit/time.ts';
import type { ChannelForm } from '../../turn/channelForm.ts';
import type { Content, Delivery } from '../../turn/delivery.ts';
import { messagesOf, type Reply } from '../../turn/reply.ts';
import type { Turns } from '../../turn/turns.ts';
import type { WeChatMessage } from './weChatMessage.ts';

export type WeChatDependencies = {
  turns: Pick<Turns<never>, 'takeSoon'>;
  /** A pseudonym for a follower, from which nobody can find the platform's own id. */
  pseudonym: (follower: string) => string;
  /** The sentence for when not even the database answers. */
  trouble: () => string;
  log: Logger;
};

/** The name of the channel in a conversation. */
export const weChatChannelId = 'thawline-wechat';
/** The platform waits five seconds and delivers a message twice more; each delivery waits for the same turn. */
const patience = { patience: 5 * seconds, longestWait: 12 * seconds };
/** The longest answer in bytes of UTF-8. */
const longestAnswer = 2_048;
const mostInAMinute = 60;

/**
 * Handles the messages of a WeChat official account: each request is answered with one text, and nothing else is sent.
 */
export class WeChat {
  readonly #parts: WeChatDependencies;
  readonly #limit = new RequestLimit(mostInAMinute);

  constructor(parts: WeChatDependencies) {
    this.#parts = parts;
  }

  /** @returns the text of the answer; undefined where there is none, or it was not ready in time */
  async receive(message: WeChatMessage): Promise<string | undefined> {
    const content = contentOf(message);
    if (content === undefined) return undefined;
    const { turns, trouble, log } = this.#parts;
    const delivery = this.#deliveryOf(message);
    const { id } = delivery.reference.conversation;
    try {
      await this.#limit.spend(id);
    } catch {
      log.warn({ conversation: id }, 'not answered: too many messages in a minute');
      return undefined;
    }
    try {
      const taken = await turns.takeSoon(delivery, formOf(content), patience);
      return 'answer' in taken ? taken.answer : undefined;
    } catch (error) {
      log.error({ err: loggedError(error), conversation: id }, 'a message was not answered');
      return trouble();
    }
  }

  #deliveryOf({ FromUserName, CreateTime, MsgId, Event = '' }: WeChatMessage): Delivery {
    const id = this.#parts.pseudonym(FromUserName);
    const reference = {
      ...{
        channelId: weChatChannelId,
        serviceUrl: 'urn:thawline:wechat',
        conversation: { id },
        user: id,
        bot: 'thawline',
      },
    };
    // An event has no id of its own; the platform identifies it by follower and time.
    return { reference, id: MsgId ?? `${id}:${CreateTime}:${Event}`, locale: 'zh-CN' };
  }
}

/** The content of a message; undefined where it needs no answer, for example when a follower has left. */
function contentOf({ MsgType, Content = '', Event, EventKey = '' }: WeChatMessage): Content | undefined {
  if (MsgType === 'text') return { what: 'words', text: Content };
  if (MsgType !== 'event') return { what: 'words', text: '', attached: true };
  if (Event === 'subscribe') return { what: 'arrives' };
  return Event === 'CLICK' ? { what: 'words', text: EventKey } : undefined;
}

function formOf(content: Content): ChannelForm<undefined> {
  return {
    isBroughtAgain: true,
    looks: async () => undefined,
    reads: () => content,
    writes: ({ replies }) => ({ answer: textOf(messagesOf(replies)) }),
  };
}

/**
 * The replies as one text, a line for each, with numbered choices. If it is too long, the oldest lines are left out,
 * never the question.
 */
function textOf(replies: readonly Reply[]): string {
  const choices = replies.at(-1)?.suggestedActions?.actions ?? [];
  const lines = choices.map(({ title }, place) => `${place + 1} ${title}`);
  const parts = [...replies.map(({ text = '' }) => text), lines.join('\n')].filter((part) => part !== '');
  while (parts.length > 1 && Buffer.byteLength(parts.join('\n')) > longestAnswer) parts.shift();
  const bytes = Buffer.from(parts.join('\n')).subarray(0, longestAnswer);
  return bytes.toString('utf8').replace(/\uFFFD+$/, '');
}
