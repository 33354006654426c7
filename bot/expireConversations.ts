import type { Logger } from 'pino';
import { deleteExpired } from '../kit/retention/expiring.ts';
import { Rounds } from '../kit/rounds.ts';
import type { Store } from '../kit/store/store.ts';
import { type Clock, hours } from '../kit/time.ts';
import { type BotRetention, botExpiring } from './botRetention.ts';

type Expiry = {
  store: Store;
  kept: Partial<BotRetention>;
  clock: Clock;
  log: Logger;
  /** The ids of the web chat's conversations that are over. */
  ended: (conversationIds: string[]) => void;
  every?: number;
};

/**
 * Deletes what the bot's side keeps past its time, now and then every hour; the answer stops that. The timer keeps no
 * process alive.
 */
export function expireConversations({ store, kept, clock, log, ended, every = hours }: Expiry): () => void {
  const work = () => deleteExpired(store, botExpiring(kept, ended), clock());
  return new Rounds({ work, every, log, trouble: 'old conversations could not be deleted' }).start();
}
