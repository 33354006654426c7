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
  /** Called with the ids of web chat's conversations that were deleted. */
  ended: (conversationIds: string[]) => void;
  every?: number;
};

/**
 * Deletes expired rows of the bot's side now and every hour. Its timer does not keep the process alive. @returns a
 * function that stops it
 */
export function expireConversations({ store, kept, clock, log, ended, every = hours }: Expiry): () => void {
  const work = () => deleteExpired(store, botExpiring(kept, ended), clock());
  return new Rounds({ work, every, log, trouble: 'old conversations could not be deleted' }).start();
}
