import { patternOf } from '../../../../words/heard.ts';
import type { Content, Wish } from '../../../turn/delivery.ts';
import type { CallAnswers, StepAnswer } from './callAnswers.ts';
import type { Call } from './callLog.ts';
import { type CallStep, wasAnswered } from './callRequest.ts';
import type { CallSentence } from './callSentences.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import type { Saying } from './twiml.ts';
import { tongues, type Voices } from './voices.ts';

const goingOn = patternOf(({ calls }) => calls.goingOn);
const anew = patternOf(({ calls }) => calls.anew);

/**
 * The silences in a row after which the caller is connected to a person; where no person is available, the next silence
 * ends the call.
 */
const silencesToPerson = 3;

/** The wrong keys, unclear words and secrets said aloud in a row after which a person is tried. */
const wrongsToPerson = 3;

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
    if (call.expects.what === 'transfer') return this.#comesBack(call, step, form);
    const meaning = meaningOf(form, call.expects);
    const isAsked = !('unasked' in call.expects && call.expects.unasked);
    const isUnhurried = 'unhurried' in call.expects && call.expects.unhurried === true;
    if (meaning.what === 'silence' && !isAsked) return wished(call, { wish: 'ask' });
    const silences = meaning.what === 'silence' && !isUnhurried ? call.silences + 1 : 0;
    const now = { ...call, silences, wrong: wrongsAfter(call, meaning) };
    if (silences > silencesToPerson) return this.#answers.goodbye(now);
    if (call.expects.what === 'tongue') return this.#choosesTongue(now, step, meaning);
    if (call.expects.what === 'resume') {
      return this.#choosesToResume(now, step, meaning, call.expects.conversationId);
    }
    return this.#converses(now, meaning);
  }

  #choosesTongue(call: Call, step: number, meaning: Meaning): StepAnswer | ForConversation {
    const text = meaning.what === 'chose' ? meaning.text : '';
    const asking = tongues.find((each) => this.#voices[each].person.test(text));
    const isStuck = call.silences === silencesToPerson || call.wrong >= wrongsToPerson;
    if (meaning.what === 'person' || asking !== undefined || isStuck) {
      return this.#answers.personAtOnce({ ...call, tongue: undefined, wrong: 0 }, step, asking);
    }
    const tongue =
      meaning.what === 'chose'
        ? (tongues[meaning.key - 1] ?? tongues.find((each) => this.#voices[each].named.test(text)))
        : undefined;
    if (tongue === undefined) {
      const wrong = meaning.what === 'silence' ? call.wrong : call.wrong + 1;
      if (wrong >= wrongsToPerson) return this.#answers.personAtOnce({ ...call, wrong: 0 }, step);
      return this.#answers.whichTongue({ ...call, wrong }, step);
    }
    return { call: { ...call, tongue, wrong: 0 }, content: { what: 'arrives' }, before: [] };
  }

  #choosesToResume(
    call: Call,
    step: number,
    meaning: Meaning,
    conversationId: string,
  ): StepAnswer | ForConversation {
    const { key, text } = meaning.what === 'chose' ? meaning : { key: 0, text: '' };
    const asks = tongues.some((each) => this.#voices[each].person.test(text));
    if (meaning.what === 'person' || asks) return this.#answers.personAtOnce(call, step, call.tongue);
    if (key === 1 || goingOn.test(text)) {
      return wished({ ...call, conversationId }, { wish: 'return' });
    }
    if (key === 2 || call.silences > 1 || anew.test(text)) {
      return this.#answers.whichTongue({ ...call, tongue: undefined }, step);
    }
    const wrong = meaning.what === 'silence' ? call.wrong : call.wrong + 1;
    if (wrong >= wrongsToPerson) return this.#answers.personAtOnce({ ...call, wrong: 0 }, step, call.tongue);
    return this.#answers.whetherToResume({ ...call, wrong }, step, conversationId);
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
        if (call.wrong >= wrongsToPerson) return wished({ ...call, wrong: 0 }, { wish: 'person' });
        return this.#asksAgain(call, meaning.what);
    }
  }

  /** The end of a transfer: either a person answered, or the caller is back and hears that nobody did. */
  #comesBack(call: Call, step: number, form: CallStep): StepAnswer {
    if (wasAnswered(form)) return this.#answers.taken(call);
    const waits = call.expects.what === 'transfer' ? call.expects.afterwards : undefined;
    if (call.tongue === undefined) return this.#answers.personAtOnce(call, step, undefined, false);
    return this.#answers.nobodyTook(call, step, waits ?? { what: 'words' });
  }

  #asksAgain(call: Call, id: CallSentence): ForConversation {
    return wished(call, { wish: 'ask' }, [this.#answers.saying(call, id)]);
  }
}

const unusable: readonly Meaning['what'][] = ['noSuchKey', 'keypadOnly', 'unclear'];

function wrongsAfter({ wrong, expects }: Call, { what }: Meaning): number {
  // At the call's own questions an answer may be none of the choices; the question itself counts that.
  if (what === 'silence' || expects.what === 'tongue' || expects.what === 'resume') return wrong;
  return unusable.includes(what) ? wrong + 1 : 0;
}

function wished(call: Call, wish: Wish, before: readonly Saying[] = []): ForConversation {
  return { call, content: { what: 'wish', ...wish }, before };
}
