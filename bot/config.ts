import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { AgentHours } from '../dialogs/state/agentHours.ts';
import type { MessagingSecrets } from '../dialogs/state/dialogDependencies.ts';
import { commaSeparated } from '../kit/commaSeparated.ts';
import { UnfreezeError } from '../kit/errors.ts';
import type { EventPeriods } from '../kit/events/eventTables.ts';
import type { TlsFiles } from '../kit/http/tls/tlsFiles.ts';
import { reasonsAgainstFiles, tlsFiles } from '../kit/http/tls/tlsSettings.ts';
import { isLoopback } from '../kit/isLoopback.ts';
import { readSettings } from '../kit/readSettings.ts';
import type { Period } from '../kit/retention/period.ts';
import { secret } from '../kit/secretSetting.ts';
import type { Slip } from '../kit/slips.ts';
import { type TrafficSettings, trafficSettings, trafficSettingsShape } from '../kit/trafficSettings.ts';
import { portSetting } from '../kit/wholeNumberSetting.ts';
import {
  conversationsToken,
  reasonsAgainst,
  type ServiceSettings,
  serviceSettings,
  serviceSettingsShape,
} from '../services/bankSettings.ts';
import { type CardNumberRange, CardNumbers } from '../services/contract/cardNumbers.ts';
import { reasonsAgainstSending } from '../services/reasonsAgainstSending.ts';
import { slipsIn } from '../services/settingSlips.ts';
import { agentLines } from './agentLinesSetting.ts';
import { botRetentionShape } from './botRetention.ts';
import {
  type MicrosoftRegistration,
  microsoftRegistration,
  microsoftSettingsShape,
} from './channels/botFramework/microsoftSettings.ts';
import { defaultVoices, type Voices, voicesWith } from './channels/twilio/voice/voices.ts';
import {
  reasonsAgainstWeChat,
  type WeChatAccount,
  weChatAccount,
  weChatSettingsShape,
} from './channels/weChat/weChatSettings.ts';
import {
  type ChatwootInbox,
  chatwootInbox,
  chatwootSettingsShape,
  reasonsAgainstChatwoot,
} from './desk/chatwoot/chatwootSettings.ts';
import type { MissedPeriods } from './events/missedSentencesTable.ts';

/** The answers of the demo bank. */
const demoTopics = fileURLToPath(new URL('../demo/topics', import.meta.url));

/** Every setting of the bot's side with its default; `.env.example` says what each is for. */
export const botSettingsShape = {
  ...serviceSettingsShape,
  PORT: portSetting.default(3978),
  WEBCHAT_ORIGINS: z
    .string()
    .default('')
    .transform(commaSeparated)
    .pipe(
      z.array(
        z.string().regex(/^https?:\/\/[a-z\d.-]+(:\d+)?$/i, 'must be origins, https://www.bank.example'),
      ),
    ),
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
  DESK: z.enum(['on', 'off']).default('off'),
  AGENT_LINES: agentLines,
  DESK_TOKEN: secret(z.string().min(32, 'must have 32 characters or more').optional()),
  ...chatwootSettingsShape,
  CARD_NUMBERS: CardNumbers.optional(),
  TOPICS_DIR: z.string().optional(),
  MISSED_SENTENCES: z.enum(['kept', 'off']).default('off'),
  CONVERSATIONS_TOKEN: conversationsToken,
  SOLVED_QUESTION: z.enum(['on', 'off']).default('on'),
  ...botRetentionShape,
  PROCESSOR_URL: z.url({ protocol: /^https?$/ }).optional(),
  TWILIO_VOICES: z
    .string()
    .default('')
    .refine((list) => voicesWith(list) !== undefined, 'must be tongue=voice, with commas between'),
  ...microsoftSettingsShape,
  ...weChatSettingsShape,
  MESSAGING_SECRETS: z.enum(['guided', 'link']).optional(),
  ...trafficSettingsShape,
};

