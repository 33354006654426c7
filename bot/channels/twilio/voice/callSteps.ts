import { wishes } from '../../../turn/conversationHandler.ts';
import type { Answered, CallAnswers } from './callAnswers.ts';
import type { Call } from './callLog.ts';
import type { CallStep } from './callRequest.ts';
import type { CallSentence } from './callSentences.ts';
import type { CallTurns, TurnInput } from './callTurn.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import type { Saying } from './twiml.ts';
import { firstTongue, tongues, type Voices } from './voices.ts';

/** After so many silences in a row the caller gets a person, and where nobody is there, the next one ends the call. */
const silencesToPerson = 3;

type Parts = {
  answers: CallAnswers;
  turns: CallTurns;
  voices: Voices;
  dropped: (call: Call) => Promise<Call | undefined>;
};

/** What each step of a call does: its own questions here, everything else in the conversation. */
export class CallSteps {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A call begins: with an offer to go on, where the caller was cut off in the middle, else with the language. */
  async begins(call: Call): Promise<Answered> {
    const { answers, turns, voices, dropped } = this.#parts;
    const before = await dropped(call);
    if (before?.tongue && (await turns.isUnfinished(before, voices[before.tongue]))) {
      return answers.whetherToResume({ ...call, tongue: before.tongue }, 0, before.conversationId);
    }
    return answers.whichTongue(call, 0);
  }

  /** @param again whether the same step was lost with its process, so that what it did is not known */
  async continues(call: Call, step: number, form: CallStep, again: boolean): Promise<Answered> {
    if (call.expects.what === 'transfer') return this.#comesBack(call, step, form);
    const meaning: Meaning = again ? { what: 'repeat' } : meaningOf(form, call.expects);
    const isUnhurried = 'unhurried' in call.expects && call.expects.unhurried === true;
    const silences = meaning.what === 'silence' && !isUnhurried ? call.silences + 1 : 0;
    const now = { ...call, silences };
    if (silences > silencesToPerson) return this.#parts.answers.goodbye(now);
    if (call.expects.what === 'tongue') return this.#choosesTongue(now, step, meaning);
    if (call.expects.what === 'resume') {
      return this.#choosesToResume(now, step, meaning, call.expects.conversationId);
    }
    return this.#converses(now, step, meaning);
  }

  async #choosesTongue(call: Call, step: number, meaning: Meaning): Promise<Answered> {
    const { answers, voices } = this.#parts;
    if (meaning.what === 'person' || call.silences === silencesToPerson) {
      return answers.person({ ...call, tongue: firstTongue }, step);
    }
    const tongue =
      meaning.what === 'chose'
        ? (tongues[meaning.key - 1] ?? tongues.find((each) => voices[each].named.test(meaning.text)))
        : undefined;
    if (tongue === undefined) return answers.whichTongue(call, step);
    return this.#turn({ ...call, tongue }, step, 'arrives');
  }

  async #choosesToResume(
    call: Call,
    step: number,
    meaning: Meaning,
    conversationId: string,
  ): Promise<Answered> {
    const { answers } = this.#parts;
    if (meaning.what === 'person') return answers.person(call, step);
    const { key, text } = meaning.what === 'chose' ? meaning : { key: 0, text: '' };
    if (key === 1 || /\b(yes|go on|continue)\b|接着|接著|继续|繼續|是|好/i.test(text)) {
      return this.#turn({ ...call, conversationId }, step, { wish: wishes.return });
    }
    if (key === 2 || call.silences > 1 || /\b(no|new|start)\b|不|从头|從頭|重新/i.test(text)) {
      return answers.whichTongue({ ...call, tongue: undefined }, step);
    }
    return answers.whetherToResume(call, step, conversationId);
  }

  async #converses(call: Call, step: number, meaning: Meaning): Promise<Answered> {
    switch (meaning.what) {
      case 'said':
        return this.#turn(call, step, { text: meaning.text });
      case 'silence':
        return this.#turn(call, step, {
          wish: call.silences < silencesToPerson ? wishes.silence : wishes.person,
        });
      case 'person':
        return this.#turn(call, step, { wish: wishes.person });
      case 'elsewhere':
        return this.#turn(call, step, { wish: wishes.elsewhere });
      case 'repeat':
      case 'chose':
        return this.#turn(call, step, { wish: wishes.repeat });
      case 'erased':
        return this.#asksAgain(call, step, 'startAgain');
      case 'noSuchKey':
      case 'keypadOnly':
      case 'unclear':
        return this.#asksAgain(call, step, meaning.what);
    }
  }

  /** The telephone of a person has rung: it was answered, or the caller is back and hears so. */
  async #comesBack(call: Call, step: number, { DialCallStatus }: CallStep): Promise<Answered> {
    const { answers } = this.#parts;
    if (DialCallStatus === 'completed' || DialCallStatus === 'answered') return answers.taken(call);
    if (call.tongue === undefined) return answers.goodbye(call);
    return this.#asksAgain(call, step, 'nobodyThere');
  }

  #asksAgain(call: Call, step: number, id: CallSentence): Promise<Answered> {
    return this.#turn(call, step, { wish: wishes.ask }, [this.#parts.answers.saying(call, id)]);
  }

  async #turn(call: Call, step: number, input: TurnInput, before: readonly Saying[] = []): Promise<Answered> {
    const { answers, turns, voices } = this.#parts;
    const turned = await turns.turn(call, voices[call.tongue ?? firstTongue], input);
    return answers.afterTurn(call, step, turned, before);
  }
}
