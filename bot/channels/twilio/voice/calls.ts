import type { Logger } from 'pino';
import { loggedError } from '../../../../kit/loggedError.ts';
import type { Store } from '../../../../kit/store/store.ts';
import type { Clock } from '../../../../kit/time.ts';
import type { AskedHandler } from '../../../turn/conversationHandler.ts';
import type { TurnLock } from '../../../turn/turnLock.ts';
import { TurnLost } from '../../../turn/turnLost.ts';
import { type Answered, CallAnswers } from './callAnswers.ts';
import { type Call, CallLog, type Claimed } from './callLog.ts';
import { type CallStep, callerNumber, type IncomingCall } from './callRequest.ts';
import type { CallSentences } from './callSentences.ts';
import { CallSteps } from './callSteps.ts';
import { CallTurns } from './callTurn.ts';
import { type Answer, twiml } from './twiml.ts';
import type { Tongue, Voices } from './voices.ts';
import { answerAddress, stepAddress } from './words.ts';

type Parts = {
  store: Store;
  handler: AskedHandler;
  turnLock: TurnLock;
  sentences: CallSentences;
  voices: Voices;
  clock: Clock;
  log: Logger;
  agent: () => string | undefined;
  /** A name for a caller's number that tells nothing of it. */
  pseudonym: (number: string) => string;
  /** How long a request waits for its answer before the caller hears that it is being worked on, in milliseconds. */
  patience?: number;
};

/** A step that is being worked on; the caller's tongue is known once the call was read. */
type Working = { document: Promise<string>; tongue: Tongue | undefined };

/** Asked for so often, an answer does not come any more. */
const mostWaits = 30;
/** Between two sentences that it is still being worked on, so many times the answer is asked for. */
const waitsInSilence = 4;
const defaultPatience = 1500;

/**
 * Telephone calls. One step of one call has one effect and one answer, however often the carrier delivers it, and
 * the line is never dead: what takes long is bridged with a sentence, what fails leads to a person.
 */
export class Calls {
  readonly #parts: Parts;
  readonly #callLog: CallLog;
  readonly #answers: CallAnswers;
  readonly #steps: CallSteps;
  readonly #working = new Map<string, Working>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#callLog = new CallLog(parts);
    this.#answers = new CallAnswers(parts);
    const dropped = async ({ callSid, caller }: Call) => caller && this.#callLog.dropped(callSid, caller);
    this.#steps = new CallSteps({
      answers: this.#answers,
      turns: new CallTurns(parts),
      voices: parts.voices,
      dropped: async (call) => (await dropped(call)) || undefined,
    });
  }

  /** A call comes in. @returns TwiML, as all of these do */
  begin(incoming: IncomingCall, token?: string): Promise<string> {
    return this.#deliver({ CallSid: incoming.CallSid }, 0, token, async () => {
      const number = callerNumber(incoming);
      await this.#callLog.open(incoming.CallSid, number && this.#parts.pseudonym(number));
    });
  }

  /** The caller has pressed keys, spoken, or been silent. */
  step(step: number, form: CallStep, token?: string): Promise<string> {
    return this.#deliver(form, step, token);
  }

  /** The answer of a step that took longer than a request may. */
  async answer(callSid: string, step: number, times: number): Promise<string> {
    const working = this.#working.get(keyOf(callSid, step));
    if (working) return this.#soon(working, step, times);
    try {
      const { answer, tongue } = await this.#callLog.answer(callSid, step);
      if (answer !== undefined) return answer;
      // Nobody works on it here: where its process has died, the step can be claimed once more.
      if (times > mostWaits) return this.#write({ sayings: [], next: 'go', action: stepAddress(step) });
      return this.#bridge(step, times, tongue);
    } catch (error) {
      return this.#failed(error, callSid, step);
    }
  }

  /** The call is over, as the carrier says. */
  end(callSid: string): Promise<void> {
    return this.#callLog.end(callSid);
  }

  #deliver(
    form: CallStep,
    step: number,
    token: string | undefined,
    prepare: () => Promise<void> = async () => {},
  ): Promise<string> {
    const key = keyOf(form.CallSid, step);
    return this.#soon(
      this.#working.get(key) ?? this.#begun(key, () => this.#work(form, step, token, prepare)),
      step,
      0,
    );
  }

  #begun(key: string, work: () => Promise<string>): Working {
    const working: Working = { document: Promise.resolve(''), tongue: undefined };
    this.#working.set(key, working);
    working.document = work().finally(() => this.#working.delete(key));
    return working;
  }

  async #work(
    form: CallStep,
    step: number,
    token: string | undefined,
    prepare: () => Promise<void>,
  ): Promise<string> {
    const { CallSid } = form;
    try {
      await prepare();
      const claim = await this.#callLog.claim(CallSid, step, token);
      switch (claim.state) {
        case 'claimed':
          this.#speaks(keyOf(CallSid, step), claim.call.tongue);
          return await this.#answered(
            { ...claim, call: { ...claim.call, phone: this.#phoneOf(claim.call, form) } },
            step,
            form,
          );
        case 'answered':
          return claim.answer;
        case 'working':
          return this.#bridge(step, 0, claim.tongue);
        case 'outOfOrder':
          // Neutral: whoever asks late hears what the call has come to, and changes nothing.
          return this.#write({
            sayings: [],
            next: 'go',
            action: answerAddress(Math.max(claim.latest, 0), 1),
          });
        case 'ended':
          return this.#write({ sayings: [], next: 'hangUp' });
        case 'unknown':
          return this.#write({ sayings: [], next: 'go', action: '/twilio/voice' });
      }
    } catch (error) {
      return this.#failed(error, CallSid, step);
    }
  }

  /** Only the number that the call began with: in another request a shifted boundary could pass the signature. */
  #phoneOf({ caller }: Call, form: CallStep): string | undefined {
    const number = callerNumber(form);
    return number !== undefined && this.#parts.pseudonym(number) === caller ? number : undefined;
  }

  async #answered({ call, again, claimedAt }: Claimed, step: number, form: CallStep): Promise<string> {
    let answered: Answered;
    try {
      answered =
        step === 0 ? await this.#steps.begins(call) : await this.#steps.continues(call, step, form, again);
    } catch (error) {
      this.#log(error, call.callSid, step);
      if (error instanceof TurnLost) return this.#bridge(step, 0, call.tongue);
      answered = this.#answers.person(call, step, [this.#answers.saying(call, 'trouble')]);
    }
    const document = this.#write(answered.answer);
    const finished = await this.#callLog.finish(call.callSid, step, claimedAt, document, answered.left);
    // Else it is another process's by now, and its answer is the one.
    return finished ? document : this.#bridge(step, 0, call.tongue);
  }

  /** The answer if it comes soon, else a sentence and an address where it can be had later. */
  async #soon(working: Working, step: number, times: number): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      const bridges = () => resolve(this.#bridge(step, times, working.tongue));
      timer = setTimeout(bridges, this.#parts.patience ?? defaultPatience);
    });
    try {
      return await Promise.race([working.document, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #speaks(key: string, tongue: Tongue | undefined): void {
    const working = this.#working.get(key);
    if (working) working.tongue = tongue;
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

  #failed(error: unknown, callSid: string, step: number): string {
    this.#log(error, callSid, step);
    return this.#trouble(step);
  }

  #log(error: unknown, call: string, step: number): void {
    this.#parts.log.error({ err: loggedError(error), call, step }, 'a step of a call failed');
  }

  #write(answer: Answer): string {
    return twiml(answer, this.#parts.voices);
  }
}

const keyOf = (callSid: string, step: number) => `${callSid}/${step}`;
