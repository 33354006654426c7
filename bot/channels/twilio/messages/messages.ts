import AsyncLock from 'async-lock';
import type { Logger } from 'pino';
import { RequestLimit } from '../../../../kit/http/requestLimit.ts';
import { loggedError } from '../../../../kit/loggedError.ts';
import { soon } from '../../../../kit/soon.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, seconds } from '../../../../kit/time.ts';
import type { Delivery } from '../../../turn/delivery.ts';
import type { Urgency } from '../../../turn/terminal.ts';
import type { Turns } from '../../../turn/turns.ts';
import type { AnswerCeilings } from './answerCeilings.ts';
import { troubled } from './answers.ts';
import { keywordOf } from './keywords.ts';
import { messageForm, type Received, wordsOf } from './messageForm.ts';
import { MessageLog } from './messageLog.ts';
import type { MessageMetrics } from './messageMetrics.ts';
import type { IncomingMessage } from './messageRequest.ts';
import type { MessageSentences } from './messageSentences.ts';
import { OutOfTurn } from './outOfTurn.ts';
import { type Sender, senderOf } from './sender.ts';
import { askAgainTwiml, messagesTwiml } from './twiml.ts';
import { botId, channelIds, messagesAddress, serviceUrl, statusAddress } from './words.ts';

export type MessagesParts = {
  store: Store;
  turns: Pick<Turns<never>, 'takeSoon'>;
  urgency: Urgency;
  sentences: MessageSentences;
  clock: Clock;
  publicUrl: () => string;
  metrics: Pick<MessageMetrics, 'sent'>;
  log: Logger;
  /** A name for a channel and a number on it that tells nothing of the number. */
  pseudonyms: (sender: Sender) => readonly string[];
  /** How long a request waits for its answer before the carrier is told to ask again, in milliseconds. */
  patience?: number;
  /** What one number may send in a minute. */
  mostInAMinute?: number;
  /** How many answers are given; any number where nothing leaves this machine. */
  ceilings?: Pick<AnswerCeilings, 'spend'> | undefined;
  /** Who is told that a number wants nothing more, or something again; never rejects. */
  optOuts?: { note(phone: string, stopped: boolean): Promise<void> } | undefined;
};

/** What becomes of a message: `unanswered` where it has its turn, and nothing goes back. */
type Hearing = 'answered' | 'unanswered' | 'unread';

/** Well before the carrier gives up, after 15 seconds. */
const defaultPatience = 10 * seconds;
/** After so many the customer hears that something is wrong. */
const mostWaits = 5;
/** The carrier waits for the sentence: where the database is away that is all there is to say. */
const noteTakesAtMost = 2 * seconds;
const defaultMostInAMinute = 60;

/** For so long the carrier is told to ask again: a message waits for those before it as long as anybody asks for it. */
const longestWait = (mostWaits + 1) * defaultPatience;

/**
 * Messages. One message has one effect and one answer, however often the carrier delivers it, and those of one
 * customer are handled one after the other.
 */
export class Messages {
  readonly #parts: MessagesParts;
  readonly #messageLog: MessageLog;
  readonly #outOfTurn: OutOfTurn;
  /** Those of one customer come to their turn in the order in which they came, whatever is asked about each. */
  readonly #coming = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  readonly #limit: RequestLimit;

  constructor(parts: MessagesParts) {
    this.#parts = parts;
    this.#messageLog = new MessageLog(parts);
    this.#outOfTurn = new OutOfTurn({ ...parts, messageLog: this.#messageLog });
    this.#limit = new RequestLimit(parts.mostInAMinute ?? defaultMostInAMinute);
  }

