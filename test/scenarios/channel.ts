import type { Activity } from 'botbuilder';
import type { Language } from '../../services/contract/language.ts';
import {
  type SecureForm,
  SecureForm as SecureFormSchema,
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
  begin(language: Language): Promise<ScenarioConversation>;
  close(): Promise<void>;
}

export function sentence({ text, locale, channelData, attachments }: Partial<Activity>): Sentence {
  const attached = attachments?.find(({ contentType }) => contentType === secureFormContentType);
  return {
    messageId: channelData?.thawline?.messageId,
    text: text ?? '',
    locale: locale ?? '',
    ...(attached && { form: SecureFormSchema.parse(attached.content) }),
  };
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
