import {
  type Activity,
  ActivityTypes,
  type Attachment,
  InputHints,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import type { Language } from '../../services/contract/language.ts';
import { conversationLanguage } from '../conversationState.ts';
import type { MessageId } from './catalogue/index.ts';
import { type Facts, speech, text } from './wording.ts';

type Saying = {
  /** Quick replies; each is sent back as the text that it shows. Where it sounds otherwise, its `text` says how. */
  choices?: readonly MessageId[];
  attachment?: Attachment;
  /** The bot now waits for an answer. */
  asks?: boolean;
};

/** Says sentences of the catalogue in the conversation's language. The only place where the bot's activities are made. */
export class Speaker {
  readonly #language: StatePropertyAccessor<Language>;
  readonly #agentPhone: string | undefined;

  constructor({
    language,
    agentPhone,
  }: { language: StatePropertyAccessor<Language>; agentPhone?: string | undefined }) {
    this.#language = language;
    this.#agentPhone = agentPhone;
  }

  async language(turnContext: TurnContext): Promise<Language> {
    return conversationLanguage(turnContext, this.#language);
  }

  async say(
    turnContext: TurnContext,
    id: MessageId,
    facts: Facts = {},
    { choices = [], attachment, asks = choices.length > 0 }: Saying = {},
  ): Promise<void> {
    const language = await this.language(turnContext);
    const known = { agent: this.#agent(language), ...facts };
    const actions = choices.map((choice) => {
      const title = text(language, choice);
      const spoken = speech(language, choice);
      return { type: 'imBack', title, value: title, ...(spoken !== title && { text: spoken }) };
    });
    const activity: Partial<Activity> = {
      type: ActivityTypes.Message,
      locale: language,
      text: text(language, id, known),
      speak: speech(language, id, known),
      inputHint: asks ? InputHints.ExpectingInput : InputHints.AcceptingInput,
      channelData: { thawline: { messageId: id } },
      ...(actions.length > 0 && { suggestedActions: { actions, to: [] } }),
      ...(attachment && { attachments: [attachment] }),
    };
    await turnContext.sendActivity(activity);
  }

  #agent(language: Language): string {
    return this.#agentPhone === undefined
      ? text(language, 'agent.byCard')
      : text(language, 'agent.byPhone', { phone: this.#agentPhone });
  }
}
