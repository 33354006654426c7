import type { TurnContext } from 'botbuilder';
import { normalText } from '../../kit/customerText.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import { channelRows } from '../../services/contract/channels.ts';
import type { MessageId } from '../../words/conversation.ts';
import { numbersIn } from '../../words/numbers/numbersIn.ts';
import type { Speaker } from '../state/speaker.ts';
import { userTerminal } from '../state/userTerminal.ts';
import { chosenOf, type Utterance } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYesToUnfreezing } from '../understanding/yes.ts';
import { type Answer, Question } from './question.ts';

const answers = ['choice.yes', 'choice.no'] as const;

/** Left out where each line costs money; customers can ask for a code in words there. */
function choicesOn(turnContext: TurnContext): readonly MessageId[] {
  const { costsByTheLine } = channelRows[userTerminal(turnContext).channel];
  return costsByTheLine ? answers : [...answers, 'choice.elsewhere'];
}

/** Asks whether to unfreeze the card with these last four digits. Only a yes to this question leads on. */
export class UnfreezeQuestion extends Question<NamedCard, boolean> {
  static readonly id = 'unfreezeQuestion';
  override readonly takes: readonly Intent[] = ['affirm', 'unfreeze', 'deny'];
  protected readonly offer = 'unfreeze.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(UnfreezeQuestion.id, parts);
  }

  help(): MessageId {
    return 'unfreeze.confirmHelp';
  }

  why(): MessageId {
    return 'unfreeze.confirmHelp';
  }

  protected async ask(turnContext: TurnContext, { lastFour }: NamedCard): Promise<void> {
    await this.speaker.say(
      turnContext,
      'unfreeze.confirm',
      { lastFour },
      { choices: choicesOn(turnContext) },
    );
  }

  protected hear(said: Utterance, card: NamedCard): Answer<boolean, never> {
    const { words, intent } = said;
    const choice = chosenOf(said, answers);
    if (choice) return { value: choice === 'choice.yes' };
    if (saysYesToUnfreezing(words, card.lastFour)) return { value: true };
    if (intent === 'deny') return { value: false };
    return { trouble: 'notUnderstood' };
  }

  protected async askAgain(turnContext: TurnContext, { lastFour }: NamedCard): Promise<void> {
    await this.speaker.say(
      turnContext,
      'unfreeze.confirmAgain',
      { lastFour },
      { choices: choicesOn(turnContext) },
    );
  }
}

/** Whether other last four digits are named. A yes with them is no yes to this card. */
export function namesOther(text: string, { lastFour }: NamedCard): boolean {
  const written: string[] = normalText(text).match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const read = numbersIn(text).flatMap(({ digits }) => (digits.length === lastFour.length ? digits : []));
  const named = [...written, ...read];
  return named.length > 0 && !named.includes(lastFour);
}
