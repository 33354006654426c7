import { z } from 'zod';
import { UnfreezeError } from '../services/contract/errors.ts';

const on = z.enum(['on', 'off']).transform((value) => value === 'on');
const text = z.string().min(1);

/** Every setting of the bot's side with its default; `.env.example` says what each is for. */
const Settings = z.object({
  NODE_ENV: z.string().default('development'),
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
  DATA_DIR: text.default('data'),
  DATABASE_URL: text.optional(),
  KEYS_FILE: text.optional(),
  AGENT_PHONE: z
    .string()
    .regex(/^\+?[\d -]{3,20}$/)
    .optional(),
  DEMO: on.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** What the composition root is given. */
export type Config = {
  production: boolean;
  host: string;
  port: number;
  /** Undefined where the address follows from host and port. */
  publicUrl: string | undefined;
  trustedProxies: readonly string[];
  databaseUrl: string;
  keysFile: string;
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
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    refuse(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  const demo = settings.DEMO ?? !production;
  const config: Config = {
    production,
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL?.replace(/\/$/, ''),
    trustedProxies: settings.TRUSTED_PROXIES,
    databaseUrl: settings.DATABASE_URL ?? `sqlite:${settings.DATA_DIR}/thawline.db`,
    keysFile: settings.KEYS_FILE ?? `${settings.DATA_DIR}/keys.json`,
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
  if (reasons.length > 0) refuse(reasons);
  return config;
}

function refuse(reasons: string[]): never {
  throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
}
