import * as z from 'zod';
import { isLoopback } from '../../kit/isLoopback.ts';
import { secret } from '../../kit/secretSetting.ts';

/** The settings of the bank's own risk decisions; `.env.example` says what each is for. */
export const riskSettingsShape = {
  RISK_DECISIONS_URL: z.url({ protocol: /^https?$/ }).optional(),
  RISK_DECISIONS_TOKEN: secret(z.string().min(32, 'must have 32 characters or more').optional()),
};
type Read = z.infer<z.ZodObject<typeof riskSettingsShape>>;

/** The address of the risk service; undefined where the bank has none. */
export function riskDecisionsAt(read: Read): { url: string; token: string } | undefined {
  const { RISK_DECISIONS_URL: url, RISK_DECISIONS_TOKEN: token = '' } = read;
  return url === undefined ? undefined : { url, token };
}

/** The faults in these settings, each sentence beginning with its setting. */
export function reasonsAgainstRiskDecisions(read: Read): string[] {
  const at = riskDecisionsAt(read);
  if (!at) return [];
  const { protocol, hostname } = new URL(at.url);
  return [
    ...(at.token === '' ? ['RISK_DECISIONS_TOKEN: RISK_DECISIONS_URL needs the token of that service'] : []),
    ...(protocol === 'http:' && !isLoopback(hostname)
      ? ['RISK_DECISIONS_URL: another machine must be reached over https']
      : []),
  ];
}
