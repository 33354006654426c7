import type { Sentences } from '../dialogs/messages/wording.ts';
import type { Clock } from '../kit/time.ts';
import { statusAddress } from './channels/twilio/messages/messageChannels.ts';
import { TwilioTexts } from './channels/twilio/messages/twilioTexts.ts';
import { UnaskedMessages } from './channels/twilio/messages/unaskedMessages.ts';
import { messageSentences } from './messageSentences.ts';
import type { CarrierSide } from './openCarrier.ts';
import type { Turns } from './turn/turns.ts';

type OpenUnaskedMessagesOptions<Found> = {
  agentPhone: string | undefined;
  carrier: CarrierSide;
  turns: Pick<Turns<Found>, 'tell'>;
  sentences: Sentences;
  publicUrl: () => string;
  clock: Clock;
};

/** SMS and WhatsApp that the bot begins. */
export function openUnaskedMessages<Found>({
  agentPhone,
  carrier,
  publicUrl,
  ...parts
}: OpenUnaskedMessagesOptions<Found>): UnaskedMessages<Found> {
  const texts = new TwilioTexts({ ...carrier, statusUrl: () => `${publicUrl()}${statusAddress}` });
  const sentences = messageSentences(parts.sentences, agentPhone);
  return new UnaskedMessages({ ...parts, texts, sentences });
}
