import type { Content, Wish } from '../../../turn/delivery.ts';
import type { CallAnswers, StepAnswer } from './callAnswers.ts';
import type { Call } from './callLog.ts';
import { type CallStep, wasAnswered } from './callRequest.ts';
import type { CallSentence } from './callSentences.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import type { Saying } from './twiml.ts';
import { firstTongue, tongues, type Voices } from './voices.ts';

/**
 * The silences in a row after which the caller is connected to a person; where no person is available, the next silence
 * ends the call.
 */
const silencesToPerson = 3;

/**
 * A step's message to the conversation: the state of the call, the content, and the sentences to say before the
 * conversation's answer.
 */
export type ForConversation = { call: Call; content: Content; before: readonly Saying[] };

/** Handles each step of a call: answers the call's own questions and passes everything else to the conversation. */
export class CallSteps {
  readonly #answers: CallAnswers;
  readonly #voices: Voices;

  constructor({ answers, voices }: { answers: CallAnswers; voices: Voices }) {
    this.#answers = answers;
    this.#voices = voices;
  }

  /**
   * The first step of a call: an offer to continue an interrupted call, otherwise the question for the language.
   * @param before the call that can be continued
   */
  begins(call: Call, before: Call | undefined): StepAnswer {
    return before?.tongue
      ? this.#answers.whetherToResume({ ...call, tongue: before.tongue }, 0, before.conversationId)
      : this.#answers.whichTongue(call, 0);
  }

  continues(call: Call, step: number, form: CallStep): StepAnswer | ForConversation {
    if (call.expects.what === 'transfer') return this.#comesBack(call, form);
    const meaning = meaningOf(form, call.expects);
    const isUnhurried = 'unhurried' in call.expects && call.expects.unhurried === true;
    const silences = meaning.what === 'silence' && !isUnhurried ? call.silences + 1 : 0;
    const now = { ...call, silences };
    if (silences > silencesToPerson) return this.#answers.goodbye(now);
    if (call.expects.what === 'tongue') return this.#choosesTongue(now, step, meaning);
    if (call.expects.what === 'resume') {
      return this.#choosesToResume(now, step, meaning, call.expects.conversationId);
    }
    return this.#converses(now, meaning);
  }

  #choosesTongue(call: Call, step: number, meaning: Meaning): StepAnswer | ForConversation {
    if (meaning.what === 'person' || call.silences === silencesToPerson) {
      return this.#answers.person({ ...call, tongue: firstTongue }, step);
    }
    const tongue =
      meaning.what === 'chose'
        ? (tongues[meaning.key - 1] ?? tongues.find((each) => this.#voices[each].named.test(meaning.text)))
        : undefined;
    if (tongue === undefined) return this.#answers.whichTongue(call, step);
    return { call: { ...call, tongue }, content: { what: 'arrives' }, before: [] };
  }

  #choosesToResume(
    call: Call,
    step: number,
    meaning: Meaning,
    conversationId: string,
  ): StepAnswer | ForConversation {
    if (meaning.what === 'person') return this.#answers.person(call, step);
    const { key, text } = meaning.what === 'chose' ? meaning : { key: 0, text: '' };
    if (key === 1 || /\b(yes|go on|continue)\b|接着|接著|继续|繼續|是|好/i.test(text)) {
      return wished({ ...call, conversationId }, { wish: 'return' });
    }
    if (key === 2 || call.silences > 1 || /\b(no|new|start)\b|不|从头|從頭|重新/i.test(text)) {
      return this.#answers.whichTongue({ ...call, tongue: undefined }, step);
    }
    return this.#answers.whetherToResume(call, step, conversationId);
  }

  #converses(call: Call, meaning: Meaning): ForConversation {
    switch (meaning.what) {
      case 'said':
        return { call, content: { what: 'words', text: meaning.text }, before: [] };
      case 'silence':
        return wished(call, { wish: call.silences < silencesToPerson ? 'silence' : 'person' });
      case 'person':
      case 'elsewhere':
        return wished(call, { wish: meaning.what });
      case 'repeat':
      case 'chose':
        return wished(call, { wish: 'repeat' });
      case 'erased':
        return this.#asksAgain(call, 'startAgain');
      case 'noSuchKey':
      case 'keypadOnly':
      case 'unclear':
        return this.#asksAgain(call, meaning.what);
    }
  }

  /** The end of a transfer: either a person answered, or the caller is back and hears that nobody did. */
  #comesBack(call: Call, form: CallStep): StepAnswer | ForConversation {
    if (wasAnswered(form)) return this.#answers.taken(call);
    if (call.tongue === undefined) return this.#answers.goodbye(call);
    return this.#asksAgain(call, 'nobodyThere');
  }

  #asksAgain(call: Call, id: CallSentence): ForConversation {
    return wished(call, { wish: 'ask' }, [this.#answers.saying(call, id)]);
  }
}

function wished(call: Call, wish: Wish, before: readonly Saying[] = []): ForConversation {
  return { call, content: { what: 'wish', ...wish }, before };
}
