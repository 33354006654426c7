import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { Language } from '../services/contract/language.ts';
import { nearestLanguage } from '../services/contract/nearestLanguage.ts';

/** The parts of a conversation's state that the dialogs read and write. No secret and no card number is in them. */
export type ConversationProperties = {
  dialogState: StatePropertyAccessor<DialogState>;
  language: StatePropertyAccessor<Language>;
  /** How often in a row nothing was understood outside any dialog. */
  notUnderstood: StatePropertyAccessor<number>;
};

/** The language of the conversation; before one was chosen, the one that suits the user terminal's locale. */
export async function conversationLanguage(
  turnContext: TurnContext,
  language: StatePropertyAccessor<Language>,
): Promise<Language> {
  return language.get(turnContext, nearestLanguage(turnContext.activity.locale));
}
