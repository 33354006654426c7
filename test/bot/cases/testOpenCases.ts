import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import { OpenCases } from '../../../bot/cases/openCases.ts';
import type { Store } from '../../../kit/store/store.ts';
import type { Clock, Pause } from '../../../kit/time.ts';
import { testKey } from '../../testKey.ts';

/** The book of open cases under a key that every test shares, so that bots beside each other know each other's codes. */
export function openCases({
  pause = async () => {},
  secrets = [testKey(7)],
  moves = { noteMove: async () => {} },
  ...parts
}: {
  store: Store;
  clock: Clock;
  log: Logger;
  pause?: Pause;
  secrets?: KeyObject[];
  moves?: ConstructorParameters<typeof OpenCases>[0]['moves'];
}): OpenCases {
  return new OpenCases({ ...parts, moves, pause, secret: () => secrets });
}