/** The configuration for the composition root. */
export type Config = ServiceSettings & {
  port: number;
  /** The hours of human agents; undefined where they are always there. */
  agentHours: AgentHours | undefined;
  /** Whether the bank's staff answer in the conversation itself. */
  desk: boolean;
  /** The telephones of agents, by their logins. */
  agentLines: ReadonlyMap<string, string>;
  /** The token of another desk of the bank; undefined where there is none. */
  deskToken: string | undefined;
  /** A Chatwoot that is the desk; undefined where there is none. */
  chatwoot: ChatwootInbox | undefined;
  /** The ranges of the bank's card numbers; undefined where every number may be one. */
  cardNumbers: readonly CardNumberRange[] | undefined;
  /** The folder of the bank's own answers, a file for each language; undefined where there are none. */
  topicsDir: string | undefined;
  /** The origins of the bank's pages that may show the chat in a frame. */
  webChatOrigins: readonly string[];
  conversationsKeptFor: Period;
  eventsKeptFor: EventPeriods & MissedPeriods;
  /** Whether sentences that were not understood are kept, masked. */
  keepsMissed: boolean;
  /** Whether customers are asked at the end if it is solved. */
  asksWhetherSolved: boolean;
  /** What the bank's side shows that reads the conversations from another process; undefined where none may. */
  conversationsToken: string | undefined;
  /** The limits on web chat. */
  traffic: TrafficSettings;
  /** The bank's side in another process; undefined where it runs in this one. */
  remoteBank: { url: string; token: string | undefined; tlsFiles: TlsFiles | undefined } | undefined;
  /** The voices of telephone calls. */
  voices: Voices;
  /** Undefined where the Bot Framework's channels are closed (in production) or open to this machine only. */
  microsoft: MicrosoftRegistration | undefined;
  /** Undefined where the bank has no WeChat account here. */
  weChat: WeChatAccount | undefined;
  /** The way to ask for secrets in SMS and WhatsApp: step by step, or through a link to the secure form. */
  messagingSecrets: MessagingSecrets;
  /** Settings that are probably mistakes, but may be intended. */
  slips: readonly Slip[];
};

/**
 * Reads the settings from an environment; an empty value counts as missing. No other function reads it.
 * @throws UnfreezeError `settingsInvalid`, with each reason on its own line
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const settings = readSettings(botSettingsShape, environment);
  const service = serviceSettings(settings);
  const { PROCESSOR_URL: url, PROCESSOR_TOKEN: token, PROCESSOR_TLS_CERT: cert } = settings;
  const microsoft = microsoftRegistration(settings);
  const config: Config = {
    ...service,
    port: settings.PORT,
    agentHours: settings.AGENT_HOURS,
    desk: settings.DESK === 'on',
    agentLines: settings.AGENT_LINES,
    deskToken: settings.DESK_TOKEN,
    chatwoot: chatwootInbox(settings),
    cardNumbers: settings.CARD_NUMBERS,
    topicsDir: settings.TOPICS_DIR ?? (service.demo ? demoTopics : undefined),
    webChatOrigins: settings.WEBCHAT_ORIGINS,
    conversationsKeptFor: settings.RETENTION_CONVERSATIONS,
    eventsKeptFor: {
      RETENTION_EVENTS: settings.RETENTION_EVENTS,
      RETENTION_EVENT_HOURS: settings.RETENTION_EVENT_HOURS,
      RETENTION_MISSED_SENTENCES: settings.RETENTION_MISSED_SENTENCES,
    },
    keepsMissed: settings.MISSED_SENTENCES === 'kept',
    asksWhetherSolved: settings.SOLVED_QUESTION === 'on',
    conversationsToken: settings.CONVERSATIONS_TOKEN,
    traffic: trafficSettings(settings),
    remoteBank: url ? { url, token, tlsFiles: tlsFiles(settings) } : undefined,
    voices: voicesWith(settings.TWILIO_VOICES) ?? defaultVoices,
    microsoft: microsoft.registration,
    weChat: weChatAccount(settings),
    messagingSecrets: settings.MESSAGING_SECRETS ?? (service.production ? 'link' : 'guided'),
    slips: slipsIn(service, Object.keys(botSettingsShape), environment),
  };
  const reasons = [
    ...reasonsAgainst(service, settings),
    ...microsoft.reasons,
    ...reasonsAgainstWeChat(settings),
    ...reasonsAgainstChatwoot(settings, { ...service, desk: config.desk }),
    ...(service.cardSystemAt ? [] : reasonsAgainstSending(service, url !== undefined)),
    ...(service.production && settings.TOPICS_DIR === undefined
      ? ['TOPICS_DIR: production needs the bank’s own answers; docs/topics.md says how to write them']
      : []),
    ...(service.production && !config.publicUrl?.startsWith('https://')
      ? ['PUBLIC_URL: production needs an https address']
      : []),
    ...(service.production && config.webChatOrigins.some((origin) => !origin.startsWith('https://'))
      ? ['WEBCHAT_ORIGINS: in production only https pages may hold the chat']
      : []),
    ...(url && !token && !cert
      ? ['PROCESSOR_TOKEN: PROCESSOR_URL needs the token of that processor, or PROCESSOR_TLS_CERT']
      : []),
    ...(url?.startsWith('http:') && !isLoopback(new URL(url).hostname)
      ? ['PROCESSOR_URL: another machine must be reached over https']
      : []),
    ...(url?.startsWith('http:') && tlsFiles(settings)
      ? ['PROCESSOR_URL: the PROCESSOR_TLS_ settings want an https address']
      : []),
    ...reasonsAgainstFiles(settings),
  ];
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  return config;
}
