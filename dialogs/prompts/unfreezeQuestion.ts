import type { TurnContext } from 'botbuilder';
import type { NamedCard } from '../../services/contract/card.ts';
import type { MessageId } from '../messages/catalogue/index.ts';
import type { Speaker } from '../messages/speaker.ts';
import { understand } from '../understanding/understand.ts';
import { type Answer, Question, type Trouble } from './question.ts';

const choices = ['choice.yes', 'choice.no'] as const;

/** Asks whether to unfreeze the card, which it names by its last four digits. Only a yes to this leads on. */
export class UnfreezeQuestion extends Question<NamedCard, boolean> {
  static readonly id = 'unfreezeQuestion';
  readonly #speaker: Speaker;

  constructor({ speaker }: { speaker: Speaker }) {
    super(UnfreezeQuestion.id);
    this.#speaker = speaker;
  }

  help(): MessageId {
    return 'unfreeze.confirmHelp';
  }

  why(): MessageId {
    return 'unfreeze.confirmHelp';
  }

  protected async ask(turnContext: TurnContext, { lastFour }: NamedCard): Promise<void> {
    await this.#speaker.say(turnContext, 'unfreeze.confirm', { lastFour }, { choices });
  }

  protected hear({ activity }: TurnContext): Answer<boolean, never> {
    const { intent } = understand(activity.text ?? '');
    if (intent === 'affirm' || intent === 'unfreeze') return { value: true };
    if (intent === 'deny') return { value: false };
    return { trouble: 'notUnderstood' };
  }

  protected async repair(
    turnContext: TurnContext,
    { lastFour }: NamedCard,
    _trouble: Trouble,
    times: number,
  ): Promise<void> {
    if (times === 2) await this.#speaker.say(turnContext, 'unfreeze.confirmHelp');
    if (times > 2) await this.#speaker.say(turnContext, 'agent');
    await this.#speaker.say(turnContext, 'unfreeze.confirmAgain', { lastFour }, { choices });
  }
}
