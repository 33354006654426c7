import { createHmac } from 'node:crypto';

/** A secret of a receiver as it is written: `whsec_` and 24 to 64 bytes in base64. */
export const webhookSecret =
  /^whsec_(?=[A-Za-z0-9+/]{32,88}={0,2}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

type Signed = { id: string; at: Date; body: string };

/**
 * The headers by which a receiver knows that an event is ours, untouched and fresh, as Standard Webhooks has them
 * (https://www.standardwebhooks.com). @param secrets each signs, so that a receiver can change its own without a gap
 */
export function signatureHeaders(
  { id, at, body }: Signed,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
