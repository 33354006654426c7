import { readFileSync } from 'node:fs';
import type { ProductionBank } from './productionBank.ts';

/** Memory in megabytes, and what was answered. */
type Measured = { idle: number; more: number; statuses: number[]; withoutRetryAfter: number };

/**
 * Has many polls of a long conversation answered at once.
 * @param meanwhile what somebody else does in the middle of it
 */
export async function pollsAtOnce(
  bank: ProductionBank,
  count: number,
  meanwhile: () => Promise<void>,
): Promise<Measured> {
  const attacker = bank.from('198.51.100.7');
  const started = await attacker.start();
  for (let said = 0; said < 300; said++) await attacker.say(started, `hello ${'x'.repeat(3000)} ${said}`);
  await meanwhile();
  const idle = memoryOf(bank.pid);
  let highest = idle;
  const watch = setInterval(() => {
    highest = Math.max(highest, memoryOf(bank.pid));
  }, 5);
  const path = `/v3/directline/conversations/${started.conversationId}/activities?watermark=`;
  let withoutRetryAfter = 0;
  const polls = Array.from({ length: count }, async () => {
    const { status, headers } = await attacker.call('GET', path, { token: started.token });
    if (status !== 200 && !/^\d+$/.test(headers.get('retry-after') ?? '')) withoutRetryAfter += 1;
    return status;
  });
  await meanwhile();
  const statuses = await Promise.all(polls);
  clearInterval(watch);
  return { idle, more: highest - idle, statuses, withoutRetryAfter };
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
