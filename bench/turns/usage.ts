/** Loaded with `--import` into each server that is measured: over its own channel it says what it has used so far. */
import type { Usage } from './usageAnswer.ts';

/** Whatever else is counted in this process; a trace puts its own numbers here. */
export const counted: Record<string, number> = {};

process.on('message', (word) => {
  if (word === 'end') return void process.kill(process.pid, 'SIGTERM');
  const { user, system } = process.cpuUsage();
  const heap = heapAfterCollection();
  const rss = process.memoryUsage.rss() / 2 ** 20;
  const answer: Usage = { cpu: (user + system) / 1000, heap, rss, counted: { ...counted } };
  process.send?.(answer);
});
// The process ends when nobody measures any more.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// What listens to its parent must still end by itself when it is told to.
process.channel?.unref();

/** The heap in megabytes, after a collection where `--expose-gc` allows one. */
function heapAfterCollection(): number {
  if (typeof globalThis.gc === 'function') globalThis.gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
