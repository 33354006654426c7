import type { ActivitySet } from './conversationLog.ts';

/**
 * A function that sends whatever comes after the last frame, one frame at a time. Called again while it is
 * busy it goes on, so that nothing is lost between a reading and the next call.
 */
export function teller(of: {
  next: (watermark: string) => Promise<ActivitySet>;
  send: (activitySet: ActivitySet) => Promise<void>;
  /** False once another listener took this one's place. */
  isCurrent: () => boolean;
  fails: (error: unknown) => void;
  watermark: string;
}): () => void {
  let { watermark } = of;
  let busy = false;
  let more = false;

  const round = async () => {
    while (more && of.isCurrent()) {
      more = false;
      const next = await of.next(watermark);
      if (next.activities.length === 0 || !of.isCurrent()) continue;
      await of.send(next);
      watermark = next.watermark;
      more = true;
    }
    busy = false;
  };

  return () => {
    more = true;
    if (busy) return;
    busy = true;
    round().catch(of.fails);
  };
}
