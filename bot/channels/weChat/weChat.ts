import type { Logger } from 'pino';
import { RequestLimit } from '../../../kit/http/requestLimit.ts';
import { loggedError } from '../../../kit/loggedError.ts';
import { seconds } from '../../../kit/time.ts';
import type { ChannelForm } from '../../turn/channelForm.ts';
import type { Content, Delivery } from '../../turn/delivery.ts';
import { messagesOf, type Reply } from '../../turn/reply.ts';
import type { Turns } from '../../turn/turns.ts';
import type { WeChatMessage } from './weChatMessage.ts';

export type WeChatParts = {
  turns: Pick<Turns<never>, 'takeSoon'>;
  /** A name for a follower that tells nothing of the platform's own. */
  pseudonym: (follower: string) => string;
  /** What is said where not even the database answers. */
  trouble: string;
  log: Logger;
};

/** The channel's name in a conversation. */
export const channelId = 'thawline-wechat';
/** The platform waits five seconds and brings the message twice more: each time it waits for the same turn. */
const patience = { patience: 5 * seconds, longestWait: 12 * seconds };
/** Bytes of UTF-8 that an answer may have. */
const longestAnswer = 2_048;
const mostInAMinute = 60;

/** A WeChat official account: one text goes back with each request, and nothing else goes out. */
export class WeChat {
  readonly #parts: WeChatParts;
  readonly #limit = new RequestLimit(mostInAMinute);

  constructor(parts: WeChatParts) {
    this.#parts = parts;
  }

  /** @returns the text that goes back; undefined where none does, or it was not there in time */
  async receive(message: WeChatMessage): Promise<string | undefined> {
    const content = contentOf(message);
    if (content === undefined) return undefined;
    const { turns, trouble, log } = this.#parts;
    const delivery = this.#deliveryOf(message);
    const { id } = delivery.reference.conversation;
    try {
      await this.#limit.spend(id);
    } catch {
      log.warn({ conversation: id }, 'more messages in a minute than anybody writes');
      return undefined;
    }
    try {
      const taken = await turns.takeSoon(delivery, formOf(content), patience);
      return 'answer' in taken ? taken.answer : undefined;
    } catch (error) {
      log.error({ err: loggedError(error), conversation: id }, 'a message was not answered');
      return trouble;
    }
  }

  #deliveryOf({ FromUserName, CreateTime, MsgId, Event = '' }: WeChatMessage): Delivery {
    const id = this.#parts.pseudonym(FromUserName);
    const reference = {
      ...{ channelId, serviceUrl: 'urn:thawline:wechat', conversation: { id }, user: id, bot: 'thawline' },
    };
    // An event has no id of its own: the platform names it by follower and time.
    return { reference, id: MsgId ?? `${id}:${CreateTime}:${Event}`, locale: 'zh-CN' };
  }
}

/** What a message says; undefined where nothing is answered to it, such as that a follower has left. */
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

/** All that was said, a line each, the choices as numbers. Where it is too long the oldest goes, never the question. */
function textOf(replies: readonly Reply[]): string {
  const choices = replies.at(-1)?.suggestedActions?.actions ?? [];
  const lines = choices.map(({ title }, place) => `${place + 1} ${title}`);
  const parts = [...replies.map(({ text = '' }) => text), lines.join('\n')].filter((part) => part !== '');
  while (parts.length > 1 && Buffer.byteLength(parts.join('\n')) > longestAnswer) parts.shift();
  const bytes = Buffer.from(parts.join('\n')).subarray(0, longestAnswer);
  return bytes.toString('utf8').replace(/\uFFFD+$/, '');
}
