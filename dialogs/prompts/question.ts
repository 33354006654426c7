import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { MessageId } from '../messages/catalogue/index.ts';

/** Why an answer could not be taken; each kind is counted apart and has its own sentences. */
export type Trouble = 'wrongFormat' | 'notUnderstood' | 'silence';

/** What a question keeps between turns. */
export type QuestionState<About> = { about: About; troubles: Partial<Record<Trouble, number>> };

/** A question as it stands in the dialog stack. */
export type OpenQuestion = { id: string; about: object; help: MessageId; why: MessageId };

export type Answer<Value, Detail> =
  | { value: Value; trouble?: never }
  | { value?: never; trouble: Trouble; detail?: Detail };

/** One question: asks, hears the answer, and where it was none says what was wrong and asks again. */
export abstract class Question<About extends object, Value, Detail = never> extends Dialog<About> {
  /** What `help` and `why do you ask?` are answered with while this question is open. */
  abstract help(about: About): MessageId;
  abstract why(about: About): MessageId;

  protected abstract ask(turnContext: TurnContext, about: About): Promise<void>;
  protected abstract hear(turnContext: TurnContext, about: About): Answer<Value, Detail>;
  /** `times` counts this kind of trouble in this question, from 1. */
  protected abstract repair(
    turnContext: TurnContext,
    about: About,
    trouble: Trouble,
    times: number,
    detail: Detail | undefined,
  ): Promise<void>;

  override async beginDialog(dialogContext: DialogContext, about?: About): Promise<DialogTurnResult> {
    const begun = about ?? ({} as About);
    questionState<About>(dialogContext.activeDialog).about = begun;
    questionState<About>(dialogContext.activeDialog).troubles = {};
    await this.ask(dialogContext.context, begun);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const { about, troubles } = questionState<About>(dialogContext.activeDialog);
    const { value, trouble, detail } = { detail: undefined, ...this.hear(dialogContext.context, about) };
    if (trouble === undefined) return dialogContext.endDialog(value);
    const times = (troubles[trouble] ?? 0) + 1;
    troubles[trouble] = times;
    await this.repair(dialogContext.context, about, trouble, times, detail);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(turnContext: TurnContext, instance: DialogInstance): Promise<void> {
    await this.ask(turnContext, questionState<About>(instance).about);
  }
}

/** botbuilder types a dialog's state as anything; a question wrote it, so its shape is known. */
export function questionState<About>(instance: DialogInstance | undefined): QuestionState<About> {
  if (instance === undefined) throw new Error('no question is open');
  return instance.state as QuestionState<About>;
}

function innermostOf(dialogContext: DialogContext): DialogContext {
  let innermost = dialogContext;
  while (innermost.child) innermost = innermost.child;
  return innermost;
}

/** Counts a silence at the open question. @returns how often there was one, from 1 */
export function countSilence(dialogContext: DialogContext): number {
  const { troubles } = questionState(innermostOf(dialogContext).activeDialog);
  troubles.silence = (troubles.silence ?? 0) + 1;
  return troubles.silence;
}

/** The question that is open now, if any: the innermost dialog of the stack. */
export function openQuestion(dialogContext: DialogContext): OpenQuestion | undefined {
  const innermost = innermostOf(dialogContext);
  const { activeDialog } = innermost;
  const question: unknown = activeDialog && innermost.findDialog(activeDialog.id);
  if (!(question instanceof Question)) return undefined;
  const { about } = questionState<object>(activeDialog);
  return { id: question.id, about, help: question.help(about), why: question.why(about) };
}
