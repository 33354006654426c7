import { challengeHeader, proofHeader } from '../../bot/contract/directLine.ts';
import { ServiceRefused } from './serviceRefused.ts';

const patience = 15_000;

type Asked = { token?: string; body?: object; signal?: AbortSignal; proof?: string };

/** An answer, and how far this device's clock is behind the service's, in milliseconds, where the service has said. */
export type ServiceAnswer = { body: unknown; clockOffset: number | undefined };

/** One request to the service. @throws ServiceRefused, and what `fetch` throws, also where `signal` gives it up */
export async function serviceCall(
  method: string,
  path: string,
  { token, body, signal, proof }: Asked,
): Promise<ServiceAnswer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  signal?.addEventListener('abort', () => late.abort());
  try {
    const response = await fetch(path, {
      method,
      signal: late.signal,
      cache: 'no-store',
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(proof && { [proofHeader]: proof }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new ServiceRefused(response.status, response.headers.get(challengeHeader));
    const date = Date.parse(response.headers.get('Date') ?? '');
    const clockOffset = Number.isNaN(date) ? undefined : date - Date.now();
    return { body: await response.json(), clockOffset };
  } finally {
    clearTimeout(timer);
  }
}
