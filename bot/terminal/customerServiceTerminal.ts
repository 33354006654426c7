import { ActivityHandler, type ConversationState, type TurnContext } from 'botbuilder';
import { type DialogContext, DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import type { Logger } from 'pino';
import { type Arrival, MainDialog } from '../../dialogs/mainDialog.ts';
import { mainChoices } from '../../dialogs/messages/mainChoices.ts';
import { type Awaited, awaited, awaitsLink } from '../../dialogs/prompts/awaited.ts';
import { type ConversationProperties, conversationLanguage } from '../../dialogs/state/conversationState.ts';
import type { Speaker } from '../../dialogs/state/speaker.ts';
import { heard } from '../../dialogs/understanding/heard.ts';
import { loggedError } from '../../kit/loggedError.ts';
import type { Clock } from '../../kit/time.ts';
import { TurnLost } from '../turn/turnLost.ts';
import { freshen, stamped } from './freshness.ts';
import { keepTranscript } from './transcript.ts';

type Parts = {
  conversationState: ConversationState;
  properties: ConversationProperties;
  dialog: MainDialog;
  speaker: Speaker;
  clock: Clock;
  log: Logger;
};

/**
 * 客服终端, the customer-service terminal as the customer meets it (patent, step 2): one turn of a
 * conversation. Where a turn fails, the customer hears so and the conversation stands where it stood before.
 */
export class CustomerServiceTerminal extends ActivityHandler {
  readonly #parts: Parts;
  readonly #dialogs: DialogSet;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
    this.#dialogs = new DialogSet(parts.properties.dialogState).add(parts.dialog);
    this.onMembersAdded((turnContext) => this.#greets(turnContext));
    this.onMessage((turnContext) => this.#converses(turnContext));
  }

  override async run(turnContext: TurnContext): Promise<void> {
    const found = heard(turnContext.activity);
    const concluded = found?.what === 'linkConcluded' ? found.id : undefined;
    if (concluded && !(await this.#awaitsLink(turnContext, concluded))) return;
    try {
      await super.run(turnContext);
      await stamped(turnContext, this.#parts);
      await this.#parts.conversationState.saveChanges(turnContext);
    } catch (error) {
      // Its sentence would stand between those of the turn that has gone on.
      if (error instanceof TurnLost) throw error;
      // Who has said nothing need not hear of it: whoever tells of the link tries again.
      if (concluded) throw error;
      this.#parts.log.error(
        { err: loggedError(error), conversation: turnContext.activity.conversation.id },
        'a turn failed',
      );
      await this.#parts.speaker.say(
        turnContext,
        'trouble',
        {},
        { leadsToPerson: true, leavesFormOpen: true },
      );
    }
  }

  /** What the conversation of this activity waits for; reads the state, says nothing. */
  async awaited(turnContext: TurnContext): Promise<Awaited> {
    await freshen(turnContext, this.#parts);
    return awaited(await this.#dialogs.createContext(turnContext));
  }

  /** Whether the conversation of this activity was left while a card was to be unfrozen. */
  async isUnfinished(turnContext: TurnContext): Promise<boolean> {
    await freshen(turnContext, this.#parts);
    const { activeDialog } = await this.#dialogs.createContext(turnContext);
    const spokenOf = await this.#parts.properties.spokenOf.get(turnContext, null);
    const isOpen = activeDialog !== undefined && spokenOf?.remote === true;
    return isOpen && !(await this.#parts.dialog.moving.isElsewhere(turnContext));
  }

  /** Whoever was told already, or went on to something else, hears nothing more of it. */
  async #awaitsLink(turnContext: TurnContext, authenticationRequest: string): Promise<boolean> {
    await freshen(turnContext, this.#parts);
    return awaitsLink(await this.#dialogs.createContext(turnContext), authenticationRequest);
  }

  async #greets(turnContext: TurnContext): Promise<void> {
    const { properties, speaker, dialog } = this.#parts;
    await properties.language.set(turnContext, await conversationLanguage(turnContext, properties.language));
    await keepTranscript(turnContext, properties.transcript);
    const offersCase = await dialog.moving.canBeOffered(turnContext);
    await speaker.say(turnContext, 'greeting', {}, { choices: offersCase ? [] : mainChoices });
    if (!offersCase) return;
    const dialogContext = await this.#dialogs.createContext(turnContext);
    await dialogContext.beginDialog(MainDialog.id, { offersCase: true } satisfies Arrival);
  }

  async #converses(turnContext: TurnContext): Promise<void> {
    if (turnContext.activity.conversation.isGroup) {
      await this.#parts.speaker.say(turnContext, 'onlyPrivate');
      return;
    }
    const { properties, speaker } = this.#parts;
    const found = await freshen(turnContext, this.#parts);
    await keepTranscript(turnContext, properties.transcript);
    if (found.as === 'begunAfresh') await speaker.say(turnContext, 'begunAfresh');
    const dialogContext: DialogContext = await this.#dialogs.createContext(turnContext);
    const { status } = await dialogContext.continueDialog();
    if (status !== DialogTurnStatus.empty) return;
    const left = found.as === 'later' ? found.spokenOf?.card : undefined;
    await dialogContext.beginDialog(MainDialog.id, (left ? { left } : {}) satisfies Arrival);
  }
}
