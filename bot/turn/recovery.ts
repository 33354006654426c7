import type { Logger } from 'pino';
import { Rounds } from '../../kit/rounds.ts';
import { seconds } from '../../kit/time.ts';
import type { ChannelForm } from './channelForm.ts';
import type { Delivery } from './delivery.ts';
import type { Turns } from './turns.ts';

type Recovery = {
  turns: Pick<Turns<never>, 'recover'>;
  /** The form of a channel that recovers; undefined for others. */
  formOf: (delivery: Delivery) => ChannelForm<unknown> | undefined;
  log: Pick<Logger, 'error'>;
  every?: number;
};

/**
 * Looks for turns that were lost with a process, now and every two seconds; the answer stops that. The timer keeps no
 * process alive.
 */
export function keepRecovering({ turns, formOf, log, every = 2 * seconds }: Recovery): () => void {
  const trouble = 'turns that were lost could not be looked for';
  return new Rounds({ work: () => turns.recover(formOf), every, log, trouble }).start();
}
