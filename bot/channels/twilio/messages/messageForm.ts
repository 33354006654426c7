import type { Write } from '../../../../kit/store/unitOfWork.ts';
import type { Answered, ChannelForm } from '../../../turn/channelForm.ts';
import type { Content } from '../../../turn/delivery.ts';
import type { Urgency } from '../../../turn/terminal.ts';
import { answered } from './answers.ts';
import { type Choice, chosenIn } from './choices.ts';
import { type Keyword, keywordOf } from './keywords.ts';
import type { MessageLog, SeenThread, Thread } from './messageLog.ts';
import type { MessageMetrics } from './messageMetrics.ts';
import type { IncomingMessage } from './messageRequest.ts';
import type { MessageSentences } from './messageSentences.ts';
import type { Sender } from './sender.ts';

/** A message with who wrote it; `id` is the conversation's. */
export type Received = { id: string; form: IncomingMessage; sender: Sender };

type Surroundings = {
  messageLog: MessageLog;
  sentences: MessageSentences;
  metrics: Pick<MessageMetrics, 'sent'>;
  urgency: Pick<Urgency, 'soundsUrgent'>;
  /** Whether this message must be heard whatever else it is. */
  isUrgent: boolean;
  /** TwiML of an answer. */
  write: (texts: readonly string[]) => string;
};

/** How a message is read and answered. What may hold a secret is blanked at the provider, better in vain than not. */
export function messageForm(
  { messageLog, sentences, metrics, urgency, isUrgent, write }: Surroundings,
  { id, form, sender }: Received,
): ChannelForm<SeenThread> {
  const { MessageSid, NumMedia } = form;
  const keyword = keywordOf(form);
  const inThread = { thread: id, messageSid: MessageSid };
  /** Whether it is written down that nobody may have looked at it. */
  let isFeared = false;
  /** It holds nothing that must go. */
  const harmless: Write = async (manager) => {
    if (isFeared) await messageLog.dismissFear(manager, MessageSid);
  };
  /** What this message holds is not looked at, so that it is blanked. */
  const unread = (answer: string, left: Thread, seen: SeenThread): Answered => ({
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
      if (isUrgent || (cannotBeAsked && urgency.soundsUrgent(wordsOf(form))))
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
      // The customer has not heard where the conversation stands: the words were meant for somewhere else.
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
      // A picture may be one of a document.
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
      const { texts, choices } = answered(turned, sentences);
      return {
        answer: write(texts),
        write: (manager) => messageLog.keep(manager, inThread, { choices, stopped: false }, thread),
        committed: () => metrics.sent(texts, sender),
      };
    },
  };
}

/** How STOP leaves a thread. */
const stoppedThread: Thread = { choices: [], stopped: true };

/** Whether the customer is sent nothing: they say STOP now, or have said it and do not take it back. */
function optsOut(keyword: Keyword | undefined, { stopped }: Thread): boolean {
  return keyword === 'stop' || (stopped && keyword !== 'start');
}

/** What the carrier's keywords are in the conversation, beside what they mean outside it. */
const keywordContents: Record<'start' | 'help', Content> = {
  start: { what: 'arrives' },
  help: { what: 'words', text: 'help' },
};

/** What the customer wrote, or the words of the button that they tapped. */
export function wordsOf({ Body, ButtonText }: Pick<IncomingMessage, 'Body' | 'ButtonText'>): string {
  return ButtonText || Body;
}

/** A tapped button is the choice that it stands for; a number is one where it was offered. */
function contentOf(form: IncomingMessage, choices: readonly Choice[]): Content {
  const { ButtonPayload } = form;
  const tapped = chosenIn(ButtonPayload, choices);
  const text = tapped === ButtonPayload ? chosenIn(wordsOf(form), choices) : tapped;
  // Only that something came is told: pictures and places are never fetched.
  return text.trim() === '' ? { what: 'words', text: '', attached: true } : { what: 'words', text };
}
