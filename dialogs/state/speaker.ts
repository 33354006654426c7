import {
  type Activity,
  ActivityTypes,
  type Attachment,
  InputHints,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import { regionOf, type WordingRegion } from '../../kit/wordingRegion.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import { resultContentType } from '../../services/contract/result.ts';
import type { MessageId } from '../../words/conversation.ts';
import { type ResultSaid, resultOf } from '../messages/resultOf.ts';
import type { Choice, Said } from '../messages/said.ts';
import {
  type Facts,
  ordinarySentences,
  type SentenceId,
  type Sentences,
  type Spoken,
} from '../messages/wording.ts';
import { type ConversationProperties, conversationLanguage } from './conversationState.ts';

type Saying = {
  /** Quick replies; each is sent back as the text that it shows. Where it sounds otherwise, its `text` says how. */
  choices?: readonly Choice[];
  attachment?: Attachment;
  /** What has come of the customer's wish, where this sentence says so: a page shows it as a result. */
  result?: ResultSaid;
  /** The bot now waits for an answer. */
  asks?: boolean;
  /** What the state keeps in its place, where the sentence tells what must not be kept. */
  rememberedAs?: MessageId;
  /** A customer who can be put through to a person is after this sentence: to the one who has `ofCase`, where it is given. */
  leadsToPerson?: boolean;
  ofCase?: CaseId;
  /** The customer waits for a person: on the telephone silence is to be expected. */
  waitsForPerson?: boolean;
  /** The sentence says that nobody is there now, so a voice asks nothing right after it. */
  nobodyThere?: boolean;
  /** Said beside the open question, which stands as it stood: a form that is open stays so. */
  leavesFormOpen?: boolean;
};

/** Marks that this turn has begun to speak. The sentences of the turn before are then forgotten. */
const speaking = Symbol('speaking');

/** Says sentences of the catalogue in the conversation's language. All activities of the bot are made here. */
export class Speaker {
  readonly #language: StatePropertyAccessor<Language>;
  readonly #said: StatePropertyAccessor<Said[]>;
  readonly #agentPhone: string | undefined;
  readonly sentences: Sentences;

  constructor({
    language,
    said,
    agentPhone,
    sentences = ordinarySentences,
  }: Pick<ConversationProperties, 'language' | 'said'> & {
    agentPhone?: string | undefined;
    sentences?: Sentences;
  }) {
    this.#language = language;
    this.#said = said;
    this.#agentPhone = agentPhone;
    this.sentences = sentences;
  }

  async language(turnContext: TurnContext): Promise<Language> {
    return conversationLanguage(turnContext, this.#language);
  }

  async say(turnContext: TurnContext, id: SentenceId, facts: Facts = {}, saying: Saying = {}): Promise<void> {
    const { choices = [], attachment, result, asks = choices.length > 0, leadsToPerson } = saying;
    const language = await this.language(turnContext);
    const place = regionOf(turnContext.activity.locale);
    const known = { agent: this.#agent(language), ...facts };
    const actions = choices.map((choice) => {
      const { id: choiceId, facts: named } = typeof choice === 'string' ? { id: choice, facts: {} } : choice;
      const title = this.sentences.text(language, choiceId, named, place);
      const spoken = this.sentences.speech(language, choiceId, named, place);
      return { type: 'imBack', title, value: title, ...(spoken !== title && { text: spoken }) };
    });
    const attachments = [
      ...(attachment ? [attachment] : []),
      ...(result ? [this.#shown(result, language, place)] : []),
    ];
    const activity: Partial<Activity> = {
      type: ActivityTypes.Message,
      locale: language,
      text: this.sentences.text(language, id, known, place),
      speak: this.sentences.speech(language, id, known, place),
      inputHint: asks ? InputHints.ExpectingInput : InputHints.AcceptingInput,
      channelData: { thawline: marks(id, saying) },
      ...(actions.length > 0 && { suggestedActions: { actions, to: [] } }),
      ...(attachments.length > 0 && { attachments }),
    };
    await turnContext.sendActivity(activity);
    const kept = saying.rememberedAs ? { id: saying.rememberedAs, facts: {} } : { id, facts };
    const led = { ...(leadsToPerson && { leadsToPerson }), ...(choices.length > 0 && { choices }) };
    await this.#remember(turnContext, { ...kept, ...led });
  }

  /** What a person at the desk writes, after who they are: the one thing said here that is in no catalogue. */
  async relay(turnContext: TurnContext, text: string): Promise<void> {
    const language = await this.language(turnContext);
    const who = this.sentences.text(language, 'result.person');
    await turnContext.sendActivity({
      type: ActivityTypes.Message,
      locale: language,
      text: `${who}${language === 'en' ? ': ' : '：'}${text}`,
      speak: text,
      inputHint: InputHints.AcceptingInput,
      channelData: { thawline: { messageId: 'person.says', fromPerson: true, leavesFormOpen: true } },
    });
    await this.#remember(turnContext, { id: 'person.here', facts: {} });
  }

  /** What the bot said in the last turn in which it spoke; in a turn that has spoken, this one. */
  async said(turnContext: TurnContext): Promise<readonly Said[]> {
    return this.#said.get(turnContext, []);
  }

  /** The words of the choice at a place, from 1, of those that the last sentence offered. */
  async offeredAt(turnContext: TurnContext, place: number): Promise<string | undefined> {
    const choice = (await this.said(turnContext)).at(-1)?.choices?.[place - 1];
    if (choice === undefined) return undefined;
    const { id, facts } = typeof choice === 'string' ? { id: choice, facts: {} } : choice;
    return this.sentences.text(await this.language(turnContext), id, facts);
  }

  /** How a customer reaches a person where the bank's own number is not attended, as part of a sentence. */
  agentByCard(language: Language): Spoken {
    return {
      text: this.sentences.text(language, 'agent.byCard'),
      speech: this.sentences.speech(language, 'agent.byCard'),
    };
  }

  #shown(said: ResultSaid, language: Language, place: WordingRegion | undefined): Attachment {
    return {
      contentType: resultContentType,
      content: resultOf(said, this.sentences, { language, place }, this.#agentPhone),
    };
  }

  #agent(language: Language): Spoken {
    const phone = this.#agentPhone;
    if (phone === undefined) return this.agentByCard(language);
    return {
      text: this.sentences.text(language, 'agent.byPhone', { phone }),
      speech: this.sentences.speech(language, 'agent.byPhone', { phone }),
    };
  }

  async #remember(turnContext: TurnContext, sentence: Said): Promise<void> {
    const before = turnContext.turnState.get(speaking) ? await this.said(turnContext) : [];
    turnContext.turnState.set(speaking, true);
    await this.#said.set(turnContext, [...before, sentence]);
  }
}

/** The facts about a sentence for its channel. Its id is for tests and people only; no code decides by it. */
function marks(
  messageId: SentenceId,
  { leadsToPerson, ofCase, waitsForPerson, nobodyThere, leavesFormOpen }: Saying,
): { messageId: SentenceId; caseId?: CaseId } {
  return {
    messageId,
    ...(leadsToPerson && { leadsToPerson, ...(ofCase && { caseId: ofCase }) }),
    ...(waitsForPerson && { waitsForPerson }),
    ...(nobodyThere && { nobodyThere }),
    ...(leavesFormOpen && { leavesFormOpen }),
  };
}
