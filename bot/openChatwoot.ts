import type { Logger } from 'pino';
import type { Brand } from '../brand/brand.ts';
import { brandedTexts } from '../brand/brandedWords.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { channelNames } from '../words/channelNames.ts';
import { deskPage } from '../words/deskPage.ts';
import { ChatwootCases } from './desk/chatwoot/chatwootCases.ts';
import { ChatwootClient } from './desk/chatwoot/chatwootClient.ts';
import { ChatwootEvents } from './desk/chatwoot/chatwootEvents.ts';
import type { ChatwootInbox } from './desk/chatwoot/chatwootSettings.ts';
import { chatwootRoutes } from './desk/chatwoot/routes.ts';
import type { Desk } from './desk/desk.ts';

type OpenChatwootOptions = {
  at: ChatwootInbox;
  store: Store;
  desk: Desk;
  brand: Brand;
  clock: Clock;
  log: Logger;
};

/** A Chatwoot of the bank as the desk: the address for its webhooks, and what brings cases to it. */
export function openChatwoot({ at, brand, ...parts }: OpenChatwootOptions): {
  routes: RouteGroup;
  cases: ChatwootCases;
} {
  const client = new ChatwootClient({ at });
  const words = brandedTexts(brand, 'deskPage', deskPage);
  const cases = new ChatwootCases({ ...parts, client, words, channels: channelNames });
  const events = new ChatwootEvents({ ...parts, cases, client, at, words });
  return { routes: chatwootRoutes({ events, secret: at.webhookSecret, clock: parts.clock }), cases };
}
