import type { Write } from '../../../../kit/store/unitOfWork.ts';
import type { Answered, ChannelForm } from '../../../turn/channelForm.ts';
import type { Content } from '../../../turn/delivery.ts';
import type { Urgency } from '../../../turn/terminal.ts';
import { messageAnswer } from './answers.ts';
import { chosenIn, type NumberedChoice } from './choices.ts';
import { type Keyword, keywordOf } from './keywords.ts';
import type { MessageLog, MessageThread, SeenThread } from './messageLog.ts';
import type { MessageMetrics } from './messageMetrics.ts';
import type { IncomingMessage } from './messageRequest.ts';
import type { MessageSentences } from './messageSentences.ts';
import type { Sender } from './sender.ts';

/** A message and its sender; `id` is the id of the conversation. */
export type Received = { id: string; form: IncomingMessage; sender: Sender };

type Surroundings = {
  messageLog: MessageLog;
  sentences: MessageSentences;
  metrics: Pick<MessageMetrics, 'sent'>;
  urgency: Pick<Urgency, 'soundsUrgent'>;
  /** Whether this message must be handled in any case, because it is urgent. */
  isUrgent: boolean;
  /** Writes an answer as TwiML. */
  write: (texts: readonly string[]) => string;
};

/**
 * Reads a message and writes its answer. If a message may hold a secret it is blanked at the provider, even if that
 * turns out to be unnecessary.
 */
export function messageForm(
  { messageLog, sentences, metrics, urgency, isUrgent, write }: Surroundings,
  { id, form, sender }: Received,
): ChannelForm<SeenThread> {
  const { MessageSid, NumMedia } = form;
  const keyword = keywordOf(form);
  const inThread = { thread: id, messageSid: MessageSid };
  /** Whether a blanking was queued in case nobody looks at this message. */
  let isFeared = false;
  /** Used for a message that was looked at and holds no secret: cancels that blanking. */
  const harmless: Write = async (manager) => {
    if (isFeared) await messageLog.dismissFear(manager, MessageSid);
  };
  /** The answer to a message that is not read; its text is blanked, since nobody looked for secrets in it. */
  const unread = (answer: string, left: MessageThread, seen: SeenThread): Answered => ({
    answer,
    write: async (manager) => {
      await messageLog.holds(manager, MessageSid);
      await messageLog.keep(manager, inThread, left, seen);
    },
  });

  return {
    isBroughtAgain: true,
    looks: (manager) => messageLog.find(manager, id, sender.channelId),

    reads(thread) {
      const { choices, stopped, missed } = thread;
      const cannotBeAsked = stopped && keyword === undefined;
      if (isUrgent || (cannotBeAsked && urgency.soundsUrgent(textOfMessage(form))))
        return { urgent: contentOf(form, choices), optedOut: optsOut(keyword, thread) };
      if (keyword === 'stop') {
        return {
          answer: write([]),
          write: async (manager) => {
            await harmless(manager);
            await messageLog.keep(manager, inThread, stoppedThread, thread);
          },
        };
      }
      // The customer missed the last answer, so these words were meant for an earlier point of the conversation. They
      // hear that answer instead.
      if (missed !== undefined && !stopped && keyword === undefined) {
        return unread(missed, { choices, stopped }, thread);
      }
      if (optsOut(keyword, thread)) return unread(write([]), { choices, stopped }, thread);
      return keyword ? keywordContents[keyword] : contentOf(form, choices);
    },

    async waits(manager) {
      isFeared = true;
      await messageLog.fearLoss(manager, MessageSid);
    },

    arrives({ held }, { isOvertaken }) {
      // A picture may show a document.
      const mustGo = isOvertaken || held !== undefined || NumMedia > 0;
      return mustGo
        ? { write: (manager) => messageLog.holds(manager, MessageSid), comesFirst: true }
        : { write: harmless };
    },

    writes({ replies, expects }, thread, { held }) {
      if (optsOut(keyword, thread)) {
        return {
          answer: write([]),
          write: (manager) => messageLog.keep(manager, inThread, stoppedThread, thread),
        };
      }
      const turned = { sender, replies, expects, held, help: keyword === 'help' };
      const { texts, choices } = messageAnswer(turned, sentences);
      return {
        answer: write(texts),
        write: (manager) => messageLog.keep(manager, inThread, { choices, stopped: false }, thread),
        committed: () => metrics.sent(texts, sender),
      };
    },
  };
}

/** The state of a thread after STOP. */
const stoppedThread: MessageThread = { choices: [], stopped: true };

/** Whether the customer gets no answer: this message says STOP, or an earlier one did and this one is not START. */
function optsOut(keyword: Keyword | undefined, { stopped }: MessageThread): boolean {
  return keyword === 'stop' || (stopped && keyword !== 'start');
}

/** The meaning of the carrier's keywords within the conversation, beside their meaning for the carrier. */
const keywordContents: Record<'start' | 'help', Content> = {
  start: { what: 'arrives' },
  help: { what: 'words', text: 'help' },
};

/** The customer's text, or the text of the button that they tapped. */
export function textOfMessage({ Body, ButtonText }: Pick<IncomingMessage, 'Body' | 'ButtonText'>): string {
  return ButtonText || Body;
}

/** The content for the conversation: the choice of a tapped button, the choice of an offered number, or the words. */
function contentOf(form: IncomingMessage, choices: readonly NumberedChoice[]): Content {
  const { ButtonPayload } = form;
  const tapped = chosenIn(ButtonPayload, choices);
  const text = tapped === ButtonPayload ? chosenIn(textOfMessage(form), choices) : tapped;
  // For a picture or a place only its arrival is reported; it is never fetched.
  return text.trim() === '' ? { what: 'words', text: '', attached: true } : { what: 'words', text };
}
