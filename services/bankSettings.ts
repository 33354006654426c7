import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import {
  bankSenderAt,
  bankSenderSettingsShape,
  reasonsAgainstBankSender,
} from '../kit/bankSenderSettings.ts';
import { usualDataFolder } from '../kit/config.ts';
import type { TimeLimits } from '../kit/http/httpServer.ts';
import { timeLimitsSetting } from '../kit/http/timeLimitsSetting.ts';
import { tlsSettingsShape } from '../kit/http/tls/tlsSettings.ts';
import { trustedProxiesSetting } from '../kit/http/trustedProxiesSetting.ts';
import { isLoopback } from '../kit/isLoopback.ts';
import { loginSettingsShape, providerAt, reasonsAgainstLogin } from '../kit/login/loginSettings.ts';
import type { SpansAddress } from '../kit/openTelemetry.ts';
import { type Period, periodSetting } from '../kit/retention/period.ts';
import { secret } from '../kit/secretSetting.ts';
import { type SendingSettings, sendingSettings, sendingSettingsShape } from '../kit/sendingSettings.ts';
import { timeZoneProblem } from '../kit/timeZone.ts';
import {
  reasonsAgainstTwilio,
  type TwilioAccount,
  twilioAccount,
  twilioSettingsShape,
} from '../kit/twilioSettings.ts';
import { portSetting } from '../kit/wholeNumberSetting.ts';
import type { AnchoringSettings } from './audit/openAnchoring.ts';
import { AuditSink } from './audit/sinkSetting.ts';
import { shownSettingsShape } from './authentication/shownSettings.ts';
import { type BankRetention, bankRetention, bankRetentionShape } from './bankRetention.ts';
import {
  type CardSystemSettings,
  cardSystemSettings,
  cardSystemSettingsShape,
  reasonsAgainstCardSystem,
} from './cardSystem/remote/cardSystemSettings.ts';
import { type PasswordLengths, passwordLengthsShape } from './contract/passwordLengths.ts';
import { databaseSettingsShape, reasonsAgainstDatabase } from './databaseSettings.ts';
import { demoCallers, demoPhoneShape, reasonsAgainstDemoPhone } from './demoPhoneSettings.ts';
import { keeperSettingsShape, reasonsAgainstKeeper, transitAt } from './keeping/keeperSettings.ts';
import type { TransitAddress } from './keeping/transitClient.ts';
import { type ProfileSettings, profileSettingsShape } from './profiles/profileSettings.ts';
import { reasonsAgainstSending } from './reasonsAgainstSending.ts';
import { reasonsAgainstRiskDecisions, riskDecisionsAt, riskSettingsShape } from './risk/riskSettings.ts';
import { spansAt, spansSettingsShape } from './spansSettings.ts';
import { type OverallSettings, overallSettings, overallSettingsShape } from './throttling/overallSettings.ts';
import {
  reasonsAgainstWebhooks,
  type WebhookSettings,
  webhookSettings,
  webhookSettingsShape,
} from './webhooks/webhookSettings.ts';

const on = z.enum(['on', 'off']).transform((value) => value === 'on');

/** What the bank's side shows the bot's half to read its conversations; the same for both. */
export const conversationsToken = secret(z.string().min(32, 'must have 32 characters or more').optional());

/** The settings that the bank's side and its commands share with the bot; `.env.example` says what each is for. */
export const bankSettingsShape = {
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((value) => value !== '0', 'certificates must be checked; NODE_EXTRA_CA_CERTS adds a bank’s own')
    .optional(),
  // Only these words are accepted, since a misspelt `production` must not start with development keys.
  NODE_ENV: z
    .enum(['production', 'development', 'test'], {
      error: 'must be production, development or test, in small letters and without blanks',
    })
    .default('development'),
  DATA_DIR: z.string().default(usualDataFolder),
  ...databaseSettingsShape,
  KEYS_FILE: z.string().optional(),
  ...keeperSettingsShape,
  AUDIT_ANCHORS: z.string().optional(),
  ...cardSystemSettingsShape,
  AUDIT_SINK: AuditSink.default({ to: 'file' }),
  AUDIT_SINK_TOKEN: secret(z.string().optional()),
  PRESET_CONDITIONS_FILE: z.string().optional(),
  ...webhookSettingsShape,
  FOUR_EYES: on.default(false),
  ...passwordLengthsShape,
  RETENTION_AUDIT_TRAIL: periodSetting('P3650D', 'P365D'),
  ...bankRetentionShape,
};

