import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
} from '../state/sdkDialogs.ts';
import type { Speaker } from '../state/speaker.ts';
import { type Utterance, utteranceOf } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';

/**
 * Why an answer could not be taken; each kind is counted apart in each question. The fourth kind, not accepted, is
 * the processor's to say and to count.
 */
export type Trouble = 'wrongFormat' | 'notUnderstood' | 'silence';

/** Counted beside them: what is being done was wished for once more, which is no failure. */
type Counted = Trouble | 'repeated';
const repeats: readonly Intent[] = ['unfreeze', 'cardStatus'];

/** The number of troubles of one kind after which a person is offered. After as many silences no more is asked. */
export const mostTroubles = 3;

/** The state of a question between turns. */
export type QuestionState<About> = { about: About; troubles: Partial<Record<Counted, number>> };

/** A question in the dialog stack. */
export type OpenQuestion = {
  id: string;
  about: object;
  help: MessageId;
  why: MessageId;
  troubles: Partial<Record<Counted, number>>;
  takes: readonly Intent[];
  /** Whether what was said answers it, whatever it would mean elsewhere. */
  isAnsweredBy: (said: Utterance) => boolean;
};

export type Answer<Value, Detail> =
  | { value: Value; trouble?: never }
  | { value?: never; trouble: Trouble; detail?: Detail };

/** One question: asks and hears the answer. Where that is none, it says what was wrong and asks again. */
export abstract class Question<About extends object, Value, Detail = never> extends Dialog<About> {
  /** The intents that answer this question, and so interrupt nothing. */
  readonly takes: readonly Intent[] = [];
  protected readonly speaker: Speaker;

  constructor(id: string, { speaker }: { speaker: Speaker }) {
    super(id);
    this.speaker = speaker;
  }

  /** What `help` and `why do you ask?` are answered with while this question is open. */
  abstract help(about: About): MessageId;
  abstract why(about: About): MessageId;
  /** What offers a person at the third trouble. */
  protected abstract readonly offer: MessageId;

  protected abstract ask(turnContext: TurnContext, about: About): Promise<void>;
  protected abstract hear(said: Utterance, about: About): Answer<Value, Detail>;
  /** Whether what was said is an answer, whatever it would mean where this is not asked. */
  recognises(said: Utterance, about: About): boolean {
    return this.takes.includes(said.intent) || this.hear(said, about).trouble === undefined;
  }
  /** Says what is wrong and asks again. @param choices what to offer beside the question's own */
  protected abstract askAgain(
    turnContext: TurnContext,
    about: About,
    trouble: Trouble,
    detail: Detail | undefined,
    choices: readonly MessageId[],
  ): Promise<void>;

  override async beginDialog(dialogContext: DialogContext, about?: About): Promise<DialogTurnResult> {
    const begun = about ?? ({} as About);
    questionState<About>(dialogContext.activeDialog).about = begun;
    questionState<About>(dialogContext.activeDialog).troubles = {};
    await this.ask(dialogContext.context, begun);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const { context } = dialogContext;
    const { about, troubles } = questionState<About>(dialogContext.activeDialog);
    const said = utteranceOf(context.activity);
    const silent = said.found?.what === 'silence';
    const answer: Answer<Value, Detail> = silent ? { trouble: 'silence' } : this.hear(said, about);
    if (answer.trouble === undefined) return this.answered(dialogContext, answer.value);
    const { trouble, detail } = answer;
    if (trouble === 'notUnderstood' && repeats.includes(said.intent)) return this.#repeated(dialogContext);
    const times = (troubles[trouble] ?? 0) + 1;
    troubles[trouble] = times;
    if (trouble === 'silence') {
      await this.speaker.say(context, times === 1 ? 'silence.1' : 'silence.2');
      await this.ask(context, about);
      return Dialog.EndOfTurn;
    }
    // The second time explains more, every later one offers a person and a way out.
    if (times === 2) await this.speaker.say(context, this.help(about));
    if (times >= mostTroubles) await this.speaker.say(context, this.offer);
    await this.askAgain(context, about, trouble, detail, times >= mostTroubles ? wayOut : []);
    return Dialog.EndOfTurn;
  }

  /** Each time it is asked again with more of what it is about; the third time a person is named too. */
  async #repeated({ context, activeDialog }: DialogContext): Promise<DialogTurnResult> {
    const { about, troubles } = questionState<About>(activeDialog);
    const times = (troubles.repeated ?? 0) + 1;
    troubles.repeated = times;
    await this.speaker.say(
      context,
      times === 1 ? 'repeated' : times < mostTroubles ? this.help(about) : this.offer,
    );
    await this.ask(context, about);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(turnContext: TurnContext, instance: DialogInstance): Promise<void> {
    await this.ask(turnContext, questionState<About>(instance).about);
  }

  /** What an answer leads to: the dialog that asked goes on with it. */
  protected answered(dialogContext: DialogContext, value: Value): Promise<DialogTurnResult> {
    return dialogContext.endDialog(value);
  }
}

const wayOut: readonly MessageId[] = ['choice.cancel', 'choice.agent'];

/** Whether a person was offered at this question. A yes that answers nothing else then asks for one. */
export function offersPerson({ troubles }: Pick<OpenQuestion, 'troubles'>): boolean {
  return Math.max(troubles.notUnderstood ?? 0, troubles.wrongFormat ?? 0) >= mostTroubles;
}

/** botbuilder types a dialog's state as anything; a question wrote it, so its shape is known. */
export function questionState<About>(instance: DialogInstance | undefined): QuestionState<About> {
  if (instance === undefined) throw new Error('no question is open');
  return instance.state as QuestionState<About>;
}

/** The question that is open now, if any: the innermost dialog of the stack. */
export function openQuestion({
  stack,
  dialogs,
}: Pick<DialogContext, 'stack' | 'dialogs'>): OpenQuestion | undefined {
  const { instance, dialog } = innermost(stack, [dialogs]);
  if (!(dialog instanceof Question)) return undefined;
  return standing(dialog, questionState<object>(instance));
}

/** A question with its state. */
export function standing<About extends object>(
  question: Question<About, unknown, unknown>,
  { about, troubles }: QuestionState<About>,
): OpenQuestion {
  const { id, takes } = question;
  const isAnsweredBy = (said: Utterance) => question.recognises(said, about);
  return { id, about, troubles, takes, isAnsweredBy, help: question.help(about), why: question.why(about) };
}

/** The key under which an SDK component keeps the stack of its own dialogs. */
type Inner = { dialogs?: { dialogStack?: DialogInstance[] } };

/**
 * Read off the stacks themselves: the SDK's own way makes a dialog context for each, with a memory that nobody uses.
 * @param sets in which its dialog is looked for, the innermost first
 */
function innermost(
  stack: readonly DialogInstance[],
  sets: readonly DialogContext['dialogs'][],
): { instance: DialogInstance | undefined; dialog: unknown } {
  const instance = stack.at(-1);
  const dialog = instance && sets.map((set) => set.find(instance.id)).find((one) => one !== undefined);
  if (!(dialog instanceof ComponentDialog)) return { instance, dialog };
  const { dialogs: inner }: Inner = instance?.state ?? {};
  return innermost(inner?.dialogStack ?? [], [dialog.dialogs, ...sets]);
}
