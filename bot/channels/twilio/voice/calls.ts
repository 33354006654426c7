import type { Logger } from 'pino';
import { loggedError } from '../../../../kit/loggedError.ts';
import { soon } from '../../../../kit/soon.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, seconds } from '../../../../kit/time.ts';
import type { Delivery } from '../../../turn/delivery.ts';
import type { Standing } from '../../../turn/terminal.ts';
import type { Turns } from '../../../turn/turns.ts';
import { CallAnswers } from './callAnswers.ts';
import { callForm, type StepTaken } from './callForm.ts';
import { type Call, CallLog, callOf } from './callLog.ts';
import { type CallStep, callerNumber, type IncomingCall } from './callRequest.ts';
import type { CallSentences } from './callSentences.ts';
import { CallSteps } from './callSteps.ts';
import type { CallRow } from './callTables.ts';
import { type Answer, twiml } from './twiml.ts';
import { firstTongue, type Tongue, type Voices } from './voices.ts';
import { answerAddress, botId, channelId, serviceUrl } from './words.ts';

/** Whether a conversation was left in the middle of something that can be gone on with there. */
export type IsUnfinished = (
  standing: Standing,
  conversation: { channelId: string; conversationId: string },
) => Promise<boolean>;

type Parts = {
  store: Store;
  turns: Pick<Turns<never>, 'takeSoon' | 'standing'>;
  isUnfinished: IsUnfinished;
  sentences: CallSentences;
  voices: Voices;
  clock: Clock;
  log: Logger;
  agent: () => string | undefined;
  /** Names for a caller's number that tell nothing of it: the one of now, and those before it. */
  pseudonyms: (number: string) => readonly string[];
  /** How long a request waits for its answer before the caller hears that it is being worked on, in milliseconds. */
  patience?: number;
};

/** Asked for so often, an answer does not come any more. */
const mostWaits = 30;
/** Between two sentences that it is still being worked on, so many times the answer is asked for. */
const waitsInSilence = 4;
const defaultPatience = 1500;
/** Where not even the database answers the line must not be dead, whatever becomes of the step. */
const longestSilence = 8 * seconds;

/**
 * Telephone calls. One step of one call has one effect and one answer, however often the carrier delivers it, and
 * the line is never dead: what takes long is bridged with a sentence, what fails leads to a person.
 */
