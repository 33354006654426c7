import { type Activity, ActivityHandler, type TurnContext } from 'botbuilder';
import type { ConversationHandler, SealedActivity } from '../../../../bot/turn/conversationHandler.ts';
import { networkOfTurn } from '../../../../services/contract/userTerminal.ts';

/** A bot that greets with the locale and echoes; long numbers are sealed away as the real one seals secrets. */
export class EchoBot implements ConversationHandler {
  readonly heard: Activity[] = [];
  /** The network address of each turn, where it has one. */
  readonly networks: unknown[] = [];
  readonly #handler = new ActivityHandler();
  /** What the next messages do before they are answered. */
  beforeReply: (turnContext: TurnContext) => Promise<void> = async () => {};

  constructor() {
    this.#handler.onMembersAdded(async (turnContext) => {
      await turnContext.sendActivity(`Hello in ${turnContext.activity.locale ?? 'no language'}`);
    });
    this.#handler.onMessage(async (turnContext) => {
      await this.beforeReply(turnContext);
      await turnContext.sendActivity(`You said: ${turnContext.activity.text}`);
    });
    this.#handler.onEvent(async (turnContext) => {
      await turnContext.sendActivity(`You sent: ${turnContext.activity.name}`);
    });
  }

  async seal(activity: Activity): Promise<SealedActivity> {
    const text = activity.text?.replace(/\d{6,}/g, '••••');
    const { value: _value, ...rest } = { ...activity, ...(text !== undefined && { text }) };
    return { shown: rest as Activity, heard: { ...rest, value: activity.value } as Activity };
  }

  async handle(turnContext: TurnContext): Promise<void> {
    this.heard.push(turnContext.activity);
    this.networks.push(turnContext.turnState.get(networkOfTurn));
    await this.#handler.run(turnContext);
  }
}
