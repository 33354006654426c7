import * as z from 'zod';
import { UnfreezeError } from '../kit/errors.ts';
import type { TlsFiles } from '../kit/http/tls/tlsFiles.ts';
import { reasonsAgainstFiles, tlsFiles } from '../kit/http/tls/tlsSettings.ts';
import { isLoopback } from '../kit/isLoopback.ts';
import { readSettings } from '../kit/readSettings.ts';
import type { Slip } from '../kit/slips.ts';
import { portSetting } from '../kit/wholeNumberSetting.ts';
import {
  conversationsToken,
  reasonsAgainst,
  type ServiceSettings,
  serviceSettings,
  serviceSettingsShape,
} from './bankSettings.ts';
import { slipsIn } from './settingSlips.ts';

export { environment } from '../kit/config.ts';

/** The settings of the bank's side where it runs alone. */
export const processorSettingsShape = {
  ...serviceSettingsShape,
  PROCESSOR_PORT: portSetting.default(3979),
  PROCESSOR_TLS_CLIENT: z.string().optional(),
  SECURE_FORM_PORT: portSetting.optional(),
  OPERATOR_PORT: portSetting.optional(),
  OPERATOR_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONVERSATIONS_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONVERSATIONS_TOKEN: conversationsToken,
};

/** The configuration of the bank's side where it runs alone. */
export type ProcessorConfig = ServiceSettings & {
  port: number;
  /** The port of the secure form, apart from the one for the bot; undefined where the form is not served. */
  secureFormPort: number | undefined;
  /** The port of the operator's page, and its address for browsers; undefined where it is not served, or at its own address. */
  operatorPort: number | undefined;
  operatorUrl: string | undefined;
  /** Where the conversations are read for that page; undefined where they are not. */
  conversationsAt: { url: string; token: string } | undefined;
  /**
   * The proof that the bot must show: a token, a certificate with this name (or with any), or both; at least one of
   * them.
   */
  token: string | undefined;
  clientName: string | undefined;
  /** Undefined where it uses plain http on a loopback address. */
  tlsFiles: TlsFiles | undefined;
  /** Settings that are probably mistakes, but may be intended. */
  slips: readonly Slip[];
};

/**
 * Reads the settings of `npm run start:processor`.
 * @throws UnfreezeError `settingsInvalid`, with each reason on its own line
 */
export function readProcessorConfig(environment: NodeJS.ProcessEnv): ProcessorConfig {
  const settings = readSettings(processorSettingsShape, environment);
  const service = serviceSettings(settings);
  const { PROCESSOR_TOKEN: token, PROCESSOR_TLS_CERT: cert, PROCESSOR_TLS_CA: ca } = settings;
  const clientName = settings.PROCESSOR_TLS_CLIENT;
  const { CONVERSATIONS_URL: url, CONVERSATIONS_TOKEN: readToken } = settings;
  const reasons = [
    ...reasonsAgainst(service, settings),
    ...(!token && !ca
      ? ['PROCESSOR_TOKEN: the bot must show one; 32 random characters or more, the same for both']
      : []),
    ...(!service.demo && !isLoopback(service.host) && !cert
      ? ['HOST: plain http is for a loopback address only; set PROCESSOR_TLS_CERT and PROCESSOR_TLS_KEY']
      : []),
    ...(service.production &&
    settings.OPERATOR_PORT !== undefined &&
    !settings.OPERATOR_URL?.startsWith('https:')
      ? ['OPERATOR_URL: in production the operator’s page needs an https address']
      : []),
    ...reasonsAgainstReading(settings),
    ...reasonsAgainstFiles(settings),
    ...(ca && !cert
      ? ['PROCESSOR_TLS_CA: the bot shows its certificate to one in PROCESSOR_TLS_CERT only']
      : []),
    ...(ca && !token && !clientName
      ? ['PROCESSOR_TLS_CLIENT: without PROCESSOR_TOKEN the name in the bot’s certificate must be given']
      : []),
    ...(clientName && !ca
      ? ['PROCESSOR_TLS_CLIENT: certificates are asked for with PROCESSOR_TLS_CA only']
      : []),
  ];
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  // Outside production the form can be tried without more settings; in production its public address must be set.
  const servesForm = !service.production || service.secureFormUrl !== undefined;
  const port = settings.PROCESSOR_PORT;
  return {
    ...service,
    port,
    secureFormPort: servesForm ? (settings.SECURE_FORM_PORT ?? (port && port + 1)) : undefined,
    operatorPort: settings.OPERATOR_PORT,
    operatorUrl: settings.OPERATOR_URL?.replace(/\/$/, ''),
    conversationsAt: url && readToken ? { url, token: readToken } : undefined,
    token,
    clientName,
    tlsFiles: tlsFiles(settings),
    slips: slipsIn(service, Object.keys(processorSettingsShape), environment),
  };
}

/** The conversations are read with a token alone, which no other machine may overhear. */
function reasonsAgainstReading({
  CONVERSATIONS_URL: url,
  CONVERSATIONS_TOKEN: token,
}: {
  CONVERSATIONS_URL?: string | undefined;
  CONVERSATIONS_TOKEN?: string | undefined;
}): string[] {
  if (url === undefined) return [];
  return [
    ...(token ? [] : ['CONVERSATIONS_TOKEN: CONVERSATIONS_URL needs the token of that bot']),
    ...(url.startsWith('http:') && !isLoopback(new URL(url).hostname)
      ? ['CONVERSATIONS_URL: another machine must be reached over https']
      : []),
  ];
}
