import { ConstantBackoff, handleWhen, retry } from 'cockatiel';
import type { Logger } from 'pino';
import { UnfreezeError } from '../../../../kit/errors.ts';
import { loggedError } from '../../../../kit/loggedError.ts';
import { soon } from '../../../../kit/soon.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, seconds } from '../../../../kit/time.ts';
import type { CaseId } from '../../../../services/contract/handoff.ts';
import type { Delivery } from '../../../turn/delivery.ts';
import type { Standing } from '../../../turn/terminal.ts';
import type { Turns } from '../../../turn/turns.ts';
import { voiceAddresses } from './addresses.ts';
import { CallAnswers, type StepAnswer } from './callAnswers.ts';
import { callForm, type StepTaken } from './callForm.ts';
import { type Call, CallLog, callFromRow } from './callLog.ts';
import { type CallStep, callerNumber, type IncomingCall, wasAnswered } from './callRequest.ts';
import type { CallSentences } from './callSentences.ts';
import { CallSteps, type ForConversation } from './callSteps.ts';
import type { CallRow } from './callTables.ts';
import { type CallAnswer, type PersonLine, twiml } from './twiml.ts';
import { answerAddress, voiceBotId, voiceChannelId, voiceServiceUrl } from './voiceChannel.ts';
import { firstTongue, type Tongue, type Voices } from './voices.ts';

/** Whether a conversation was interrupted in a state that it can be continued from. */
export type IsUnfinished = (
  standing: Standing,
  conversation: { channelId: string; conversationId: string },
) => Promise<boolean>;

/** The people at the desk, as far as a call needs them. */
export interface PersonsOnTheLine {
  /** The telephone of who has a case now; undefined where nobody has it, or who has it has no telephone. */
  lineOf(caseId: CaseId): Promise<PersonLine | undefined>;
  /** Reports that an agent's telephone was not answered, so that the case waits again. */
  missed(caseId: CaseId): Promise<void>;
}

type CallsDependencies = {
  store: Store;
  turns: Pick<Turns<never>, 'takeSoon' | 'standing'>;
  isUnfinished: IsUnfinished;
  sentences: CallSentences;
  voices: Voices;
  clock: Clock;
  log: Logger;
  agent: () => string | undefined;
  /** The people at the desk; undefined where calls are not put through to them. */
  persons?: PersonsOnTheLine | undefined;
  /** Pseudonyms of a caller's number, the present one first. */
  pseudonyms: (number: string) => readonly string[];
  /** The time a request waits for its answer before the caller hears that the work goes on, in milliseconds. */
  patience?: number;
};

/** The number of times an answer is asked for before it is given up. */
const mostWaits = 30;
/** The number of times between two sentences that the work still goes on. */
const waitsInSilence = 4;
const defaultPatience = 1500;
/** The longest silence on the line; after it something is said even if not even the database answers. */
const longestSilence = 8 * seconds;
/**
 * A step that failed because the database was away for a moment is taken once more, as other channels deliver again: the
 * carrier does not, and what was keyed is only in this request. A step has one effect, so nothing happens twice.
 */
const onceMore = retry(
  handleWhen((error) => error instanceof UnfreezeError && error.code === 'storeUnavailable'),
  { maxAttempts: 1, backoff: new ConstantBackoff(0.5 * seconds) },
);

/**
 * Handles telephone calls. Each step of a call has one effect and one answer, however often the carrier delivers it.
 * The line is never silent for long: slow work is bridged with a sentence, and a failure leads to a person.
 */
export class Calls {
  readonly #parts: CallsDependencies;
  readonly #callLog: CallLog;
  readonly #answers: CallAnswers;
  readonly #steps: CallSteps;

  constructor(parts: CallsDependencies) {
    this.#parts = parts;
    this.#callLog = new CallLog(parts);
    this.#answers = new CallAnswers(parts);
    this.#steps = new CallSteps({ answers: this.#answers, voices: parts.voices });
  }

  /** Handles an incoming call. @returns TwiML, as the other methods do */
  begin(incoming: IncomingCall, token?: string): Promise<string> {
    return this.#deliver({ form: incoming, step: 0, token });
  }

  /** Handles the caller's keys, words or silence. */
  step(step: number, form: CallStep, token?: string): Promise<string> {
    return this.#deliver({ form, step, token });
  }

  /** The answer of a step that took longer than a request may. If its process has died, the step is repeated. */
  answer(callSid: string, step: number, times: number): Promise<string> {
    return this.#deliver({ form: { CallSid: callSid }, step, token: undefined, waited: times });
  }

