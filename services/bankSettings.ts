import * as z from 'zod';
import { usualDataFolder } from '../kit/config.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { tlsSettingsShape } from '../kit/http/tls/tlsSettings.ts';
import { type SendingSettings, sendingSettings, sendingSettingsShape } from '../kit/sendingSettings.ts';
import {
  reasonsAgainstTwilio,
  type TwilioAccount,
  twilioAccount,
  twilioSettingsShape,
} from '../kit/twilioSettings.ts';
import type { AnchoringSettings } from './audit/openAnchoring.ts';
import { AuditSink } from './audit/sinkSetting.ts';
import { type BankRetention, bankRetention, bankRetentionShape } from './bankRetention.ts';
import type { CardSystemAddress } from './cardSystem/remote/cardSystemClient.ts';

/** The settings that the bank's side and its commands share with the bot; `.env.example` says what each is for. */
export const bankSettingsShape = {
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((value) => value !== '0', 'certificates must be checked; NODE_EXTRA_CA_CERTS adds a bank’s own')
    .optional(),
  // A misspelt `production` must not start with development keys, so nothing but these words is taken.
  NODE_ENV: z
    .enum(['production', 'development', 'test'], {
      error: 'must be production, development or test, in small letters and without blanks',
    })
    .default('development'),
  DATA_DIR: z.string().default(usualDataFolder),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/, 'must be sqlite: and a file, or postgres:// and an address')
    .optional(),
  KEYS_FILE: z.string().optional(),
  AUDIT_ANCHORS: z.string().optional(),
  CARD_SYSTEM_URL: z.url({ protocol: /^https?$/ }).optional(),
  CARD_SYSTEM_TOKEN: z.string().min(32, 'must have 32 characters or more').optional(),
  AUDIT_SINK: AuditSink.default({ to: 'file' }),
  AUDIT_SINK_TOKEN: z.string().optional(),
  PRESET_CONDITIONS_FILE: z.string().optional(),
  ...bankRetentionShape,
};

const on = z.enum(['on', 'off']).transform((value) => value === 'on');

/** The settings that both of Thawline's services share. */
export const serviceSettingsShape = {
  ...bankSettingsShape,
  HOST: z.string().min(1).default('127.0.0.1'),
  DEMO: on.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  AGENT_PHONE: z
    .string()
    .regex(/^\+?[\d -]{3,20}$/)
    .optional(),
  TIME_ZONE: z
    .string()
    .refine((zone) => isTimeZone(zone), 'must be a time zone such as Asia/Shanghai')
    .default('Asia/Shanghai'),
  ...twilioSettingsShape,
  ...sendingSettingsShape,
  SECURE_FORM_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z.string().default('').transform(commaSeparated),
  PROCESSOR_TOKEN: z.string().min(32, 'must have 32 characters or more').optional(),
  ...tlsSettingsShape,
};