export class Calls {
  readonly #parts: Parts;
  readonly #callLog: CallLog;
  readonly #answers: CallAnswers;
  readonly #steps: CallSteps;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#callLog = new CallLog(parts);
    this.#answers = new CallAnswers(parts);
    this.#steps = new CallSteps({ answers: this.#answers, voices: parts.voices });
  }

  /** A call comes in. @returns TwiML, as all of these do */
  begin(incoming: IncomingCall, token?: string): Promise<string> {
    return this.#deliver({ form: incoming, step: 0, token });
  }

  /** The caller has pressed keys, spoken, or been silent. */
  step(step: number, form: CallStep, token?: string): Promise<string> {
    return this.#deliver({ form, step, token });
  }

  /** The answer of a step that took longer than a request may; where its process has died, the step is done again. */
  answer(callSid: string, step: number, times: number): Promise<string> {
    return this.#deliver({ form: { CallSid: callSid }, step, token: undefined, waited: times });
  }

  /** The call is over, as the carrier says. */
  end(callSid: string): Promise<void> {
    return this.#callLog.end(callSid);
  }

  async #deliver(taken: StepTaken): Promise<string> {
    const { step, waited = 0 } = taken;
    return (await soon(this.#work(taken), longestSilence)) ?? this.#bridge(step, waited, undefined);
  }

  async #work(taken: StepTaken): Promise<string> {
    const { form, step } = taken;
    let tongue: Tongue | undefined;
    try {
      const fresh = step === 0 && taken.waited === undefined ? this.#fresh(form) : undefined;
      const found = fresh ? callOf(fresh) : await this.#callLog.read(form.CallSid);
      if (found === undefined) return this.#write({ sayings: [], next: 'go', action: '/twilio/voice' });
      tongue = found.tongue;
      return await this.#turn({ ...found, phone: this.#phoneOf(found, form) }, taken, fresh);
    } catch (error) {
      this.#parts.log.error({ err: loggedError(error), call: form.CallSid, step }, 'a step of a call failed');
      return this.#trouble(step, tongue);
    }
  }

  #fresh(form: CallStep): CallRow {
    const number = callerNumber(form);
    return this.#callLog.fresh(form.CallSid, number && this.#parts.pseudonyms(number)[0]);
  }

  /** The answer if it comes soon, else a sentence and an address where it can be had later. */
  async #turn(call: Call, taken: StepTaken, fresh: CallRow | undefined): Promise<string> {
    const { form, step, waited = 0 } = taken;
    const meant =
      step === 0
        ? this.#steps.begins(call, await this.#toGoOnWith(call))
        : this.#steps.continues(call, step, form);
    const bridge = () => this.#bridge(step, waited, call.tongue);
    const answers = callForm({
      ...{ callLog: this.#callLog, answers: this.#answers, write: (answer: Answer) => this.#write(answer) },
      ...{ taken, fresh, meant, notYet: bridge },
    });
    const delivery = this.#delivery('content' in meant ? meant.call : call, taken);
    const { patience = defaultPatience } = this.#parts;
    const answered = await this.#parts.turns.takeSoon(delivery, answers, { patience });
    return 'answer' in answered ? answered.answer : bridge();
  }

  #delivery({ caller, callSid, conversationId, tongue, phone, expects }: Call, taken: StepTaken): Delivery {
    // Whoever asks for the answer alone says nothing: what was said there was to go on with the call before.
    const isResuming = taken.waited !== undefined && expects.what === 'resume';
    const id = isResuming ? expects.conversationId : conversationId;
    return {
      reference: { channelId, serviceUrl, conversation: { id }, user: caller ?? callSid, bot: botId },
      id: keyOf(taken),
      locale: this.#parts.voices[tongue ?? firstTongue].locale,
      phone,
    };
  }

  /** The call that the caller was cut off from in the middle of something. */
  async #toGoOnWith({ callSid, caller, phone }: Call): Promise<Call | undefined> {
    const names = phone === undefined ? [] : this.#parts.pseudonyms(phone);
    const before = caller && (await this.#callLog.dropped(callSid, new Set([caller, ...names])));
    if (!before) return undefined;
    const { conversationId } = before;
    const standing = await this.#parts.turns.standing(channelId, conversationId);
    return (await this.#parts.isUnfinished(standing, { channelId, conversationId })) ? before : undefined;
  }

  /** Only the number that the call began with: in another request a shifted boundary could pass the signature. */
  #phoneOf({ caller }: Call, form: CallStep): string | undefined {
    const number = callerNumber(form);
    return number !== undefined && caller !== undefined && this.#parts.pseudonyms(number).includes(caller)
      ? number
      : undefined;
  }

  #bridge(step: number, times: number, tongue: Tongue | undefined): string {
    if (times > mostWaits) return this.#trouble(step, tongue);
    const id = times === 0 ? 'oneMoment' : times % waitsInSilence === 0 ? 'stillWorking' : undefined;
    const sayings = id ? [this.#answers.saying({ tongue }, id)] : [];
    return this.#write({ sayings, next: 'wait', action: answerAddress(step, times + 1) });
  }

  /** Said where not even the database answers: it must need nothing. */
  #trouble(step: number, tongue?: Tongue): string {
    const call: Call = {
      callSid: '',
      caller: undefined,
      conversationId: '',
      tongue,
      expects: { what: 'nothing' },
      silences: 0,
    };
    return this.#write(this.#answers.person(call, step, [this.#answers.saying(call, 'trouble')]).answer);
  }

  #write(answer: Answer): string {
    return twiml(answer, this.#parts.voices);
  }
}

const keyOf = ({ form, step }: Pick<StepTaken, 'form' | 'step'>) => `${form.CallSid}/${step}`;
