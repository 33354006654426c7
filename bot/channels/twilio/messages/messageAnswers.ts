import type { EntityManager } from 'typeorm';
import type { Clock } from '../../../../services/contract/time.ts';
import type { Store } from '../../../../services/store/store.ts';
import type { TurnLease } from '../../../turns/turnLease.ts';
import { type AskedHandler, type SealedActivity, wishes } from '../../conversationHandler.ts';
import { answered } from './answers.ts';
import { type Choice, chosenIn } from './choices.ts';
import { type Keyword, keywordOf } from './keywords.ts';
import { type Begun, type InTurn, MessageLog, type Thread } from './messageLog.ts';
import type { MessageMetrics } from './messageMetrics.ts';
import type { IncomingMessage } from './messageRequest.ts';
import type { MessageSentences } from './messageSentences.ts';
import { type Handled, MessageTurns, type Said, type TurnInput } from './messageTurn.ts';
import type { Sender } from './sender.ts';
import { messagesTwiml } from './twiml.ts';
import { statusAddress } from './words.ts';

export type MessageAnswersParts = {
  store: Store;
  handler: AskedHandler;
  sentences: MessageSentences;
  clock: Clock;
  publicUrl: () => string;
  metrics: Pick<MessageMetrics, 'sent'>;
};

/** A message with who wrote it; `id` is the conversation's. */
export type Received = { id: string; form: IncomingMessage; sender: Sender };

/** The texts of an answer, and how it leaves its thread. */
type Answer = { texts: readonly string[]; left: Thread };

/** Keeps the answer with whatever else the turn has done. */
type Keep = (manager: EntityManager, answer: Answer) => Promise<void>;

/**
 * What a message is answered with. The answer is kept in one transaction with the state of the conversation, so that a
 * message is either answered or has its turn once more; what must happen once at the bank, the processor sees to.
 */
export class MessageAnswers {
  readonly #parts: MessageAnswersParts;
  readonly #messageLog: MessageLog;
  readonly #turns: MessageTurns;

  constructor(parts: MessageAnswersParts) {
    this.#parts = parts;
    this.#messageLog = new MessageLog(parts);
    this.#turns = new MessageTurns(parts);
  }

  /** Does what is urgent in a message outside of its turn. @returns whether it is to have a turn too */
  async heed(received: Received): Promise<boolean> {
    const isUrgent = this.#parts.handler.isUrgent(wordsOf(received.form));
    return isUrgent && this.#turns.heed(said(received, inputOf(received.form, [])));
  }

  /**
   * The turn of a message. @returns TwiML, the same for each delivery
   * @throws TurnLost
   */
  async answer(received: Received, lease: TurnLease): Promise<string> {
    const { id, form, sender } = received;
    const inTurn: InTurn = { thread: id, messageSid: form.MessageSid, lease };
    const begun = await this.#messageLog.begin(inTurn);
    if (begun.state === 'answered') return begun.answer;
    const isUrgent = this.#parts.handler.isUrgent(wordsOf(form));
    const isKeyword = keywordOf(form) !== undefined;
    if (begun.missed !== undefined && !begun.thread.stopped && !isKeyword && !isUrgent) {
      return this.#late(inTurn, begun.missed, begun.thread);
    }
    const kept = { answer: '', texts: [] as readonly string[] };
    const keep: Keep = async (manager, { texts, left }) => {
      kept.answer = await this.#messageLog.keep(manager, inTurn, this.write(texts), left);
      kept.texts = texts;
    };
    const open = await this.#handle(received, { ...begun, isUrgent }, keep);
    if (open) await this.#parts.store.transaction((manager) => keep(manager, open));
    this.#parts.metrics.sent(kept.texts, sender);
    return kept.answer;
  }