/** The parts of a list that is written with commas between them. */
export function commaSeparated(list: string): string[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export type ServiceSettings = BankSettings & {
  host: string;
  demo: boolean;
  logLevel: string;
  agentPhone: string | undefined;
  timeZone: string;
  /** What calls and messages go through; undefined where the telephone's channels are off. */
  twilio: TwilioAccount | undefined;
  /** What may be sent through it, and where. */
  sending: SendingSettings;
  /** Where the secure form is, without a path, where it is not the address of the service that serves it. */
  secureFormUrl: string | undefined;
  trustedProxies: readonly string[];
};

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** @param host as it stands in HOST or in an address, where an IPv6 one has brackets */
export function isLoopback(host: string): boolean {
  return loopback.includes(host.replace(/^\[|\]$/g, ''));
}

export type BankSettings = AnchoringSettings & {
  production: boolean;
  /** The folder of what a service keeps, where nothing else is said. */
  dataDir: string;
  databaseUrl: string;
  keysFile: string;
  /** The bank's own card system; undefined where the cards stand in the database. */
  cardSystemAt: CardSystemAddress | undefined;
  /** Undefined where the default policy counts. */
  presetConditionsFile: string | undefined;
  retention: BankRetention;
};

/**
 * Reads settings of a given shape; an empty value counts as absent.
 * @throws UnfreezeError `settingsInvalid`, with every reason on a line of its own
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  given: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(present);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
}

export function bankSettings(read: z.infer<z.ZodObject<typeof bankSettingsShape>>): BankSettings {
  const { CARD_SYSTEM_URL: url, CARD_SYSTEM_TOKEN: token = '' } = read;
  return {
    production: read.NODE_ENV === 'production',
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? `sqlite:${read.DATA_DIR}/thawline.db`,
    keysFile: read.KEYS_FILE ?? `${read.DATA_DIR}/keys.json`,
    auditAnchors: read.AUDIT_ANCHORS ?? `${read.DATA_DIR}/audit-anchors.jsonl`,
    cardSystemAt: url === undefined ? undefined : { url, token },
    auditSink: read.AUDIT_SINK,
    auditSinkToken: read.AUDIT_SINK_TOKEN,
    presetConditionsFile: read.PRESET_CONDITIONS_FILE,
    retention: bankRetention(read),
  };
}

export function serviceSettings(read: z.infer<z.ZodObject<typeof serviceSettingsShape>>): ServiceSettings {
  const bank = bankSettings(read);
  const demo = read.DEMO ?? !bank.production;
  return {
    ...bank,
    host: read.HOST,
    demo,
    logLevel: read.LOG_LEVEL,
    agentPhone: read.AGENT_PHONE,
    timeZone: read.TIME_ZONE,
    twilio: twilioAccount(read, demo),
    sending: sendingSettings(read),
    secureFormUrl: read.SECURE_FORM_URL?.replace(/\/$/, ''),
    trustedProxies: read.TRUSTED_PROXIES,
  };
}

/** What stands against the card system of the settings, each reason with its setting. */
export function reasonsAgainstCardSystem({ cardSystemAt: at }: BankSettings): string[] {
  if (!at) return [];
  const { protocol, hostname } = new URL(at.url);
  return [
    ...(at.token === '' ? ['CARD_SYSTEM_TOKEN: CARD_SYSTEM_URL needs the token of that card system'] : []),
    ...(protocol === 'http:' && !isLoopback(hostname)
      ? ['CARD_SYSTEM_URL: another machine must be reached over https']
      : []),
  ];
}

/** Whether the customers whose countries messages go to are somewhere else, so that the countries must be named. */
export function reasonsAgainstSending(
  { demo, twilio, sending }: Pick<ServiceSettings, 'demo' | 'twilio' | 'sending'>,
  areCustomersElsewhere: boolean,
): string[] {
  return !demo && twilio && areCustomersElsewhere && sending.countries === undefined
    ? [
        'MESSAGE_COUNTRIES: with the customers in a system elsewhere it must name the countries that messages go to',
      ]
    : [];
}

/** What neither service may do with the demo bank and in production, each reason with its setting. */
export function reasonsAgainst(
  settings: ServiceSettings,
  read: z.infer<z.ZodObject<typeof serviceSettingsShape>>,
): string[] {
  const { production, demo, host, cardSystemAt, secureFormUrl } = settings;
  return [
    ...(production && secureFormUrl?.startsWith('http:')
      ? ['SECURE_FORM_URL: production needs an https address']
      : []),
    ...reasonsAgainstTwilio(read, demo),
    ...reasonsAgainstCardSystem(settings),
    ...reasonsAgainstSending(settings, cardSystemAt !== undefined),
    ...(demo && cardSystemAt
      ? ['CARD_SYSTEM_URL: the demo bank brings its own cards; with a card system set DEMO=off']
      : []),
    ...(production && demo ? ['DEMO: the demo bank must be off in production'] : []),
    ...(production && read.KEYS_FILE === undefined
      ? ['KEYS_FILE: production needs keys of its own, outside DATA_DIR']
      : []),
    ...(demo && !isLoopback(host)
      ? [`HOST: with the demo bank on only a loopback address is allowed, not ${host}`]
      : []),
  ];
}
