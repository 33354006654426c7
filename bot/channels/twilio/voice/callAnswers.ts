import type { CaseId } from '../../../../services/contract/handoff.ts';
import { rowsOf } from '../../../../words/heard.ts';
import { messagesOf, type Reply } from '../../../turn/reply.ts';
import type { Turned } from '../../../turn/terminal.ts';
import { inBreaths } from './breath.ts';
import type { Call, Left } from './callLog.ts';
import type { CallSentence, CallSentences } from './callSentences.ts';
import type { Expects, Waits } from './expects.ts';
import type { CallAnswer, Listening, PersonLine, Saying } from './twiml.ts';
import { stepAddress } from './voiceChannel.ts';
import { firstTongue, type Tongue, tongueFor, tongues, type Voices } from './voices.ts';

/** An answer, and the state of the call after it. */
export type StepAnswer = { answer: CallAnswer; left: Left };

/** Seconds of silence before the caller is asked again; keying a long number from a card takes time. */
const patience = { choice: 5, number: 10, unhurried: 30 };

/** A caller keeps so many keys in mind. */
const mostKeys = 3;
/** Before a language is chosen, how to reach a person is said in these. */
const toldOfPerson: readonly Tongue[] = ['putonghua', 'english'];
/** What has no words for the ear is not said: it stands in another sentence, or is of use only to a reader. */
const isHeard = ({ text }: Saying) => text !== '';

/** Words that the recogniser is told to expect where a language is chosen. */
const tongueHints = rowsOf(({ calls }) => calls.hints);

type CallAnswersDependencies = {
  sentences: CallSentences;
  voices: Voices;
  /** Returns the number of a person who can take a call now. */
  agent: () => string | undefined;
};

/** Makes the answers of a call: sentences in a voice, and what the caller can press or say after them. */
export class CallAnswers {
  readonly #parts: CallAnswersDependencies;

  constructor(parts: CallAnswersDependencies) {
    this.#parts = parts;
  }

  /** Asks for the language, by naming each in one short sentence, and says how to reach a person. */
  whichTongue(call: Call, step: number, before: readonly Saying[] = []): StepAnswer {
    const { sentences } = this.#parts;
    const press = tongues.map((tongue) => ({ text: sentences.pressFor(tongue), tongue }));
    const person = toldOfPerson.map((tongue) => this.saying({ tongue }, 'pressForPerson'));
    return this.#listens(call, step, [before, [...press, ...person]], { what: 'tongue' }, tongueHints);
  }

  /**
   * Asks whether to continue an interrupted call. Nothing of its case is said, because a caller's number can be forged.
   */
  whetherToResume(
    call: Call,
    step: number,
    conversationId: string,
    before: readonly Saying[] = [],
  ): StepAnswer {
    const sayings = [this.saying(call, 'resume'), ...this.#keys(call, ['resumeYes', 'resumeNo'])];
    return this.#listens(call, step, [before, sayings], { what: 'resume', conversationId });
  }

  /**
   * The replies of a turn, and what the conversation waits for. Where they lead to a person, nothing is asked after it: a
   * caller who stays hears the question when they say nothing.
   */
  afterTurn(
    asked: Call,
    step: number,
    { replies, expects }: Turned,
    before: readonly Saying[] = [],
  ): StepAnswer {
    const { personAfter, personOfCase, nobodyThere, ...expected } = expects;
    const messages = messagesOf(replies);
    const said = messages.map((reply) => this.#reply(asked, reply));
    // After a customer has changed the language with words, the voice changes too.
    const call = { ...asked, tongue: said.at(-1)?.tongue ?? asked.tongue };
    const { waits, keys, hints } = this.#waits(call, expected, messages.at(-1));
    if (personAfter !== undefined) {
      const leading = [...before, ...said.slice(0, personAfter + 1)].filter(isHeard);
      if (personOfCase !== undefined) return this.#connects(call, step, leading, personOfCase);
      const number = nobodyThere ? undefined : this.#parts.agent();
      if (number !== undefined)
        return this.#transfers(call, step, leading, { to: number }, { afterwards: waits });
      return this.#listens(
        call,
        step,
        nobodyThere ? [leading] : [leading, [this.saying(call, 'nobodyThere')]],
        { ...waits, unasked: true },
        hints,
      );
    }
    const news = [...before, ...said.slice(0, -1)].filter(isHeard).map((saying) => [saying]);
    return this.#listens(call, step, [...news, [...said.slice(-1).filter(isHeard), ...keys]], waits, hints);
  }

  /** Keys for the choices of the question, and words to expect. A choice that is not heard keeps its key. */
  #waits(
    call: Call,
    expected: Omit<Turned['expects'], 'personAfter' | 'nobodyThere'> & Waits,
    question: Reply | undefined,
  ): { waits: Waits; keys: Saying[]; hints: string[] } {
    const actions = question?.suggestedActions?.actions ?? [];
    if (expected.what !== 'words' || actions.length === 0) return { waits: expected, keys: [], hints: [] };
    const keys = actions
      .map(({ text, title }, place) => ({ choice: text ?? title, key: place + 1 }))
      .filter(({ choice }) => choice !== '')
      .slice(0, mostKeys)
      .map((facts) => this.saying(call, 'press', facts));
    const values = actions.map(({ value }) => String(value));
    const hints = actions.map(({ title }) => title.replace(/[,，]\s*/g, ' '));
    return { waits: { ...expected, what: 'choice', values }, keys, hints };
  }

