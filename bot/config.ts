import * as z from 'zod';
import {
  isLoopback,
  readSettings,
  reasonsAgainst,
  type ServiceSettings,
  serviceSettings,
  serviceSettingsShape,
} from '../services/bankSettings.ts';
import { UnfreezeError } from '../services/contract/errors.ts';
import {
  reasonsAgainstTwilio,
  type TwilioConfig,
  twilioConfig,
  twilioSettingsShape,
} from './twilioConfig.ts';

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
  PROCESSOR_URL: z.url({ protocol: /^https?$/ }).optional(),
  ...twilioSettingsShape,
};

/** What the composition root is given. */
export type Config = ServiceSettings & {
  port: number;
  /** Undefined where the address follows from host and port. */
  publicUrl: string | undefined;
  trustedProxies: readonly string[];
  agentPhone: string | undefined;
  /** The bank's side in a process of its own; undefined where it runs in this one. */
  remoteBank: { url: string; token: string } | undefined;
  /** The account that telephone calls come through; undefined where that channel is off. */
  twilio: TwilioConfig | undefined;
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
    remoteBank: url && token ? { url, token } : undefined,
    twilio: twilioConfig(settings, service),
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
    ...reasonsAgainstTwilio(settings, service),
  ];
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  return config;
}
