import * as z from 'zod';
import {
  type BankSettings,
  bankSettings,
  bankSettingsShape,
  readSettings,
} from '../services/bankSettings.ts';
import { UnfreezeError } from '../services/contract/errors.ts';

const on = z.enum(['on', 'off']).transform((value) => value === 'on');
const text = z.string().min(1);

/** Every setting of the bot's side with its default; `.env.example` says what each is for. */
const shape = {
  ...bankSettingsShape,
  HOST: text.default('127.0.0.1'),
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
  DEMO: on.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};

/** What the composition root is given. */
export type Config = BankSettings & {
  host: string;
  port: number;
  /** Undefined where the address follows from host and port. */
  publicUrl: string | undefined;
  trustedProxies: readonly string[];
  agentPhone: string | undefined;
  demo: boolean;
  logLevel: string;
};

const loopback = ['127.0.0.1', '::1', 'localhost'];

/**
 * Reads the settings from an environment; an empty value counts as absent. Nothing else reads it.
 * @throws UnfreezeError `settingsInvalid`, with every reason at once, each on a line of its own
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const settings = readSettings(shape, environment);
  const bank = bankSettings(settings);
  const { production } = bank;
  const demo = settings.DEMO ?? !production;
  const config: Config = {
    ...bank,
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL?.replace(/\/$/, ''),
    trustedProxies: settings.TRUSTED_PROXIES,
    agentPhone: settings.AGENT_PHONE,
    demo,
    logLevel: settings.LOG_LEVEL,
  };
  const reasons = [
    ...(production && demo ? ['DEMO: the demo bank must be off in production'] : []),
    ...(production && settings.KEYS_FILE === undefined
      ? ['KEYS_FILE: production needs keys of its own, outside DATA_DIR']
      : []),
    ...(production && !config.publicUrl?.startsWith('https://')
      ? ['PUBLIC_URL: production needs an https address']
      : []),
    ...(demo && !loopback.includes(config.host)
      ? [`HOST: with the demo bank on only a loopback address is allowed, not ${config.host}`]
      : []),
  ];
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  return config;
}