/** The brand of the demo bank. */
const demoBrand = fileURLToPath(new URL('../demo/brand.json', import.meta.url));

/** The settings that both of Thawline's services share. */
export const serviceSettingsShape = {
  ...bankSettingsShape,
  HOST: z.string().min(1).default('127.0.0.1'),
  DEMO: on.optional(),
  ...demoPhoneShape,
  ...spansSettingsShape,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  AGENT_PHONE: z
    .string()
    .regex(
      /^(?:\+[1-9]|\d)(?:[ -]?\d){2,14}$/,
      'must be a telephone number such as +86 10 1234 5678 or 95566, of digits with blanks or hyphens between them',
    )
    .optional(),
  TIME_ZONE: z
    .string()
    .superRefine((zone, context) => {
      const message = timeZoneProblem(zone);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    })
    .default('Asia/Shanghai'),
  ...twilioSettingsShape,
  ...sendingSettingsShape,
  ...bankSenderSettingsShape,
  ...riskSettingsShape,
  ...shownSettingsShape,
  ...profileSettingsShape,
  ...loginSettingsShape,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ...overallSettingsShape,
  BRAND_FILE: z.string().optional(),
  SECURE_FORM_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: trustedProxiesSetting,
  START_PATIENCE: periodSetting('PT60S', 'PT0S'),
  STOP_GRACE: periodSetting('PT0S', 'PT0S'),
  HTTP_TIME_LIMITS: timeLimitsSetting,
  MANAGEMENT_PORT: portSetting.optional(),
  PROCESSOR_TOKEN: secret(z.string().min(32, 'must have 32 characters or more').optional()),
  ...tlsSettingsShape,
};

export type ServiceSettings = BankSettings & {
  host: string;
  demo: boolean;
  /** The telephones of the demo page, as `demoCallers` returns them. */
  demoCallers: readonly string[] | undefined;
  logLevel: string;
  /** Where spans are sent; undefined where they are not recorded. */
  spansAt: SpansAddress | undefined;
  /** Whether the trace of a request that a proxy hands on is gone on with. */
  trustsTrace: boolean;
  agentPhone: string | undefined;
  /** The file with the bank's name, colours and words; undefined where the bank has none. */
  brandFile: string | undefined;
  timeZone: string;
  /** The account for calls and messages; undefined where the telephone's channels are off. */
  twilio: TwilioAccount | undefined;
  /** The limits and countries of messages sent through it. */
  sending: SendingSettings;
  /** How long what a customer has shown counts for another card of theirs. */
  shownCounts: Period;
  /** The countries whose rules apply to texts. */
  profiles: ProfileSettings;
  /** The bank's own sender of messages; undefined where there is none. */
  bankSenderAt: { url: string; token: string } | undefined;
  /** The address of the bank's own risk decisions; undefined where there are none. */
  riskDecisionsAt: { url: string; token: string } | undefined;
  /**
   * The address at which carriers and browsers reach the bot; undefined where it follows from host and port, or is
   * unknown.
   */
  publicUrl: string | undefined;
  /** The limits over everybody. */
  ordinary: OverallSettings;
  /** The address of the secure form without a path, where it differs from that of the service that serves it. */
  secureFormUrl: string | undefined;
  trustedProxies: readonly string[];
  /** The time for which a start waits for its database, in milliseconds. */
  startPatience: number;
  /** The time for which a service that is ending still takes requests, in milliseconds. */
  stopGrace: number;
  timeLimits: Omit<TimeLimits, 'look'>;
  /** The identity provider of the bank's people; undefined where none of them logs in here, other than in the demo. */
  login: ReturnType<typeof providerAt>;
  /** The port for probes and metrics; undefined where they are on the service's own port. */
  managementPort: number | undefined;
};

export type BankSettings = AnchoringSettings &
  CardSystemSettings &
  WebhookSettings & {
    production: boolean;
    /** The folder for the files of a service, where no other is set. */
    dataDir: string;
    databaseUrl: string;
    /**
     * The address of the same database without a pooler, on which notifications of other processes arrive; undefined
     * where it must be found.
     */
    databaseListenUrl: string | undefined;
    keysFile: string;
    /** The transit service that opens the key file; undefined where the file is plain. */
    keysTransit: TransitAddress | undefined;
    /** Undefined where the default policy is used. */
    presetConditionsFile: string | undefined;
    /** Whether work by hand needs a second person. */
    fourEyes: boolean;
    passwordLengths: PasswordLengths;
    /** The age from which entries of the audit trail can be moved into an archive. */
    auditTrailKeptFor: Period;
    retention: BankRetention;
  };

