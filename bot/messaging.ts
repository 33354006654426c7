import { createHmac, type KeyObject } from 'node:crypto';
import type { Sentences } from '../dialogs/messages/wording.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import { derivedFrom, type RotatingSecret } from '../kit/rotatingSecret.ts';
import { type MessagesDependencies, TextMessages } from './channels/twilio/messages/messages.ts';
import { messageRoutes } from './channels/twilio/messages/routes.ts';
import type { Sender } from './channels/twilio/messages/sender.ts';
import type { SigningAccount } from './channels/twilio/signedForm.ts';
import { messageSentences } from './messageSentences.ts';

type MessagingOptions = Omit<MessagesDependencies, 'sentences' | 'pseudonyms'> & {
  account: SigningAccount;
  /** The secret that the pseudonyms of customers' numbers are made with. */
  secret: RotatingSecret;
  agentPhone: string | undefined;
  sentences: Sentences;
};

/** The routes of SMS and WhatsApp, which the carrier calls. */
export function messagingRoutes(parts: MessagingOptions): RouteGroup {
  const { account, secret, agentPhone, publicUrl } = parts;
  const keys = derivedFrom(secret, 'messages');
  const pseudonym = (key: KeyObject, { channelId, address }: Sender) =>
    `messages_${createHmac('sha256', key).update(`${channelId} ${address}`).digest('base64url').slice(0, 22)}`;
  const messages = new TextMessages({
    ...parts,
    sentences: messageSentences(parts.sentences, agentPhone),
    pseudonyms: (sender) => keys().map((key) => pseudonym(key, sender)),
  });
  return messageRoutes({ messages, account, publicUrl });
}
