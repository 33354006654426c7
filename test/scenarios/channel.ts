import type { Reply } from '../../bot/turn/reply.ts';
import type { Language } from '../../kit/language.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import {
  authenticationInformationEvent,
  SecureForm,
  secureFormContentType,
} from '../../services/contract/secureForm.ts';
import type { Thing, Turn } from './scenario.ts';

/** A sentence as it came to the customer. */
export type Sentence = { messageId: string; text: string; locale: string; form?: SecureForm };

/** One conversation on some channel: a turn of the customer goes in, the bot's sentences come out. */
export interface ScenarioConversation {
  readonly greeting: Sentence[];
  takes(turn: Turn): Promise<Sentence[]>;
  /** Lets time pass as it does for a customer who leaves the conversation open. */
  waits(minutes: number): Promise<void>;
}

/** All that a channel must give so that every scenario runs on it. */
export interface ScenarioChannel {
  readonly name: string;
  /** @param phone of whom it calls or writes, where the channel gives that; a stranger's where nothing is said */
  begin(language: Language, phone?: string): Promise<ScenarioConversation>;
  close(): Promise<void>;
}

export function sentence({ text, locale, channelData, attachments }: Partial<Reply>): Sentence {
  const attached = attachments?.find(({ contentType }) => contentType === secureFormContentType);
  return {
    messageId: channelData?.thawline?.messageId ?? '',
    text: text ?? '',
    locale: locale ?? '',
    ...(attached && { form: SecureForm.parse(attached.content) }),
  };
}

/** What a customer's turns are as activities of a channel that can render the secure form. */
export class FormCarrier {
  #form: SecureForm | undefined;
  #sealed: object | undefined;

  sees(sentences: Sentence[]): void {
    this.#form = sentences.findLast(({ form }) => form)?.form ?? this.#form;
  }

  async activity(turn: Turn): Promise<object> {
    switch (turn.does) {
      case 'says':
        return { type: 'message', text: turn.text };
      case 'isSilent':
        return { type: 'event', name: 'silence' };
      case 'sends':
        return turn.thing === 'the same form again' ? this.#again() : activityOf(turn.thing);
      case 'gives':
        this.#sealed = await this.#seals(turn);
        return this.#sealed;
    }
  }

  async #seals({ item, value }: Turn & { does: 'gives' }): Promise<object> {
    if (this.#form?.item !== item) throw new Error(`no form for the ${item} is open`);
    const { authenticationRequest } = this.#form;
    const { id, attempt } = authenticationRequest;
    const envelope = await seal(value, { authenticationRequest, item });
    const sealed = { authenticationRequest: id, item, attempt, envelope };
    return { type: 'event', name: authenticationInformationEvent, value: sealed };
  }

  #again(): object {
    if (!this.#sealed) throw new Error('no form was sent yet');
    return this.#sealed;
  }
}

/** What is no words, as channels of the Bot Framework carry it. */
export function activityOf(thing: Exclude<Thing, 'the same form again'>): object {
  const attachments = {
    attachment: [{ contentType: 'image/png', contentUrl: 'https://example.invalid/a.png' }],
    location: [{ contentType: 'application/vnd.microsoft.location', content: { latitude: 1, longitude: 2 } }],
    sticker: [{ contentType: 'image/webp', name: 'sticker' }],
  };
  return thing === 'adaptive card'
    ? { type: 'message', value: { answer: 'yes', card: 'over' } }
    : { type: 'message', attachments: attachments[thing] };
}