  /**
   * The customer has not heard where the conversation stands: the words were meant for somewhere else, and what they
   * hold is not known.
   */
  async #late(inTurn: InTurn, missed: string, thread: Thread): Promise<string> {
    await this.#messageLog.queueRedaction(inTurn.messageSid);
    return this.#parts.store.transaction((manager) => this.#messageLog.keep(manager, inTurn, missed, thread));
  }

  /** TwiML of an answer. */
  write(texts: readonly string[]): string {
    return messagesTwiml(texts, `${this.#parts.publicUrl()}${statusAddress}`);
  }

  /** What is urgent is handled whatever else the message means. @returns what is not kept yet, since it has no state to be kept with */
  async #handle(
    received: Received,
    { thread, isOvertaken, isUrgent }: Begun & { state: 'begun' } & { isUrgent: boolean },
    keep: Keep,
  ): Promise<Answer | undefined> {
    const { form, sender } = received;
    const keyword = keywordOf(form);
    const optedOut = keyword === 'stop' || (thread.stopped && keyword !== 'start');
    const input = isUrgent ? inputOf(form, thread.choices) : inputFor(keyword, form, thread.choices);
    if (input === undefined) return { texts: [], left: stopped };
    const sealed = await this.#seal(received, input, isOvertaken);
    if (optedOut && !isUrgent) return { texts: [], left: thread };
    const answerOf = (handled: Handled): Answer => {
      if (optedOut) return { texts: [], left: stopped };
      const turned = { sender, ...handled, held: sealed.held, help: keyword === 'help' };
      const { texts, choices } = answered(turned, this.#parts.sentences);
      return { texts, left: { choices, stopped: false } };
    };
    // What it was said to has gone: a "1" or a secret in it must not be taken for the answer to something else.
    const isPast = isOvertaken && !isUrgent;
    const heard = isPast ? await this.#turns.seal(said(received, { wish: wishes.repeat })) : sealed;
    const keeps = (manager: EntityManager, handled: Handled) => keep(manager, answerOf(handled));
    const open = await this.#turns.handle(heard, keeps, { optedOut });
    return open && answerOf(open);
  }

  /**
   * What cannot be sealed may be a secret, and so may what was said to a question that has gone: better a message
   * blanked in vain than a password left lying.
   */
  async #seal(received: Received, input: TurnInput, isOvertaken: boolean): Promise<SealedActivity> {
    const { MessageSid, NumMedia } = received.form;
    try {
      const sealed = await this.#turns.seal(said(received, input));
      // A picture may be one of a document.
      if (isOvertaken || sealed.held || NumMedia > 0) await this.#messageLog.queueRedaction(MessageSid);
      return sealed;
    } catch (error) {
      await this.#messageLog.queueRedaction(MessageSid);
      throw error;
    }
  }
}

function said({ id: conversationId, form, sender }: Received, input: TurnInput): Said {
  return { id: form.MessageSid, conversationId, sender, input };
}

/** How STOP leaves a thread. */
const stopped: Thread = { choices: [], stopped: true };

/** What the carrier's keywords are in the conversation, beside what they mean outside it; STOP is nothing there. */
const keywordInputs: Record<Keyword, TurnInput | undefined> = {
  stop: undefined,
  start: 'arrives',
  help: { text: 'help' },
};

function inputFor(
  keyword: Keyword | undefined,
  form: IncomingMessage,
  choices: readonly Choice[],
): TurnInput | undefined {
  return keyword ? keywordInputs[keyword] : inputOf(form, choices);
}

/** What the customer wrote, or the words of the button that they tapped. */
function wordsOf({ Body, ButtonText }: Pick<IncomingMessage, 'Body' | 'ButtonText'>): string {
  return ButtonText || Body;
}

/** A tapped button is the choice that it stands for; a number is one where it was offered. */
function inputOf(form: IncomingMessage, choices: readonly Choice[]): TurnInput {
  const { ButtonPayload } = form;
  const tapped = chosenIn(ButtonPayload, choices);
  const text = tapped === ButtonPayload ? chosenIn(wordsOf(form), choices) : tapped;
  return text.trim() === '' ? 'noWords' : { text };
}