  /** Connects the caller to a person if one can take the call; otherwise says so and ends the call. */
  person(call: Call, step: number, before: readonly Saying[] = []): StepAnswer {
    const number = this.#parts.agent();
    if (number !== undefined) return this.#transfers(call, step, before, { to: number });
    return this.#ends(call, [...before, this.saying(call, 'nobodyThere')]);
  }

  /** Puts the caller through to whoever has their case at the desk. */
  puts(call: Call, step: number, line: PersonLine, caseId: CaseId): StepAnswer {
    return this.#transfers(call, step, [], line, { case: caseId });
  }

  /** The caller holds the line: what follows is told as soon as the desk says it. */
  holds(call: Call, step: number): StepAnswer {
    return this.#listens(call, step, [[this.saying(call, 'stillWorking')]], {
      what: 'words',
      unhurried: true,
    });
  }

  /**
   * A person before the language is known; where none can take the call, the question comes after a silence.
   * @param tongue in which a person was asked for
   */
  personAtOnce(call: Call, step: number, tongue?: Tongue, isTried = true): StepAnswer {
    const number = isTried ? this.#parts.agent() : undefined;
    if (number !== undefined) return this.#transfers({ ...call, tongue }, step, [], { to: number });
    return this.#listens(call, step, [[this.saying({ tongue }, 'nobodyThere')]], { what: 'tongue' });
  }

  /** The caller is back from a transfer: nobody took the call. */
  nobodyTook(call: Call, step: number, waits: Waits): StepAnswer {
    return this.#listens(call, step, [[this.saying(call, 'nobodyThere')]], { ...waits, unasked: true });
  }

  goodbye(call: Call): StepAnswer {
    return this.#ends(call, [this.saying(call, 'goodbye')]);
  }

  /** Ends a call that a person has taken. */
  taken(call: Call): StepAnswer {
    return this.#ends(call, []);
  }

  /** One of the call's own sentences. */
  saying({ tongue = firstTongue }: Pick<Call, 'tongue'>, id: CallSentence, facts = {}): Saying {
    const { sentences, voices } = this.#parts;
    return { text: sentences.say(id, voices[tongue], facts), tongue };
  }

  #keys(call: Call, choices: readonly CallSentence[]): Saying[] {
    return choices.map((id, place) =>
      this.saying(call, 'press', { choice: this.saying(call, id).text, key: place + 1 }),
    );
  }

  #reply({ tongue = firstTongue }: Call, { speak, text, locale }: Reply): Saying {
    return { text: speak ?? text ?? '', tongue: tongueFor(locale, tongue, this.#parts.voices) };
  }

  #listens(
    call: Call,
    step: number,
    units: readonly (readonly Saying[])[],
    expects: Expects,
    hints: readonly string[] = [],
  ): StepAnswer {
    const isLong = expects.what === 'number' || expects.what === 'secret';
    const isUnhurried = 'unhurried' in expects && expects.unhurried === true;
    const listening: Listening = {
      action: stepAddress(step + 1),
      keys: isLong ? 'many' : 'one',
      speech: expects.what !== 'secret',
      timeout: patience[isLong ? 'number' : isUnhurried ? 'unhurried' : 'choice'],
      tongue: call.tongue ?? firstTongue,
      hints,
    };
    const slowly = call.silences > 1;
    const spoken = slowly ? units.map((unit) => unit.map((saying) => ({ ...saying, slowly }))) : units;
    const breaths = inBreaths(spoken);
    const sayings = breaths.at(-1) ?? [];
    const earlier = breaths.slice(0, -1);
    const answer: CallAnswer = { sayings, next: 'listen', listening, ...(earlier.length > 0 && { earlier }) };
    return { answer, left: { ...call, expects } };
  }

  #connects(call: Call, step: number, sayings: readonly Saying[], caseId: CaseId): StepAnswer {
    const answer: CallAnswer = { sayings, next: 'go', action: stepAddress(step + 1) };
    return { answer, left: { ...call, expects: { what: 'connect', case: caseId } } };
  }

  #transfers(
    call: Call,
    step: number,
    before: readonly Saying[],
    line: PersonLine,
    more: { case?: CaseId; afterwards?: Waits } = {},
  ): StepAnswer {
    const sayings = [...before, this.saying(call, 'connecting')];
    const answer: CallAnswer = { sayings, next: 'dial', line, action: stepAddress(step + 1) };
    return { answer, left: { ...call, expects: { what: 'transfer', ...more } } };
  }

  #ends(call: Call, sayings: readonly Saying[]): StepAnswer {
    return { answer: { sayings, next: 'hangUp' }, left: { ...call, expects: { what: 'nothing' } } };
  }
}
