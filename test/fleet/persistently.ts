import { setTimeout } from 'node:timers/promises';
import { seconds } from '../../kit/time.ts';

const pause = 0.2 * seconds;
const longest = 60 * seconds;
/** The time for which a carrier waits for one answer. */
const patience = 15 * seconds;

/**
 * Asks the same again until there is an answer, as carriers and pages do: a request that got none, or one that says that
 * the service is troubled, may have had its effect or not.
 */
export async function persistently(
  url: string,
  init: RequestInit,
): Promise<{ status: number; text: string }> {
  const deadline = performance.now() + longest;
  for (;;) {
    const answered = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) }).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      (error: unknown) => ({ status: 0, text: String(error) }),
    );
    const isAnswer = answered.status >= 200 && answered.status < 500 && answered.status !== 429;
    if (isAnswer) return answered;
    if (performance.now() > deadline)
      throw new Error(`${url} was never answered: ${answered.status} ${answered.text}`);
    await setTimeout(pause);
  }
}