  /**
   * A message comes in. @returns TwiML: the answer if it comes soon, else the carrier is told to ask once more
   * @param waited how often the carrier was told to ask again for this answer
   */
  async receive(form: IncomingMessage, waited = 0): Promise<string> {
    const sender = senderOf(form.From);
    const id = await this.#conversationWith(sender);
    const received = { id, form, sender };
    if (waited === 0) await this.#noteOptOut(received);
    const hearing = waited === 0 ? await this.#hearing(received) : 'answered';
    if (hearing === 'unread') {
      await this.#outOfTurn.blank(form.MessageSid);
      return this.#write([]);
    }
    const answer = await soon(this.#answered(received), this.#parts.patience ?? defaultPatience);
    if (hearing === 'unanswered') return this.#write([]);
    if (answer !== undefined) return answer;
    if (waited < mostWaits) return askAgainTwiml(`${messagesAddress}?waited=${waited + 1}`);
    const noted = this.#outOfTurn
      .miss(id, form.MessageSid)
      .catch((error: unknown) => this.#logFailed(error, form));
    await soon(noted, noteTakesAtMost);
    return this.#trouble(sender);
  }

  /**
   * A flood is not read and answered with nothing: each answer costs, and another machine may be answering ours. What is
   * urgent in it is done without any limit, gets its turn and with it its case within one of its own, and is answered
   * under the ceilings. STOP costs nothing.
   */
  async #hearing(received: Received): Promise<Hearing> {
    const isStop = keywordOf(received.form) === 'stop';
    const isAllowed = await this.#isAllowed(received.id);
    const mayBeAnswered = isStop || this.#mayBeAnswered(received);
    if (isAllowed && mayBeAnswered) return 'answered';
    if (!(await this.#isHeeded(received))) return 'unread';
    if (!(await this.#isAllowed(`urgent ${received.id}`))) return 'unread';
    return mayBeAnswered ? 'answered' : 'unanswered';
  }

  /** One that was begun under a name of before goes on under it: also that it has said STOP. */
  async #conversationWith(sender: Sender): Promise<string> {
    const [now = '', ...before] = this.#parts.pseudonyms(sender);
    if (before.length === 0) return now;
    return (await this.#parts.store.read((manager) => this.#messageLog.known(manager, before))) ?? now;
  }

  /** Before anything is answered, so that the carrier brings it again where this process dies. */
  async #noteOptOut({ form, sender: { phone } }: Received): Promise<void> {
    const keyword = keywordOf(form);
    if (phone === undefined || (keyword !== 'stop' && keyword !== 'start')) return;
    await this.#parts.optOuts?.note(phone, keyword === 'stop');
  }

  #mayBeAnswered({ sender }: Received): boolean {
    const { ceilings, pseudonyms, log } = this.#parts;
    if (!ceilings) return true;
    // SMS and WhatsApp go to the same telephone.
    const [number = ''] = pseudonyms({ ...sender, channelId: channelIds.sms });
    if (ceilings.spend(sender, number)) return true;
    log.warn({ conversation: number }, 'more answers than a number gets, or to where none may go');
    return false;
  }

  async #isAllowed(spender: string): Promise<boolean> {
    try {
      await this.#limit.spend(spender);
      return true;
    } catch {
      this.#parts.log.warn({ conversation: spender }, 'more messages in a minute than anybody writes');
      return false;
    }
  }

  /** @returns whether something urgent has come of it that the customer is to hear, or nobody knows whether it has */
  async #isHeeded(received: Received): Promise<boolean> {
    const { urgency } = this.#parts;
    if (!urgency.soundsUrgent(wordsOf(received.form))) return false;
    try {
      return await urgency.heed(deliveryOf(received));
    } catch (error) {
      this.#logFailed(error, received.form);
      return true;
    }
  }

  /** Whoever asks for the same answer meanwhile gets that one. */
  async #answered(received: Received): Promise<string | undefined> {
    const { id, form, sender } = received;
    const { sentences, metrics, urgency, turns } = this.#parts;
    const write = (texts: readonly string[]) => this.#write(texts);
    const delivery = deliveryOf(received);
    try {
      const isUrgent = await this.#coming.acquire(id, () => urgency.isUrgent(delivery, wordsOf(form)));
      const answers = messageForm(
        { messageLog: this.#messageLog, sentences, metrics, urgency, isUrgent, write },
        received,
      );
      const taken = await turns.takeSoon(delivery, answers, { patience: longestWait, longestWait });
      return 'answer' in taken ? taken.answer : undefined;
    } catch (error) {
      this.#logFailed(error, form);
      // Nobody may have looked at what it holds.
      await this.#outOfTurn.blank(form.MessageSid).catch(() => {});
      return this.#trouble(sender);
    }
  }

  #logFailed(error: unknown, { MessageSid }: IncomingMessage): void {
    this.#parts.log.error({ err: loggedError(error), message: MessageSid }, 'a message was not answered');
  }

  #trouble(sender: Sender): string {
    return this.#write(troubled(sender, this.#parts.sentences));
  }

  /** TwiML of an answer. */
  #write(texts: readonly string[]): string {
    return messagesTwiml(texts, `${this.#parts.publicUrl()}${statusAddress}`);
  }
}

function deliveryOf({ id, form, sender }: Received): Delivery {
  const { channelId, phone, locale } = sender;
  const reference = { channelId, serviceUrl, conversation: { id }, user: id, bot: botId };
  return { reference, id: form.MessageSid, locale, phone };
}