  /** Notes that the call has ended. */
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
      return await onceMore.execute(async () => {
        const fresh = step === 0 && taken.waited === undefined ? this.#fresh(form) : undefined;
        const found = fresh ? callFromRow(fresh) : await this.#callLog.read(form.CallSid);
        if (found === undefined)
          return this.#write({ sayings: [], next: 'go', action: voiceAddresses.begins });
        tongue = found.tongue;
        return this.#turn({ ...found, phone: this.#phoneOf(found, form) }, taken, fresh);
      });
    } catch (error) {
      this.#parts.log.error({ err: loggedError(error), call: form.CallSid, step }, 'a step of a call failed');
      return this.#trouble(step, tongue);
    }
  }

  #fresh(form: CallStep): CallRow {
    const number = callerNumber(form);
    return this.#callLog.fresh(form.CallSid, number && this.#parts.pseudonyms(number)[0]);
  }

  /** The answer if it is ready soon; otherwise a sentence, and the address where the answer can be asked for later. */
  async #turn(call: Call, taken: StepTaken, fresh: CallRow | undefined): Promise<string> {
    const { step, waited = 0 } = taken;
    const meant =
      step === 0
        ? this.#steps.begins(call, await this.#toGoOnWith(call))
        : await this.#continues(call, taken);
    const bridge = () => this.#bridge(step, waited, call.tongue);
    const answers = callForm({
      ...{
        callLog: this.#callLog,
        answers: this.#answers,
        write: (answer: CallAnswer) => this.#write(answer),
      },
      ...{ taken, fresh, meant, notYet: bridge },
    });
    const delivery = this.#delivery('content' in meant ? meant.call : call, taken);
    const { patience = defaultPatience } = this.#parts;
    const answered = await this.#parts.turns.takeSoon(delivery, answers, { patience });
    return 'answer' in answered ? answered.answer : bridge();
  }

  /** A request that comes late or only asks for an answer must not move anything at the desk. */
  async #continues(call: Call, { step, form, waited }: StepTaken): Promise<StepAnswer | ForConversation> {
    const { expects } = call;
    const { persons } = this.#parts;
    const isNow = call.step === step && waited === undefined;
    if (!persons || !isNow || !('case' in expects) || expects.case === undefined)
      return this.#steps.continues(call, step, form);
    if (expects.what === 'transfer' && wasAnswered(form)) return this.#steps.continues(call, step, form);
    const line = expects.what === 'connect' ? await persons.lineOf(expects.case) : undefined;
    if (line) return this.#answers.puts(call, step, line, expects.case);
    await persons.missed(expects.case);
    return this.#answers.holds(call, step);
  }

  #delivery({ caller, callSid, conversationId, tongue, phone, expects }: Call, taken: StepTaken): Delivery {
    // A request that only asks for an answer is of the interrupted call's conversation where the step was a yes to
    // continuing it.
    const isResuming = taken.waited !== undefined && expects.what === 'resume';
    const id = isResuming ? expects.conversationId : conversationId;
    return {
      reference: {
        channelId: voiceChannelId,
        serviceUrl: voiceServiceUrl,
        conversation: { id },
        user: caller ?? callSid,
        bot: voiceBotId,
      },
      id: keyOf(taken),
      locale: this.#parts.voices[tongue ?? firstTongue].locale,
      phone,
    };
  }

  /** The caller's interrupted call, if its conversation can be continued. */
  async #toGoOnWith({ callSid, caller, phone }: Call): Promise<Call | undefined> {
    const names = phone === undefined ? [] : this.#parts.pseudonyms(phone);
    const before = caller && (await this.#callLog.dropped(callSid, new Set([caller, ...names])));
    if (!before) return undefined;
    const { conversationId } = before;
    const standing = await this.#parts.turns.standing(voiceChannelId, conversationId);
    return (await this.#parts.isUnfinished(standing, { channelId: voiceChannelId, conversationId }))
      ? before
      : undefined;
  }

  /**
   * The caller's number, if it is the one that the call began with. In a later request somebody could have shifted the
   * boundary between two parameters without breaking the signature.
   */
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

  /** The answer while something is broken; it needs no database. */
  #trouble(step: number, tongue?: Tongue): string {
    const call: Call = {
      callSid: '',
      caller: undefined,
      conversationId: '',
      tongue,
      expects: { what: 'nothing' },
      silences: 0,
      step,
      wrong: 0,
    };
    return this.#write(this.#answers.person(call, step, [this.#answers.saying(call, 'trouble')]).answer);
  }

  #write(answer: CallAnswer): string {
    return twiml(answer, this.#parts.voices);
  }
}

const keyOf = ({ form, step }: Pick<StepTaken, 'form' | 'step'>) => `${form.CallSid}/${step}`;
