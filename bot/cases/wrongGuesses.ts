import { createHmac, type KeyObject, randomUUID } from 'node:crypto';
import type { CasePlace } from '../../dialogs/state/caseBook.ts';
import { type Lock, lock } from '../../kit/store/lock.ts';
import { type EntityManager, In, MoreThan } from '../../kit/store/query.ts';
import { type Instant, instant, later, minutes } from '../../kit/time.ts';
import { WrongGuessRows } from './movingTables.ts';

/** The time for which a wrong guess counts. */
const guessesCountFor = 10 * minutes;
const mostFromOne = 5;
/** The most wrong guesses on an ordinary day; with more, somebody is trying one code after the other. */
const ordinaryMost = 300;
const everywhere = 'everywhere';

/**
 * The origins of a guess: the conversation, its user terminal, the telephone, the network, each stored as an HMAC only.
 */
function originsOf(key: KeyObject, { channelId, conversationId, userTerminal, phone }: CasePlace): string[] {
  const { channel, address, network } = userTerminal;
  const origins = [
    ['conversation', channelId, conversationId],
    ['userTerminal', channel, address],
    ...(phone ? [['phone', phone]] : []),
    ...(network ? [['network', network]] : []),
  ];
  return origins.map((origin) =>
    createHmac('sha256', key).update(JSON.stringify(origin)).digest('base64url'),
  );
}

/** The locks that let one guess from an origin be counted before the next is looked at. */
export function guessLocks(key: KeyObject, place: CasePlace): Lock[] {
  return originsOf(key, place).map((origin) => lock('wrongGuesses', origin));
}

/** Whether there were too many wrong guesses from these origins, and whether there were too many in total. */
export async function wrongLately(
  manager: EntityManager,
  { key, place, now }: { key: KeyObject; place: CasePlace; now: Date },
): Promise<{ here: boolean; everywhere: boolean }> {
  const at = MoreThan(instant(later(now, -guessesCountFor)));
  const origins = originsOf(key, place);
  const rows = await manager.findBy(WrongGuessRows, { origin: In(origins), at });
  const here = origins.some((one) => rows.filter(({ origin }) => origin === one).length >= mostFromOne);
  const overall = await manager.countBy(WrongGuessRows, { origin: everywhere, at });
  return { here, everywhere: overall >= ordinaryMost };
}

export async function noteWrong(
  manager: EntityManager,
  { key, place, now }: { key: KeyObject; place: CasePlace; now: Date },
): Promise<void> {
  const at: Instant = instant(now);
  const origins = [...originsOf(key, place), everywhere];
  await manager.insert(
    WrongGuessRows,
    origins.map((origin) => ({ id: randomUUID(), origin, at })),
  );
}
