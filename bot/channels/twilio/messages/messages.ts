import type { Logger } from 'pino';
import { seconds } from '../../../../services/contract/time.ts';
import { RequestLimit } from '../../../../services/http/requestLimit.ts';
import { loggedError } from '../../../../services/security/loggedError.ts';
import type { TurnLease } from '../../../turns/turnLease.ts';
import type { TurnLock } from '../../../turns/turnLock.ts';
import { TurnLost } from '../../../turns/turnLost.ts';
import { troubled } from './answers.ts';
import { MessageAnswers, type MessageAnswersParts, type Received } from './messageAnswers.ts';
import { MessageLog } from './messageLog.ts';
import type { IncomingMessage } from './messageRequest.ts';
import { type Sender, senderOf } from './sender.ts';
import { askAgainTwiml } from './twiml.ts';
import { messagesAddress } from './words.ts';

export type MessagesParts = MessageAnswersParts & {
  turnLock: TurnLock;
  log: Logger;
  /** A name for a channel and a number on it that tells nothing of the number. */
  pseudonym: (sender: Sender) => string;
  /** How long a request waits for its answer before the carrier is told to ask again, in milliseconds. */
  patience?: number;
  /** What one number may send in a minute. */
  mostInAMinute?: number;
};

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
  readonly #answers: MessageAnswers;
  readonly #limit: RequestLimit;
  /** By their ids: one that is asked for again keeps its place in the queue. */
  readonly #working = new Map<string, Promise<string | undefined>>();

  constructor(parts: MessagesParts) {
    this.#parts = parts;
    this.#messageLog = new MessageLog(parts);
    this.#answers = new MessageAnswers(parts);
    this.#limit = new RequestLimit(parts.mostInAMinute ?? defaultMostInAMinute);
  }

  /**
   * A message comes in. @returns TwiML: the answer if it comes soon, else the carrier is told to ask once more
   * @param waited how often the carrier was told to ask again for this answer
   */
  async receive(form: IncomingMessage, waited = 0): Promise<string> {
    const sender = senderOf(form.From);
    const id = this.#parts.pseudonym(sender);
    const received = { id, form, sender };
    if (waited === 0 && !(await this.#isRead(received))) {
      await this.#messageLog.queueRedaction(form.MessageSid);
      return this.#answers.write([]);
    }
    const working = this.#working.get(form.MessageSid) ?? this.#begun(received);
    const answer = await this.#soon(working);
    if (answer !== undefined) return answer;
    if (waited < mostWaits) return askAgainTwiml(`${messagesAddress}?waited=${waited + 1}`);
    const noted = this.#messageLog
      .miss(id, form.MessageSid)
      .catch((error: unknown) => this.#logFailed(error, form));
    await this.#soon(
      noted.then(() => undefined),
      noteTakesAtMost,
    );
    return this.#trouble(sender);
  }

  /**
   * A flood is not read and answered with nothing: each answer costs, and another machine may be answering ours. What is
   * urgent in it is done without any limit, and answered within one of its own.
   */
  async #isRead(received: Received): Promise<boolean> {
    if (await this.#isAllowed(received.id)) return true;
    return (await this.#isHeeded(received)) && this.#isAllowed(`urgent ${received.id}`);
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
    try {
      return await this.#answers.heed(received);
    } catch (error) {
      this.#logFailed(error, received.form);
      return true;
    }
  }

  #begun(received: Received): Promise<string | undefined> {
    const { MessageSid } = received.form;
    const working = this.#work(received).finally(() => this.#working.delete(MessageSid));
    this.#working.set(MessageSid, working);
    return working;
  }

  /** Undefined where another process has gone on with the conversation: only who asks again hears the answer. */
  async #work(received: Received): Promise<string | undefined> {
    const { id, form, sender } = received;
    const of = { channelId: sender.channelId, conversationId: id };
    try {
      const turn = (lease: TurnLease) => this.#answers.answer(received, lease);
      return await this.#parts.turnLock.run(of, turn, longestWait);
    } catch (error) {
      this.#logFailed(error, form);
      // Nobody may have looked at what it holds.
      await this.#messageLog.queueRedaction(form.MessageSid).catch(() => {});
      return error instanceof TurnLost ? undefined : this.#trouble(sender);
    }
  }

  /** The answer, if it comes soon. */
  async #soon(
    working: Promise<string | undefined>,
    patience = this.#parts.patience ?? defaultPatience,
  ): Promise<string | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, patience, undefined);
    });
    try {
      return await Promise.race([working, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #logFailed(error: unknown, { MessageSid }: IncomingMessage): void {
    this.#parts.log.error({ err: loggedError(error), message: MessageSid }, 'a message was not answered');
  }

  #trouble(sender: Sender): string {
    return this.#answers.write(troubled(sender, this.#parts.sentences));
  }
}
