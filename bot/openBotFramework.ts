import type { Heard } from '../dialogs/understanding/heard.ts';
import type { Clock } from '../kit/time.ts';
import { BotFramework } from './channels/botFramework/botFramework.ts';
import { ChannelTokens } from './channels/botFramework/channelTokens.ts';
import { frameworkCredentials } from './channels/botFramework/credentials.ts';
import type { Config } from './config.ts';
import type { Turns } from './turn/turns.ts';

/**
 * Opens the Bot Framework's channels. Without a registration they are off in production, and open to this machine only
 * elsewhere.
 */
export function openBotFramework({
  config,
  turns,
  clock,
}: {
  config: Config;
  turns: Turns<Heard>;
  clock: Clock;
}): BotFramework<Heard> | undefined {
  const { microsoft, production } = config;
  if (production && !microsoft) return undefined;
  const tokens = microsoft && new ChannelTokens({ appId: microsoft.appId, clock });
  return new BotFramework({ turns, tokens, credentials: frameworkCredentials(microsoft) });
}
