import type { TurnContext } from 'botbuilder';
import { channelRows } from '../../services/contract/channels.ts';
import type { MessageId } from '../../words/conversation.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import type { ConversationProperties, Solved } from '../state/conversationState.ts';
import type { DialogDependencies } from '../state/dialogDependencies.ts';
import { userTerminal } from '../state/userTerminal.ts';

type Properties = Pick<ConversationProperties, 'solved' | 'withPerson' | 'lossReport'>;

/** The quick replies of the question; a person is one tap away for whoever was not helped. */
const answers: readonly MessageId[] = ['choice.solved', 'choice.notSolved', 'choice.agent'];

/** The end of a matter: whether it is solved, asked once in a conversation, otherwise what else there is to do. */
export class Closing {
  readonly #parts: Pick<DialogDependencies, 'speaker' | 'asksWhetherSolved'>;
  readonly #properties: Properties;

  constructor(parts: Pick<DialogDependencies, 'speaker' | 'asksWhetherSolved'>, properties: Properties) {
    this.#parts = parts;
    this.#properties = properties;
  }

  /** A card was unfrozen, which is asked about rather than an answer before. */
  hasUnfrozen(turnContext: TurnContext): Promise<void> {
    return this.#isDue(turnContext, { after: 'unfrozen', about: '' });
  }

  /** @param about the topic of the answer */
  hasAnswered(turnContext: TurnContext, about: string): Promise<void> {
    return this.#isDue(turnContext, { after: 'answered', about });
  }

  /** Not while a person has the matter, nor where a loss was reported. */
  async isToAsk(turnContext: TurnContext): Promise<boolean> {
    const { solved, withPerson, lossReport } = this.#properties;
    const stands = await solved.get(turnContext, null);
    if (!this.#parts.asksWhetherSolved || stands?.standing !== 'due') return false;
    const { channel } = userTerminal(turnContext);
    const after: readonly Solved['after'][] = channelRows[channel].asksWhetherSolved;
    if (!after.includes(stands.after)) return false;
    return (
      (await withPerson.get(turnContext, null)) === null && (await lossReport.get(turnContext, null)) === null
    );
  }

  /**
   * Asks in place of what else there is, so that there is never more than one question.
   * @param isDone whether the customer has just got what there is
   */
  async ends(turnContext: TurnContext, isDone: boolean): Promise<void> {
    const { solved } = this.#properties;
    const stands = await solved.get(turnContext, null);
    if (stands === null || !isDone || !(await this.isToAsk(turnContext)))
      return this.#parts.speaker.say(turnContext, 'anythingElse', {}, { choices: mainChoices });
    await solved.set(turnContext, { ...stands, standing: 'asked' });
    await this.#parts.speaker.say(turnContext, 'solved.ask', {}, { choices: answers });
  }

  async #isDue(turnContext: TurnContext, done: Omit<Solved, 'standing'>): Promise<void> {
    const { solved } = this.#properties;
    const stands = await solved.get(turnContext, null);
    if (stands === null || (stands.standing === 'due' && stands.after === 'answered'))
      await solved.set(turnContext, { ...done, standing: 'due' });
  }
}
