import { createHmac, timingSafeEqual } from 'node:crypto';
import { minutes } from '../../../kit/time.ts';

/** An older request may be a recorded one. */
const freshFor = 5 * minutes;

type Signed = { timestamp: string; body: Buffer };

/** The signature of a webhook as an inbox makes it: of its time stamp, a point, and the bytes of its body. */
function chatwootSignature({ timestamp, body }: Signed, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Whether a webhook comes from the inbox that has the secret, untouched and fresh. */
export function isFromChatwoot(
  { signature, ...signed }: Signed & { signature: string },
  { secret, now }: { secret: string; now: Date },
): boolean {
  if (!/^\d{1,12}$/.test(signed.timestamp)) return false;
  if (Math.abs(now.getTime() - Number(signed.timestamp) * 1000) > freshFor) return false;
  const [given, right] = [signature, chatwootSignature(signed, secret)].map((one) => Buffer.from(one));
  return given?.length === right?.length && given !== undefined && timingSafeEqual(given, right as Buffer);
}
