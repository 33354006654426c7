import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import type { Sentences } from '../dialogs/messages/wording.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import { derivedFrom, newestOf, type RotatingSecret } from '../kit/rotatingSecret.ts';
import type { Clock } from '../kit/time.ts';
import { MessageCrypto } from './channels/weChat/messageCrypto.ts';
import { weChatRoutes } from './channels/weChat/routes.ts';
import { WeChat, type WeChatDependencies } from './channels/weChat/weChat.ts';
import type { WeChatAccount } from './channels/weChat/weChatSettings.ts';
import { messageSentences } from './messageSentences.ts';

type OpenWeChatOptions = Pick<WeChatDependencies, 'turns'> & {
  account: WeChatAccount;
  sentences: Sentences;
  agentPhone: string | undefined;
  /** The secret that the pseudonyms of followers are made with. */
  secret: RotatingSecret;
  clock: Clock;
  log: Logger;
};

/** The routes of an official account of WeChat, which the platform calls. */
export function openWeChat({
  account,
  sentences,
  agentPhone,
  secret,
  clock,
  ...parts
}: OpenWeChatOptions): RouteGroup {
  const keys = derivedFrom(secret, 'weChat');
  const pseudonym = (follower: string) =>
    `weChat_${createHmac('sha256', newestOf(keys)).update(follower).digest('base64url').slice(0, 22)}`;
  const trouble = () => messageSentences(sentences, agentPhone).say('trouble', 'zh-Hans');
  const weChat = new WeChat({ ...parts, pseudonym, trouble });
  return weChatRoutes({ weChat, crypto: new MessageCrypto(account), clock });
}
