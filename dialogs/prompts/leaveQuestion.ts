import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import { patternOf } from '../../words/heard.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import type { DialogContext, DialogTurnResult } from '../state/sdkDialogs.ts';
import type { Speaker } from '../state/speaker.ts';
import { chosenOf, type Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYes } from '../understanding/yes.ts';
import { type Answer, Question, questionState } from './question.ts';

/** The sentence for a customer who leaves. */
export type Leaving = { how: 'cancelled' | 'startedOver' };

const choices = ['choice.stop', 'choice.goOn'] as const;
const goingOn = patternOf((heard) => heard.answers.goingOn);
/** Words that could mean going on as well as stopping. */
const onwards = patternOf((heard) => heard.answers.onwards);
const staying: readonly Intent[] = ['deny', 'goBack', 'unfreeze'];
const stopping: readonly Intent[] = ['cancel', 'startOver'];

/** Asks whether to stop where a given item would be lost. After a no the question before is asked again. */
export class LeaveQuestion extends Question<Leaving, boolean> {
  static readonly id = 'leave';
  override readonly takes: readonly Intent[] = [
    'affirm',
    'deny',
    'goBack',
    'cancel',
    'startOver',
    'unfreeze',
  ];
  protected readonly offer = 'leave.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(LeaveQuestion.id, parts);
  }

  help(): MessageId {
    return 'leave.help';
  }

  why(): MessageId {
    return 'leave.help';
  }

  protected async ask(turnContext: TurnContext): Promise<void> {
    await this.speaker.say(turnContext, 'leave.confirm', {}, { choices });
  }

  protected hear(said: Utterance): Answer<boolean, never> {
    const { words, intent } = said;
    const choice = chosenOf(said, choices);
    if (choice) return { value: choice === 'choice.stop' };
    if (staying.includes(intent) || goingOn.test(words)) return { value: false };
    const leaves = stopping.includes(intent) || (saysYes(words) && !onwards.test(words));
    return leaves ? { value: true } : { trouble: 'notUnderstood' };
  }

  protected async askAgain(turnContext: TurnContext): Promise<void> {
    await this.speaker.say(turnContext, 'leave.confirmAgain', {}, { choices });
  }

  protected override async answered(
    dialogContext: DialogContext,
    leaves: boolean,
  ): Promise<DialogTurnResult> {
    const { how } = questionState<Leaving>(dialogContext.activeDialog).about;
    if (!leaves) return dialogContext.endDialog();
    await this.speaker.say(dialogContext.context, how, {}, { choices: mainChoices });
    return dialogContext.cancelAllDialogs();
  }
}
