import type { Sentences } from '../dialogs/messages/wording.ts';
import type { Clock } from '../kit/time.ts';
import { statusAddress } from './channels/twilio/messages/messageChannels.ts';
import { TwilioTexts } from './channels/twilio/messages/twilioTexts.ts';
import { type TextSender, UnaskedMessages } from './channels/twilio/messages/unaskedMessages.ts';
import type { Config } from './config.ts';
import { messageSentences } from './messageSentences.ts';
import type { Turns } from './turn/turns.ts';

type OpenUnaskedMessagesOptions<Found> = {
  config: Pick<Config, 'twilio'>;
  agentPhone: string | undefined;
  /** With the demo bank nothing leaves this machine: who takes what is sent there. */
  demo: { send(message: { id: string; to: string; body: string }): Promise<unknown> } | undefined;
  turns: Pick<Turns<Found>, 'tell'>;
  sentences: Sentences;
  publicUrl: () => string;
  clock: Clock;
};

/** SMS and WhatsApp that the bot begins; undefined where nothing can be sent. */
export async function openUnaskedMessages<Found>({
  config: { twilio: account },
  agentPhone,
  demo,
  publicUrl,
  ...parts
}: OpenUnaskedMessagesOptions<Found>): Promise<UnaskedMessages<Found> | undefined> {
  const texts = demo ? demoTexts(demo) : await carrierTexts(account, publicUrl);
  const sentences = messageSentences(parts.sentences, agentPhone);
  return texts && new UnaskedMessages({ ...parts, texts, sentences });
}

function demoTexts(demo: NonNullable<OpenUnaskedMessagesOptions<never>['demo']>): TextSender {
  return {
    async send({ to, body }) {
      await demo.send({ id: `desk ${to}`, to, body });
    },
    hasSent: async () => false,
  };
}

/** Twilio's library takes a while to load: only who sends waits for it. */
async function carrierTexts(
  account: Config['twilio'],
  publicUrl: () => string,
): Promise<TextSender | undefined> {
  const [token] = account?.tokens ?? [];
  if (account?.from === undefined || token === undefined) return undefined;
  const { Twilio } = (await import('twilio')).default;
  const client = new Twilio(account.sid, token);
  return new TwilioTexts({ client, from: account.from, statusUrl: () => `${publicUrl()}${statusAddress}` });
}
