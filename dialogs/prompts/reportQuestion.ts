import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import { patternOf } from '../../words/heard.ts';
import type { Speaker } from '../state/speaker.ts';
import { chosenOf, type Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYes } from '../understanding/yes.ts';
import { type Answer, Question } from './question.ts';

const choices = ['choice.report', 'choice.goOn'] as const;
const goingOn = patternOf((heard) => heard.answers.goingOn);
const staying: readonly Intent[] = ['deny', 'goBack', 'unfreeze'];

/**
 * Asks whether what was said is a report of a loss, before anything is left for it. A no goes on with the question before;
 * a yes never comes here, since a report is taken before any question is asked.
 */
export class ReportQuestion extends Question<object, 'goesOn'> {
  static readonly id = 'report';
  protected readonly offer = 'leave.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(ReportQuestion.id, parts);
  }

  help(): MessageId {
    return 'report.isItOneHelp';
  }

  why(): MessageId {
    return 'report.isItOneHelp';
  }

  protected async ask(turnContext: TurnContext): Promise<void> {
    await this.speaker.say(turnContext, 'report.isItOne', {}, { choices });
  }

  protected hear(said: Utterance): Answer<'goesOn', never> {
    const { words, intent } = said;
    const stays = chosenOf(said, ['choice.goOn']) || staying.includes(intent) || goingOn.test(words);
    return stays ? { value: 'goesOn' } : { trouble: 'notUnderstood' };
  }

  protected async askAgain(turnContext: TurnContext): Promise<void> {
    await this.ask(turnContext);
  }
}

/** Whether this is a yes to that question. */
export function confirmsReport(said: Utterance): boolean {
  const { words, intent } = said;
  if (chosenOf(said, choices)) return said.label === 'choice.report';
  return saysYes(words) && intent === 'affirm' && !goingOn.test(words);
}
