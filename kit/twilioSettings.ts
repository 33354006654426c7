import * as z from 'zod';
import { isLoopback } from './isLoopback.ts';
import { secret } from './secretSetting.ts';

/** The account for trying the telephone without a real account; no account of Twilio's has this SID. */
export const developmentAccount = { sid: `AC${'0'.repeat(32)}`, token: 'development', from: '+12025550100' };

/** Where Twilio's library sends what it asks of the carrier. */
export const carrierApi = 'https://api.twilio.com';

const token = secret(z.string().min(1).optional());

/** The settings of the account for calls and messages; `.env.example` says what each is for. */
export const twilioSettingsShape = {
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: token,
  TWILIO_AUTH_TOKEN_NEXT: token,
  TWILIO_FROM: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|MG[0-9a-f]{32}|(?=.{1,11}$)#?(?=.*[A-Za-z])[A-Za-z\d]+( [A-Za-z\d]+)*)$/,
      'must be + and digits, the SID of a messaging service, or a name of at most 11 letters and digits, # before it where it is registered so',
    )
    .optional(),
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).optional(),
};
type TwilioSettings = z.infer<z.ZodObject<typeof twilioSettingsShape>>;

/** An account of Twilio's. `tokens` verify its requests; the first one is also used to call Twilio. */
export type TwilioAccount = {
  sid: string;
  tokens: readonly string[];
  from: string | undefined;
  /** The demo's own carrier, which in the demo alone is asked in Twilio's place. */
  apiUrl?: string;
};

/**
 * The account, or undefined: then the telephone's channels are off. With the demo bank the development account is used
 * instead.
 */
export function twilioAccount(settings: TwilioSettings, demo: boolean): TwilioAccount | undefined {
  const own = demo ? developmentAccount : undefined;
  const sid = settings.TWILIO_ACCOUNT_SID ?? own?.sid;
  if (sid === undefined) return undefined;
  const tokens = [settings.TWILIO_AUTH_TOKEN ?? own?.token, settings.TWILIO_AUTH_TOKEN_NEXT];
  return {
    sid,
    tokens: tokens.filter((each) => each !== undefined),
    from: settings.TWILIO_FROM ?? own?.from,
    ...(settings.TWILIO_API_URL !== undefined && { apiUrl: settings.TWILIO_API_URL.replace(/\/$/, '') }),
  };
}

/** The faults in the account's settings, each sentence beginning with its setting. */
export function reasonsAgainstTwilio(settings: TwilioSettings, demo: boolean): string[] {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_URL: apiUrl } = settings;
  const isDevelopment = sid === developmentAccount.sid;
  if (demo) {
    return [
      ...(sid === undefined || isDevelopment
        ? []
        : [
            'TWILIO_ACCOUNT_SID: with the demo bank on only the development account is allowed, AC and 32 zeros',
          ]),
      ...(apiUrl === undefined || isLoopback(new URL(apiUrl).hostname)
        ? []
        : ['TWILIO_API_URL: with the demo bank on nothing leaves this machine']),
    ];
  }
  return [
    ...(apiUrl === undefined ? [] : ['TWILIO_API_URL: for the demo bank only']),
    ...(isDevelopment ? ['TWILIO_ACCOUNT_SID: the development account is for the demo bank only'] : []),
    ...(sid !== undefined && authToken === undefined
      ? ['TWILIO_AUTH_TOKEN: the account is of no use without its token']
      : []),
  ];
}
