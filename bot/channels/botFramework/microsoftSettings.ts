import * as z from 'zod';
import { secret } from '../../../kit/secretSetting.ts';

/** The settings of the Bot Framework's channels, by the names that the framework itself gives them. */
export const microsoftSettingsShape = {
  MicrosoftAppType: z.enum(['SingleTenant']).default('SingleTenant'),
  MicrosoftAppId: z.uuid().optional(),
  MicrosoftAppTenantId: z.uuid().optional(),
  MicrosoftAppPassword: secret(z.string().optional()),
  MicrosoftAppCertificate: z.string().optional(),
  MicrosoftAppCertificateKey: z.string().optional(),
};

/** The bot's registration, and by what it shows that it is that bot: a password, or a certificate in PEM files. */
export type MicrosoftRegistration = {
  appId: string;
  tenantId: string;
  proof: { password: string } | { certificateFile: string; keyFile: string };
};

type Read = z.infer<z.ZodObject<typeof microsoftSettingsShape>>;

/** @returns the registration, undefined where none is set, or the reasons why it is none */
export function microsoftRegistration(read: Read): {
  registration: MicrosoftRegistration | undefined;
  reasons: string[];
} {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password } = read;
  const { MicrosoftAppCertificate: certificateFile, MicrosoftAppCertificateKey: keyFile } = read;
  const given = [tenantId, password, certificateFile, keyFile].some((one) => one !== undefined);
  if (!appId) {
    const reasons = given ? ['MicrosoftAppId: the other settings of the registration need it'] : [];
    return { registration: undefined, reasons };
  }
  const reasons = [
    ...(tenantId ? [] : ['MicrosoftAppTenantId: a single-tenant bot needs its tenant']),
    ...(password && certificateFile
      ? ['MicrosoftAppPassword: leave it out where there is a certificate']
      : []),
    ...(!password && !certificateFile
      ? ['MicrosoftAppPassword: the bot needs it, or a certificate, to answer']
      : []),
    ...(Boolean(certificateFile) !== Boolean(keyFile)
      ? ['MicrosoftAppCertificateKey: a certificate and its key go together']
      : []),
  ];
  if (reasons.length > 0 || !tenantId) return { registration: undefined, reasons };
  const proof = password ? { password } : { certificateFile: certificateFile ?? '', keyFile: keyFile ?? '' };
  return { registration: { appId, tenantId, proof }, reasons };
}
