import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  CertificateServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { MicrosoftRegistration } from './microsoftSettings.ts';

/**
 * By what the bot gets its tokens for the channels' services; without a registration it shows none.
 * @throws UnfreezeError `settingsInvalid` where a certificate cannot be read
 */
export function frameworkCredentials(
  registration: MicrosoftRegistration | undefined,
): ServiceClientCredentialsFactory {
  if (!registration) return new PasswordServiceClientCredentialFactory('', '');
  const { appId, tenantId, proof } = registration;
  if ('password' in proof) return new PasswordServiceClientCredentialFactory(appId, proof.password, tenantId);
  const certificate = read('MicrosoftAppCertificate', proof.certificateFile);
  const key = read('MicrosoftAppCertificateKey', proof.keyFile);
  return new CertificateServiceClientCredentialsFactory(
    appId,
    thumbprint(certificate),
    key,
    tenantId,
    certificate,
  );
}

function read(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UnfreezeError('settingsInvalid', `${setting}: the file cannot be read`);
  }
}

/** As Microsoft's directory names a certificate: the SHA-1 of its bytes, in hexadecimal digits. */
function thumbprint(certificate: string): string {
  try {
    return new X509Certificate(certificate).fingerprint.replaceAll(':', '');
  } catch {
    throw new UnfreezeError(
      'settingsInvalid',
      'MicrosoftAppCertificate: the file holds no certificate in PEM',
    );
  }
}
