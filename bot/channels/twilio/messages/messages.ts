import AsyncLock from 'async-lock';
import type { Logger } from 'pino';
import type { Clock, Pause } from '../../../../services/contract/time.ts';
import { RequestLimit } from '../../../../services/http/requestLimit.ts';
import { loggedError } from '../../../../services/security/loggedError.ts';
import type { Store } from '../../../../services/store/store.ts';
import { type AskedHandler, type SealedActivity, wishes } from '../../conversationHandler.ts';
import { answered, troubled } from './answers.ts';
import { type Choice, chosenIn } from './choices.ts';
import { keywordOf } from './keywords.ts';
import { type Claim, type Left, MessageLog } from './messageLog.ts';
import type { MessageMetrics } from './messageMetrics.ts';
import type { IncomingMessage } from './messageRequest.ts';
import type { MessageSentences } from './messageSentences.ts';
import { MessageTurns, type TurnInput } from './messageTurn.ts';
import { type Sender, senderOf } from './sender.ts';
import { askAgainTwiml, messagesTwiml } from './twiml.ts';
import { messagesAddress, statusAddress } from './words.ts';

export type MessagesParts = {
  store: Store;
  handler: AskedHandler;
  sentences: MessageSentences;
  clock: Clock;
  pause: Pause;
  log: Logger;
  publicUrl: () => string;
  /** A name for a channel and a number on it that tells nothing of the number. */
  pseudonym: (sender: Sender) => string;
  metrics: Pick<MessageMetrics, 'sent'>;
  /** How long a request waits for its answer before the carrier is told to ask again, in milliseconds. */
  patience?: number;
  /** What one number may send in a minute. */
  mostInAMinute?: number;
};

/** A message on its way through a turn. */
type Received = { id: string; form: IncomingMessage; sender: Sender };
type Finished = { texts: readonly string[]; left: Left };

/** Well before the carrier gives up, after 15 seconds. */
const defaultPatience = 10_000;
/** After so many the customer hears that something is wrong. */
const mostWaits = 5;
const betweenLooks = 200;
const defaultMostInAMinute = 60;

/**
 * Messages. One message has one effect and one answer, however often the carrier delivers it, and those of one
 * customer are handled one after the other.
 */
export class Messages {
  readonly #parts: MessagesParts;
  readonly #messageLog: MessageLog;
  readonly #turns: MessageTurns;
  readonly #limit: RequestLimit;
  readonly #lock = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });

  constructor(parts: MessagesParts) {
    this.#parts = parts;
    this.#messageLog = new MessageLog(parts);
    this.#turns = new MessageTurns(parts);
    this.#limit = new RequestLimit(parts.mostInAMinute ?? defaultMostInAMinute);
  }

  /**
   * A message comes in. @returns TwiML
   * @param waited how often the carrier was told to ask again for this answer
   */
  async receive(form: IncomingMessage, waited = 0): Promise<string> {
    const sender = senderOf(form.From);
    const id = this.#parts.pseudonym(sender);
    if (waited === 0 && !(await this.#isAllowed(id))) {
      await this.#messageLog.queueRedaction(form.MessageSid);
      return this.#write([]);
    }
    const working = this.#lock.acquire(id, () => this.#work({ id, form, sender }));
    return this.#soon(working, { sender, waited });
  }

  /** A flood is not read and answered with nothing: each answer costs, and another machine may be answering ours. */
  async #isAllowed(id: string): Promise<boolean> {
    try {
      await this.#limit.spend(id);
      return true;
    } catch {
      this.#parts.log.warn({ conversation: id }, 'more messages in a minute than anybody writes');
      return false;
    }
  }

  async #work(received: Received): Promise<string> {
    const { id, form, sender } = received;
    const { MessageSid } = form;
    try {
      const claim = await this.#claim(id, MessageSid);
      if (claim.state === 'answered') return claim.answer;
      const { texts, left } = await this.#answer(received, claim);
      const document = this.#write(texts);
      await this.#messageLog.finish(id, MessageSid, document, left);
      this.#parts.metrics.sent(texts, sender);
      return document;
    } catch (error) {
      this.#logFailed(error, MessageSid);
      await this.#messageLog.release(id, MessageSid).catch(() => {});
      return this.#write(troubled(sender, this.#parts.sentences));
    }
  }

  /** Waits for its turn where another process works on a message of this customer. */
  async #claim(id: string, messageSid: string): Promise<Exclude<Claim, { state: 'busy' }>> {
    for (;;) {
      const claim = await this.#messageLog.claim(id, messageSid);
      if (claim.state !== 'busy') return claim;
      await this.#parts.pause(betweenLooks);
    }
  }

  async #answer(received: Received, claim: Claim & { state: 'claimed' }): Promise<Finished> {
    const { form, sender } = received;
    const { thread, again } = claim;
    const keyword = keywordOf(form);
    if (keyword === 'stop') return { texts: [], left: { choices: [], stopped: true } };
    const input = keyword ? keywordInputs[keyword] : inputOf(form, thread.choices);
    const sealed = await this.#seal(received, input);
    if (thread.stopped && keyword !== 'start') return { texts: [], left: thread };
    const handled = await this.#turns.handle(again ? await this.#repeated(received) : sealed);
    const turned = { sender, ...handled, held: sealed.held, help: keyword === 'help' };
    const { texts, choices } = answered(turned, this.#parts.sentences);
    return { texts, left: { choices, stopped: false } };
  }

  /** What cannot be sealed may be a secret: better a message blanked in vain than a password left lying. */
  async #seal({ id, form, sender }: Received, input: TurnInput): Promise<SealedActivity> {
    try {
      const sealed = await this.#turns.seal(id, sender, input);
      // A picture may be one of a document.
      if (sealed.held || form.NumMedia > 0) await this.#messageLog.queueRedaction(form.MessageSid);
      return sealed;
    } catch (error) {
      await this.#messageLog.queueRedaction(form.MessageSid);
      throw error;
    }
  }

  /** Whether the lost turn had its effect is not known: what was said last is said again. */
  #repeated({ id, sender }: Received): Promise<SealedActivity> {
    return this.#turns.seal(id, sender, { wish: wishes.repeat });
  }

  /** The answer if it comes soon, else the carrier is told to ask once more. */
  async #soon(working: Promise<string>, { sender, waited }: { sender: Sender; waited: number }) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      const asksAgain = () =>
        resolve(
          waited < mostWaits
            ? askAgainTwiml(`${messagesAddress}?waited=${waited + 1}`)
            : this.#write(troubled(sender, this.#parts.sentences)),
        );
      timer = setTimeout(asksAgain, this.#parts.patience ?? defaultPatience);
    });
    try {
      return await Promise.race([working, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #write(texts: readonly string[]): string {
    return messagesTwiml(texts, `${this.#parts.publicUrl()}${statusAddress}`);
  }

  #logFailed(error: unknown, message: string): void {
    this.#parts.log.error({ err: loggedError(error), message }, 'a message was not answered');
  }
}

/** What the carrier's keywords are in the conversation, beside what they mean outside it. */
const keywordInputs: Record<'start' | 'help', TurnInput> = { start: 'arrives', help: { text: 'help' } };

/** A tapped button is the choice that it stands for; a number is one where it was offered. */
function inputOf(
  { Body, ButtonText, ButtonPayload }: IncomingMessage,
  choices: readonly Choice[],
): TurnInput {
  const tapped = chosenIn(ButtonPayload, choices);
  const text = tapped === ButtonPayload ? chosenIn(ButtonText || Body, choices) : tapped;
  return text.trim() === '' ? 'noWords' : { text };
}
