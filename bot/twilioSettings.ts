import * as z from 'zod';
import type { ServiceSettings } from '../services/bankSettings.ts';
import { defaultVoices, type Voices, voicesWith } from './channels/twilio/voice/voices.ts';

/** The account that can be tried without having one; no account of Twilio's has this SID. */
export const developmentAccount = { sid: `AC${'0'.repeat(32)}`, token: 'development' };

const token = z.string().min(1).optional();

/** The settings of the telephone; `.env.example` says what each is for. */
export const twilioSettingsShape = {
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: token,
  TWILIO_AUTH_TOKEN_NEXT: token,
  TWILIO_VOICES: z
    .string()
    .default('')
    .refine(
      (list) => voicesWith(list) !== undefined,
      'must be tongues and voices, tongue=voice, with commas',
    ),
};
type TwilioSettings = z.infer<z.ZodObject<typeof twilioSettingsShape>>;

/** The account that calls must be of, what signs them, and how they are spoken. */
export type TwilioAccountSettings = { accountSid: string; tokens: readonly string[]; voices: Voices };

/** Without an account the telephone is off, except with the demo bank: then the development one counts. */
export function twilioAccountSettings(
  settings: TwilioSettings,
  { demo }: Pick<ServiceSettings, 'demo'>,
): TwilioAccountSettings | undefined {
  const accountSid = settings.TWILIO_ACCOUNT_SID ?? (demo ? developmentAccount.sid : undefined);
  if (accountSid === undefined) return undefined;
  const current = settings.TWILIO_AUTH_TOKEN ?? (demo ? developmentAccount.token : undefined);
  const tokens = [current, settings.TWILIO_AUTH_TOKEN_NEXT].filter((each) => each !== undefined);
  return { accountSid, tokens, voices: voicesWith(settings.TWILIO_VOICES) ?? defaultVoices };
}

export function reasonsAgainstTwilio(
  { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: authToken }: TwilioSettings,
  { demo }: Pick<ServiceSettings, 'demo'>,
): string[] {
  const isReal = sid !== undefined && sid !== developmentAccount.sid;
  return [
    ...(demo && isReal
      ? ['TWILIO_ACCOUNT_SID: with the demo bank on only the development account is allowed, AC and 32 zeros']
      : []),
    ...(!demo && sid === developmentAccount.sid
      ? ['TWILIO_ACCOUNT_SID: the development account is for the demo bank only']
      : []),
    ...(!demo && sid !== undefined && authToken === undefined
      ? ['TWILIO_AUTH_TOKEN: calls are not believed without the token that signs them']
      : []),
  ];
}
