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
import {
  channelIds,
  messagesAddress,
  messagesBotId,
  messagesServiceUrl,
  statusAddress,
} from './messageChannels.ts';
import { messageForm, type Received, textOfMessage } from './messageForm.ts';
import { MessageLog } from './messageLog.ts';
import type { MessageMetrics } from './messageMetrics.ts';
import type { IncomingMessage } from './messageRequest.ts';
import type { MessageSentences } from './messageSentences.ts';
import { OutOfTurn } from './outOfTurn.ts';
import { type Sender, senderOf } from './sender.ts';
import { askAgainTwiml, messagesTwiml } from './twiml.ts';

export type MessagesDependencies = {
  store: Store;
  turns: Pick<Turns<never>, 'takeSoon'>;
  urgency: Urgency;
  sentences: MessageSentences;
  clock: Clock;
  publicUrl: () => string;
  metrics: Pick<MessageMetrics, 'sent'>;
  log: Logger;
  /** Pseudonyms for a channel and a number on it, from which nobody can find the number; the present one first. */
  pseudonyms: (sender: Sender) => readonly string[];
  /** The time a request waits for its answer before the carrier is told to ask again, in milliseconds. */
  patience?: number;
  /** The most messages from one number in a minute. */
  mostInAMinute?: number;
  /** The limits on answers; undefined where no answer leaves this machine. */
  ceilings?: Pick<AnswerCeilings, 'spend'> | undefined;
  /** Notes that a number opted out or in again; never rejects. */
  optOuts?: { note(phone: string, stopped: boolean): Promise<void> } | undefined;
};

/** The treatment of a message. `unanswered`: it gets its turn, but no answer is sent. */
type Hearing = 'answered' | 'unanswered' | 'unread';

/** Shorter than the carrier's own limit of 15 seconds. */
const defaultPatience = 10 * seconds;
/** The number of waits after which the customer hears that something is wrong. */
const mostWaits = 5;
/** The longest wait for the note, since the carrier waits for the answer, which must come even without the database. */
const noteTakesAtMost = 2 * seconds;
const defaultMostInAMinute = 60;

/** The longest time that the carrier is told to ask again; a message waits for those before it during that time. */
const longestWait = (mostWaits + 1) * defaultPatience;

/**
 * Handles text messages. Each message has one effect and one answer, however often the carrier delivers it, and the
 * messages of one customer are handled one after the other.
 */
export class TextMessages {
  readonly #parts: MessagesDependencies;
  readonly #messageLog: MessageLog;
  readonly #outOfTurn: OutOfTurn;
  /** Keeps the messages of one customer in the order of their arrival, while each is checked for urgency. */
  readonly #coming = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });
  readonly #limit: RequestLimit;

  constructor(parts: MessagesDependencies) {
    this.#parts = parts;
    this.#messageLog = new MessageLog(parts);
    this.#outOfTurn = new OutOfTurn({ ...parts, messageLog: this.#messageLog });
    this.#limit = new RequestLimit(parts.mostInAMinute ?? defaultMostInAMinute);
  }

  /**
   * Handles an incoming message. @returns TwiML: the answer if it is ready soon, otherwise an instruction to ask again
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
   * Decides how a message is treated. Above the limits it is neither read nor answered, since each answer costs money
   * and the sender may be a machine that answers ours. An urgent message always has its effect; it gets a turn, and
   * with it its case, within a limit of its own, and an answer within the ceilings. STOP costs nothing, so it is always
   * handled.
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

  /**
   * The id of the sender's conversation. One that began under an older pseudonym continues under it, so that its STOP
   * stays known.
   */
  async #conversationWith(sender: Sender): Promise<string> {
    const [now = '', ...before] = this.#parts.pseudonyms(sender);
    if (before.length === 0) return now;
    return (await this.#parts.store.read((manager) => this.#messageLog.known(manager, before))) ?? now;
  }

  /** Notes STOP and START before the answer, so that the carrier delivers the message again if this process dies. */
  async #noteOptOut({ form, sender: { phone } }: Received): Promise<void> {
    const keyword = keywordOf(form);
    if (phone === undefined || (keyword !== 'stop' && keyword !== 'start')) return;
    await this.#parts.optOuts?.note(phone, keyword === 'stop');
  }

  #mayBeAnswered({ sender }: Received): boolean {
    const { ceilings, pseudonyms, log } = this.#parts;
    if (!ceilings) return true;
    // SMS and WhatsApp share one limit, because both go to the same telephone.
    const [number = ''] = pseudonyms({ ...sender, channelId: channelIds.sms });
    if (ceilings.spend(sender, number)) return true;
    log.warn(
      { conversation: number },
      'not answered: the number has had its answers, or is of a country that gets none',
    );
    return false;
  }

  async #isAllowed(spender: string): Promise<boolean> {
    try {
      await this.#limit.spend(spender);
      return true;
    } catch {
      this.#parts.log.warn({ conversation: spender }, 'not answered: too many messages in a minute');
      return false;
    }
  }

  /**
   * @returns whether an urgent message had an effect that the customer must hear of; also true where that is unknown
   */
  async #isHeeded(received: Received): Promise<boolean> {
    const { urgency } = this.#parts;
    if (!urgency.soundsUrgent(textOfMessage(received.form))) return false;
    try {
      return await urgency.heed(deliveryOf(received));
    } catch (error) {
      this.#logFailed(error, received.form);
      return true;
    }
  }

  /** The answer to a message. Simultaneous requests for the same message share one answer. */
  async #answered(received: Received): Promise<string | undefined> {
    const { id, form, sender } = received;
    const { sentences, metrics, urgency, turns } = this.#parts;
    const write = (texts: readonly string[]) => this.#write(texts);
    const delivery = deliveryOf(received);
    try {
      const isUrgent = await this.#coming.acquire(id, () => urgency.isUrgent(delivery, textOfMessage(form)));
      const answers = messageForm(
        { messageLog: this.#messageLog, sentences, metrics, urgency, isUrgent, write },
        received,
      );
      const taken = await turns.takeSoon(delivery, answers, { patience: longestWait, longestWait });
      return 'answer' in taken ? taken.answer : undefined;
    } catch (error) {
      this.#logFailed(error, form);
      // Perhaps nobody has looked for secrets in the message, so it is blanked.
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

  /** Writes an answer as TwiML. */
  #write(texts: readonly string[]): string {
    return messagesTwiml(texts, `${this.#parts.publicUrl()}${statusAddress}`);
  }
}

function deliveryOf({ id, form, sender }: Received): Delivery {
  const { channelId, phone, locale } = sender;
  const reference = {
    channelId,
    serviceUrl: messagesServiceUrl,
    conversation: { id },
    user: id,
    bot: messagesBotId,
  };
  return { reference, id: form.MessageSid, locale, phone };
}
