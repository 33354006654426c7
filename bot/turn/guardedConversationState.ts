import { ConversationState, type TurnContext } from 'botbuilder';
import { type Beside, type ConversationStates, notYet } from './conversationStates.ts';

/** Under this a turn's state may have what is written in one transaction with the conversation's: a `Beside`. */
export const besideState = Symbol('besideState');

/**
 * Botbuilder's own conversation state writes over whatever is there (its `saveChanges` sets the eTag `*`). This one
 * writes only over what its turn has read, so that a turn that others have overtaken cannot undo what they did.
 */
export class GuardedConversationState extends ConversationState {
  readonly #storage: ConversationStates;
  readonly #versionRead = Symbol('versionRead');

  constructor(storage: ConversationStates) {
    super(storage);
    this.#storage = storage;
  }

  override async load(turnContext: TurnContext, force = false): Promise<unknown> {
    const isRead = force || this.get(turnContext) === undefined;
    const state = await super.load(turnContext, force);
    if (isRead) turnContext.turnState.set(this.#versionRead, state.eTag ?? notYet);
    return state;
  }

  /**
   * Writes the state at the end of a turn; a turn ends once.
   * @throws TurnLost where another turn has written meanwhile
   */
  override async saveChanges(turnContext: TurnContext): Promise<void> {
    const state = this.get(turnContext);
    if (state === undefined) return;
    const eTag = turnContext.turnState.get(this.#versionRead);
    const beside: Beside | undefined = turnContext.turnState.get(besideState);
    await this.#storage.write({ [this.getStorageKey(turnContext) ?? '']: { ...state, eTag } }, beside);
  }
}
