import * as z from 'zod';
import { isLoopback } from '../../kit/isLoopback.ts';
import { secret } from '../../kit/secretSetting.ts';
import { webhookSecret } from './signature.ts';

const shared = secret(
  z.string().regex(webhookSecret, 'must be whsec_ and 24 to 64 random bytes in base64').optional(),
);

/** The settings of the bank's own system that is told of events; `.env.example` says what each is for. */
export const webhookSettingsShape = {
  WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEBHOOK_SECRET: shared,
  WEBHOOK_SECRET_NEXT: shared,
};
type Read = z.infer<z.ZodObject<typeof webhookSettingsShape>>;

/** Where events go; each secret signs. */
export type WebhookAddress = { url: string; secrets: readonly string[] };

/** Undefined where the bank's own systems are not told. */
function webhooksTo(read: Read): WebhookAddress | undefined {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET, WEBHOOK_SECRET_NEXT } = read;
  if (url === undefined) return undefined;
  return { url, secrets: [WEBHOOK_SECRET, WEBHOOK_SECRET_NEXT].filter((one) => one !== undefined) };
}

/** The bank's own system that is told of events; undefined where there is none. */
export type WebhookSettings = { webhooksTo: WebhookAddress | undefined };

export function webhookSettings(read: Read): WebhookSettings {
  return { webhooksTo: webhooksTo(read) };
}

/** The faults in these settings, each sentence beginning with its setting. */
export function reasonsAgainstWebhooks(read: Read, { demo }: { demo: boolean }): string[] {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: own } = read;
  if (url === undefined)
    return own === undefined ? [] : ['WEBHOOK_URL: WEBHOOK_SECRET is of no use without an address'];
  const { protocol, hostname } = new URL(url);
  const isHere = isLoopback(hostname);
  return [
    ...(own === undefined
      ? ['WEBHOOK_SECRET: WEBHOOK_URL needs the secret that events are signed with']
      : []),
    ...(protocol === 'http:' && !isHere ? ['WEBHOOK_URL: another machine must be reached over https'] : []),
    ...(demo && !isHere ? ['WEBHOOK_URL: with the demo bank on nothing leaves this machine'] : []),
  ];
}
