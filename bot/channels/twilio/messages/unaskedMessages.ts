import { UnfreezeError } from '../../../../kit/errors.ts';
import { type Clock, instant, later, minutes } from '../../../../kit/time.ts';
import type { ChannelForm } from '../../../turn/channelForm.ts';
import type { ConversationReference, ReachingChannel } from '../../../turn/conversationReference.ts';
import type { Delivery } from '../../../turn/delivery.ts';
import type { Turns } from '../../../turn/turns.ts';
import { messageAnswer } from './answers.ts';
import { type ChannelId, channelIds } from './messageChannels.ts';
import { MessageLog, type SeenThread } from './messageLog.ts';
import type { MessageSentences } from './messageSentences.ts';
import { type Sender, senderOf } from './sender.ts';

/** One text on its way out, to a number of a channel. */
export type OutgoingText = { channelId: ChannelId; to: string; body: string };

/** Sends texts that answer no message of the customer's. */
export interface TextSender {
  /** @throws TextRefused where no second try will mend it; whatever else may be tried again */
  send(text: OutgoingText): Promise<void>;
  /** Whether such a text has gone out since that moment. It is asked where this process cannot know. */
  hasSent(text: OutgoingText, since: Date): Promise<boolean>;
}

/** The customer has said STOP, the number is none, or the channel's window is over. */
export class TextRefused extends Error {}

type UnaskedMessagesDependencies<Found> = {
  turns: Pick<Turns<Found>, 'tell'>;
  texts: TextSender;
  sentences: MessageSentences;
  clock: Clock;
};

/** A text that was sent by a process which died before it could write that down went out within this. */
const inDoubtFor = 30 * minutes;

/** Turns of SMS and WhatsApp that the bot begins, as where a person of the bank writes: the texts go out through the carrier. */
export class UnaskedMessages<Found> implements ReachingChannel<Found> {
  readonly #parts: UnaskedMessagesDependencies<Found>;
  readonly #log: MessageLog;

  constructor(parts: UnaskedMessagesDependencies<Found>) {
    this.#parts = parts;
    this.#log = new MessageLog(parts);
  }

  reaches(channelId: string): boolean {
    return Object.values<string>(channelIds).includes(channelId);
  }

  /** @throws UnfreezeError `conversationUnknown` where nothing may be sent there (any more) */
  async tells(reference: ConversationReference, id: string, found: Found, phone?: string): Promise<void> {
    if (phone === undefined) throw new UnfreezeError('conversationUnknown', 'no number to write to');
    const sender = senderOf(reference.channelId === channelIds.whatsApp ? `whatsapp:${phone}` : phone);
    const delivery: Delivery = { reference, id, locale: sender.locale, phone };
    try {
      await this.#parts.turns.tell(delivery, found, this.#form(delivery, sender));
    } catch (error) {
      if (!(error instanceof TextRefused)) throw error;
      throw new UnfreezeError('conversationUnknown', 'the carrier takes no text to it', { cause: error });
    }
  }

  #form({ reference }: Delivery, sender: Sender): ChannelForm<SeenThread> {
    const { texts, sentences, clock } = this.#parts;
    const { id } = reference.conversation;
    const { channelId, address: to } = sender;
    /** Whether this process has just made the answer: only then nothing of it can have gone out. */
    let isFresh = false;
    return {
      looks: async (manager) => {
        const thread = await this.#log.find(manager, id, channelId);
        if (thread.stopped) throw new UnfreezeError('conversationUnknown', 'the number has said STOP');
        return thread;
      },
      reads: () => ({ what: 'words', text: '' }),
      writes: ({ replies, expects }, thread) => {
        isFresh = true;
        const turned = { sender, replies, expects, held: undefined, help: false };
        const { texts: made, choices } = messageAnswer(turned, sentences);
        return {
          answer: JSON.stringify(made),
          write: (manager) =>
            this.#log.keep(manager, { thread: id, messageSid: '' }, { choices, stopped: false }, thread),
        };
      },
      async sends(answer, from, sent) {
        const all: string[] = JSON.parse(answer);
        for (const [place, body] of all.entries()) {
          if (place < from) continue;
          const text = { channelId, to, body };
          const since = new Date(instant(later(clock(), -inDoubtFor)));
          const isInDoubt = !isFresh && place === from;
          if (!(isInDoubt && (await texts.hasSent(text, since)))) await texts.send(text);
          await sent(place + 1);
        }
      },
    };
  }
}
