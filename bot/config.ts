import * as z from 'zod';
import { AgentHours } from '../dialogs/handoff/agentHours.ts';
import {
  isLoopback,
  readSettings,
  reasonsAgainst,
  type ServiceSettings,
  serviceSettings,
  serviceSettingsShape,
} from '../services/bankSettings.ts';
import { UnfreezeError } from '../services/contract/errors.ts';

/** Every setting of the bot's side with its default; `.env.example` says what each is for. */
const shape = {
  ...serviceSettingsShape,
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  AGENT_PHONE: z
    .string()
    .regex(/^\+?[\d -]{3,20}$/)
    .optional(),
  AGENT_HOURS: z
    .string()
    .transform((written, context) => {
      try {
        return new AgentHours(written);
      } catch (error) {
        context.addIssue({
          code: 'custom',
          message: error instanceof UnfreezeError ? error.message : 'unreadable',
        });
        return z.NEVER;
      }
    })
    .optional(),
  PROCESSOR_URL: z.url({ protocol: /^https?$/ }).optional(),
};

/** What the composition root is given. */
export type Config = ServiceSettings & {
  port: number;
  /** Undefined where the address follows from host and port. */
  publicUrl: string | undefined;
  trustedProxies: readonly string[];
  agentPhone: string | undefined;
  /** When human agents are there; undefined where they are there at any time. */
  agentHours: AgentHours | undefined;
  /** The bank's side in a process of its own; undefined where it runs in this one. */
  remoteBank: { url: string; token: string } | undefined;
};

/**
 * Reads the settings from an environment; an empty value counts as absent. Nothing else reads it.
 * @throws UnfreezeError `settingsInvalid`, with every reason at once, each on a line of its own
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const settings = readSettings(shape, environment);
  const service = serviceSettings(settings);
  const { PROCESSOR_URL: url, PROCESSOR_TOKEN: token } = settings;
  const config: Config = {
    ...service,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL?.replace(/\/$/, ''),
    trustedProxies: settings.TRUSTED_PROXIES,
    agentPhone: settings.AGENT_PHONE,
    agentHours: settings.AGENT_HOURS,
    remoteBank: url && token ? { url, token } : undefined,
  };
  const reasons = [
    ...reasonsAgainst(service, settings.KEYS_FILE),
    ...(service.production && !config.publicUrl?.startsWith('https://')
      ? ['PUBLIC_URL: production needs an https address']
      : []),
    ...(url && !token ? ['PROCESSOR_TOKEN: PROCESSOR_URL needs the token of that processor'] : []),
    ...(url?.startsWith('http:') && !isLoopback(new URL(url).hostname)
      ? ['PROCESSOR_URL: another machine must be reached over https']
      : []),
  ];
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  return config;
}