export function bankSettings(read: z.infer<z.ZodObject<typeof bankSettingsShape>>): BankSettings {
  return {
    production: read.NODE_ENV === 'production',
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? `sqlite:${read.DATA_DIR}/thawline.db`,
    databaseListenUrl: read.DATABASE_LISTEN_URL,
    keysFile: read.KEYS_FILE ?? `${read.DATA_DIR}/keys.json`,
    keysTransit: transitAt(read),
    auditAnchors: read.AUDIT_ANCHORS ?? `${read.DATA_DIR}/audit-anchors.jsonl`,
    ...cardSystemSettings(read),
    ...webhookSettings(read),
    auditSink: read.AUDIT_SINK,
    auditSinkToken: read.AUDIT_SINK_TOKEN,
    presetConditionsFile: read.PRESET_CONDITIONS_FILE,
    fourEyes: read.FOUR_EYES,
    passwordLengths: read.PASSWORD_LENGTHS,
    auditTrailKeptFor: read.RETENTION_AUDIT_TRAIL,
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
    demoCallers: demoCallers(read),
    logLevel: read.LOG_LEVEL,
    spansAt: spansAt(read),
    trustsTrace: read.TRACEPARENT === 'proxy',
    agentPhone: read.AGENT_PHONE,
    brandFile: read.BRAND_FILE ?? (demo ? demoBrand : undefined),
    timeZone: read.TIME_ZONE,
    twilio: twilioAccount(read, demo || read.DEMO_PHONE),
    sending: sendingSettings(read),
    bankSenderAt: bankSenderAt(read),
    riskDecisionsAt: riskDecisionsAt(read),
    shownCounts: read.SHOWN_COUNTS_FOR,
    profiles: read.PROFILES,
    publicUrl: read.PUBLIC_URL?.replace(/\/$/, ''),
    ordinary: overallSettings(read),
    secureFormUrl: read.SECURE_FORM_URL?.replace(/\/$/, ''),
    trustedProxies: read.TRUSTED_PROXIES,
    startPatience: read.START_PATIENCE.milliseconds,
    stopGrace: read.STOP_GRACE.milliseconds,
    timeLimits: read.HTTP_TIME_LIMITS,
    login: providerAt(read),
    managementPort: read.MANAGEMENT_PORT,
  };
}

/** The faults that both services have with the demo bank or in production, each sentence beginning with its setting. */
export function reasonsAgainst(
  settings: ServiceSettings,
  read: z.infer<z.ZodObject<typeof serviceSettingsShape>>,
): string[] {
  const { production, demo, host, cardSystemAt, secureFormUrl } = settings;
  const tries = demo || settings.demoCallers !== undefined;
  return [
    ...(production && secureFormUrl?.startsWith('http:')
      ? ['SECURE_FORM_URL: production needs an https address']
      : []),
    ...reasonsAgainstTwilio(read, tries),
    ...reasonsAgainstBankSender(read),
    ...reasonsAgainstRiskDecisions(read),
    ...reasonsAgainstLogin(read),
    ...reasonsAgainstCardSystem(settings),
    ...reasonsAgainstSending(settings, cardSystemAt !== undefined),
    ...reasonsAgainstDatabase(settings),
    ...reasonsAgainstKeeper(settings.keysTransit),
    ...reasonsAgainstWebhooks(read, settings),
    ...(demo && cardSystemAt
      ? ['CARD_SYSTEM_URL: the demo bank brings its own cards; with a card system set DEMO=off']
      : []),
    ...reasonsAgainstDemoPhone(read, settings),
    ...(production && demo ? ['DEMO: the demo bank must be off in production'] : []),
    ...(production && read.BRAND_FILE === undefined
      ? ['BRAND_FILE: production needs the bank’s own name and words; docs/brand.md says how to write them']
      : []),
    ...(production && read.KEYS_FILE === undefined
      ? ['KEYS_FILE: production needs keys of its own, outside DATA_DIR']
      : []),
    ...(tries && !isLoopback(host)
      ? [
          `HOST: with ${demo ? 'the demo bank' : 'DEMO_PHONE'} on only a loopback address is allowed, not ${host}`,
        ]
      : []),
  ];
}
