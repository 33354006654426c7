import type { CaseId } from '../../../../services/contract/handoff.ts';
import { messagesOf, type Reply } from '../../../turn/reply.ts';
import type { Turned } from '../../../turn/terminal.ts';
import type { Call, Left } from './callLog.ts';
import type { CallSentence, CallSentences } from './callSentences.ts';
import type { Expects } from './expects.ts';
import type { CallAnswer, Line, Listening, Saying } from './twiml.ts';
import { stepAddress } from './voiceChannel.ts';
import { firstTongue, tongueFor, tongues, type Voices } from './voices.ts';

/** An answer, and the state of the call after it. */
export type StepAnswer = { answer: CallAnswer; left: Left };

/** Seconds of silence before the caller is asked again; keying a long number from a card takes time. */
const patience = { choice: 5, number: 10, unhurried: 30 };

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

  /** Asks for the language, by naming each in one short sentence. */
  whichTongue(call: Call, step: number, before: readonly Saying[] = []): StepAnswer {
    const { sentences } = this.#parts;
    const sayings = tongues.map((tongue) => ({ text: sentences.pressFor(tongue), tongue }));
    const hints = ['普通话', '國語', 'English', '廣東話'];
    return this.#listens(call, step, [...before, ...sayings], { what: 'tongue' }, hints);
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
    return this.#listens(call, step, [...before, ...sayings], { what: 'resume', conversationId });
  }

  /** The replies of a turn, and what the conversation waits for. */
  afterTurn(
    asked: Call,
    step: number,
    { replies, expects }: Turned,
    before: readonly Saying[] = [],
  ): StepAnswer {
    const { personAfter, personOfCase, ...expected } = expects;
    const messages = messagesOf(replies);
    const said = messages.map((reply) => this.#reply(asked, reply));
    // After a customer has changed the language with words, the voice changes too.
    const call = { ...asked, tongue: said.at(-1)?.tongue ?? asked.tongue };
    if (personAfter !== undefined) {
      const leading = [...before, ...said.slice(0, personAfter + 1)];
      if (personOfCase !== undefined) return this.#connects(call, step, leading, personOfCase);
      const number = this.#parts.agent();
      if (number !== undefined) return this.#transfers(call, step, leading, { to: number });
      said.splice(personAfter + 1, 0, this.saying(call, 'nobodyThere'));
    }
    const sayings = [...before, ...said];
    const actions = messages.at(-1)?.suggestedActions?.actions ?? [];
    if (expected.what !== 'words' || actions.length === 0) {
      return this.#listens(call, step, sayings, expected);
    }
    const keys = actions.map(({ text, title }, place) =>
      this.saying(call, 'press', { choice: text ?? title, key: place + 1 }),
    );
    const values = actions.map(({ value }) => String(value));
    const hints = actions.map(({ title }) => title.replace(/[,，]\s*/g, ' '));
    return this.#listens(call, step, [...sayings, ...keys], { ...expected, what: 'choice', values }, hints);
  }

  /** Connects the caller to a person if one can take the call; otherwise says so and ends the call. */
  person(call: Call, step: number, before: readonly Saying[] = []): StepAnswer {
    const number = this.#parts.agent();
    if (number !== undefined) return this.#transfers(call, step, before, { to: number });
    return this.#ends(call, [...before, this.saying(call, 'nobodyThere')]);
  }

  /** Puts the caller through to whoever has their case at the desk. */
  puts(call: Call, step: number, line: Line, caseId: CaseId): StepAnswer {
    return this.#transfers(call, step, [], line, caseId);
  }

  /** The caller holds the line: what follows is told as soon as the desk says it. */
  holds(call: Call, step: number): StepAnswer {
    const sayings = [this.saying(call, 'stillWorking')];
    return this.#listens(call, step, sayings, { what: 'words', unhurried: true });
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
    return { text: sentences.say(id, voices[tongue].language, facts), tongue };
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
    sayings: readonly Saying[],
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
    const spoken = slowly ? sayings.map((saying) => ({ ...saying, slowly })) : sayings;
    return { answer: { sayings: spoken, next: 'listen', listening }, left: { ...call, expects } };
  }

  #connects(call: Call, step: number, sayings: readonly Saying[], caseId: CaseId): StepAnswer {
    const answer: CallAnswer = { sayings, next: 'go', action: stepAddress(step + 1) };
    return { answer, left: { ...call, expects: { what: 'connect', case: caseId } } };
  }

  #transfers(call: Call, step: number, before: readonly Saying[], line: Line, caseId?: CaseId): StepAnswer {
    const sayings = [...before, this.saying(call, 'connecting')];
    const answer: CallAnswer = { sayings, next: 'dial', line, action: stepAddress(step + 1) };
    return { answer, left: { ...call, expects: { what: 'transfer', ...(caseId && { case: caseId }) } } };
  }

  #ends(call: Call, sayings: readonly Saying[]): StepAnswer {
    return { answer: { sayings, next: 'hangUp' }, left: { ...call, expects: { what: 'nothing' } } };
  }
}
