import { createHmac, hkdfSync } from 'node:crypto';
import type { Sentences } from '../dialogs/messages/wording.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import { Messages, type MessagesParts } from './channels/twilio/messages/messages.ts';
import { messageRoutes } from './channels/twilio/messages/routes.ts';
import type { Sender } from './channels/twilio/messages/sender.ts';
import type { SigningAccount } from './channels/twilio/signedForm.ts';
import { messageSentences } from './messageSentences.ts';

type Parts = Omit<MessagesParts, 'sentences' | 'pseudonym'> & {
  account: SigningAccount;
  /** From which the pseudonyms of customers' numbers are made. */
  secret: Buffer;
  agentPhone: string | undefined;
  sentences: Sentences;
};

/** SMS and WhatsApp: the routes on which the carrier brings messages. */
export function messaging(parts: Parts): RouteGroup {
  const { account, secret, agentPhone, publicUrl } = parts;
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'messages', 32));
  const pseudonym = ({ channelId, address }: Sender) =>
    `messages_${createHmac('sha256', key).update(`${channelId} ${address}`).digest('base64url').slice(0, 22)}`;
  const messages = new Messages({
    ...parts,
    sentences: messageSentences(parts.sentences, agentPhone),
    pseudonym,
  });
  return messageRoutes({ messages, account, publicUrl });
}
