import * as z from 'zod';
import { isLoopback } from '../../../kit/isLoopback.ts';
import { secret } from '../../../kit/secretSetting.ts';
import { wholeNumberSetting } from '../../../kit/wholeNumberSetting.ts';

const number = wholeNumberSetting(1, 2 ** 31 - 1).optional();

/** The settings of a Chatwoot that is the desk; `.env.example` says what each is for. */
export const chatwootSettingsShape = {
  CHATWOOT_URL: z.url({ protocol: /^https?$/ }).optional(),
  CHATWOOT_ACCOUNT: number,
  CHATWOOT_INBOX: number,
  CHATWOOT_TOKEN: secret(z.string().min(16, 'must have 16 characters or more').optional()),
  CHATWOOT_WEBHOOK_SECRET: secret(z.string().min(16, 'must have 16 characters or more').optional()),
};
type Read = z.infer<z.ZodObject<typeof chatwootSettingsShape>>;

/** An inbox of a Chatwoot: `token` is its agent's or its bot's, and `webhookSecret` what the inbox signs with. */
export type ChatwootInbox = {
  url: string;
  account: number;
  inbox: number;
  token: string;
  webhookSecret: string;
};

/** Undefined where a setting of it is missing, which is an error where others are there. */
export function chatwootInbox(read: Read): ChatwootInbox | undefined {
  const { CHATWOOT_URL: url, CHATWOOT_ACCOUNT: account, CHATWOOT_INBOX: inbox } = read;
  const { CHATWOOT_TOKEN: token, CHATWOOT_WEBHOOK_SECRET: webhookSecret } = read;
  return url && account && inbox && token && webhookSecret
    ? { url: url.replace(/\/+$/, ''), account, inbox, token, webhookSecret }
    : undefined;
}

/** The faults in these settings, each sentence beginning with its setting. */
export function reasonsAgainstChatwoot(
  read: Read,
  { demo, desk }: { demo: boolean; desk: boolean },
): string[] {
  const names = Object.keys(chatwootSettingsShape) as (keyof Read)[];
  const missing = names.filter((name) => read[name] === undefined);
  if (missing.length === names.length) return [];
  const { protocol, hostname } = new URL(read.CHATWOOT_URL ?? 'http://127.0.0.1');
  const isHere = isLoopback(hostname);
  return [
    ...missing.map((name) => `${name}: the other settings of Chatwoot need it`),
    ...(desk ? [] : ['CHATWOOT_URL: Chatwoot is the desk’s page elsewhere, and needs DESK=on']),
    ...(protocol === 'http:' && !isHere ? ['CHATWOOT_URL: another machine must be reached over https'] : []),
    ...(demo && !isHere ? ['CHATWOOT_URL: with the demo bank on nothing leaves this machine'] : []),
  ];
}
