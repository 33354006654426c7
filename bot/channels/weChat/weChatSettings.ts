import * as z from 'zod';
import { secret } from '../../../kit/secretSetting.ts';

/** The settings of an official account, named as in its console; `.env.example` says what each is for. */
export const weChatSettingsShape = {
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, 'must be wx and 16 hexadecimal digits')
    .optional(),
  WECHAT_TOKEN: secret(
    z
      .string()
      .regex(/^[A-Za-z\d]{16,32}$/, 'must be 16 to 32 letters and digits')
      .optional(),
  ),
  WECHAT_AES_KEY: secret(
    z
      .string()
      .regex(/^[A-Za-z\d]{43}$/, 'must be the 43 letters and digits of EncodingAESKey')
      .optional(),
  ),
};
type Settings = z.infer<z.ZodObject<typeof weChatSettingsShape>>;

/** An official account: `token` signs its requests; `aesKey` is the encryption key, 32 bytes in base64. */
export type WeChatAccount = { appId: string; token: string; aesKey: string };

/** The account; undefined, which turns the channel off, where a part of it is missing. */
export function weChatAccount({
  WECHAT_APP_ID: appId,
  WECHAT_TOKEN: token,
  WECHAT_AES_KEY: aesKey,
}: Settings): WeChatAccount | undefined {
  return appId && token && aesKey ? { appId, token, aesKey } : undefined;
}

/** The faults in the account's settings, each sentence beginning with its setting. */
export function reasonsAgainstWeChat(settings: Settings): string[] {
  const names = Object.keys(weChatSettingsShape) as (keyof Settings)[];
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === names.length) return [];
  return missing.map((name) => `${name}: the other settings of the official account need it`);
}
