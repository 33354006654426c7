import { createHmac, randomUUID } from 'node:crypto';
import type { Place } from '../../dialogs/state/caseBook.ts';
import { type Lock, lock } from '../../kit/store/lock.ts';
import { type EntityManager, In, MoreThan } from '../../kit/store/query.ts';
import { type Instant, instant, later, minutes } from '../../kit/time.ts';
import { WrongGuessRows } from './movingTables.ts';

/** For so long a wrong guess counts. */
const guessesCountFor = 10 * minutes;
const mostFromOne = 5;
/** More than that is no ordinary day: somebody tries one code after the other, from everywhere. */
const ordinaryMost = 300;
const everywhere = 'everywhere';

/** Where guesses come from: the conversation, its user terminal, the telephone, the network. None is kept as it is. */
function originsOf(key: Buffer, { channelId, conversationId, userTerminal, phone }: Place): string[] {
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

/** Of guesses from one place one is counted before the next is looked at. */
export function guessLocks(key: Buffer, place: Place): Lock[] {
  return originsOf(key, place).map((origin) => lock('wrongGuesses', origin));
}

/** Whether too many were wrong from here, and whether too many were wrong over all. */
export async function wrongLately(
  manager: EntityManager,
  { key, place, now }: { key: Buffer; place: Place; now: Date },
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
  { key, place, now }: { key: Buffer; place: Place; now: Date },
): Promise<void> {
  const at: Instant = instant(now);
  const origins = [...originsOf(key, place), everywhere];
  await manager.insert(
    WrongGuessRows,
    origins.map((origin) => ({ id: randomUUID(), origin, at })),
  );
}
