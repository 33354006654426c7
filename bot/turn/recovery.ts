import { seconds } from '../../kit/time.ts';
import type { ChannelForm } from './channelForm.ts';
import type { Delivery } from './delivery.ts';
import type { Turns } from './turns.ts';

type Recovery = {
  turns: Pick<Turns<never>, 'recover'>;
  /** The form of a channel that recovers; undefined for others. */
  formOf: (delivery: Delivery) => ChannelForm<unknown> | undefined;
  every?: number;
};

/**
 * Looks for turns that were lost with a process, now and every two seconds; the answer stops that. The timer keeps no
 * process alive.
 */
export function keepRecovering({ turns, formOf, every = 2 * seconds }: Recovery): () => void {
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    await turns.recover(formOf);
    isLooking = false;
  };
  void look();
  const timer = setInterval(() => void look(), every).unref();
  return () => clearInterval(timer);
}
