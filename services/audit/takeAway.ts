import { spawn } from 'node:child_process';
import type { Fetch } from '../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../kit/time.ts';
import type { TakeAway } from './anchorHandover.ts';

/** The longest time for one anchor in milliseconds; a service that ends waits for its last one. */
const usualPatience = 10 * seconds;

type Address = { url: string; token?: string | undefined; fetch: Fetch; patience?: number };

/**
 * Posts each anchor. Every status from 200 to 299 means that it was taken. The anchor's signature is the
 * Idempotency-Key.
 */
export function postTo({ url, token, fetch, patience = usualPatience }: Address): TakeAway {
  return async (line, { signature }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': signature,
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: line,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the audit sink answered with ${response.status}`);
  };
}

type Program = { program: string; words: readonly string[]; patience?: number };

/**
 * Runs a program for each anchor, with the line on its standard input; exit code 0 means that it was taken. It runs
 * without a shell, and its environment holds none of our settings, so no token either.
 */
export function handTo({ program, words, patience = usualPatience }: Program): TakeAway {
  return (line) =>
    new Promise((resolve, reject) => {
      const child = spawn(program, words, {
        env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
        stdio: ['pipe', 'ignore', 'ignore'],
        timeout: patience,
        killSignal: 'SIGKILL',
      });
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve();
        else reject(new Error(`the audit sink’s command ended with ${code ?? signal}`));
      });
      // A program that ends before it has read everything shows this by its exit code.
      child.stdin.on('error', () => {});
      child.stdin.end(`${line}\n`);
    });
}
