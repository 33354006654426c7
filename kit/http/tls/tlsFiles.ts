import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { UnfreezeError } from '../../errors.ts';

type Purpose = 'CERT' | 'KEY' | 'CA';

/** The setting that names a file, and so its link and its purpose. */
export type TlsSetting = `${string}_TLS_${Purpose}`;

/**
 * Files in PEM (RFC 7468): this process's certificate with the intermediate ones, its key, and the authorities that the
 * other side's certificate must come from.
 */
export type TlsFiles = Partial<Record<`PROCESSOR_TLS_${Purpose}`, string>>;

/** The TLS files of any link, by the names of their settings. */
export type LinkFiles = { readonly [Each in TlsSetting]?: string };

/** Whether a process shows its certificate as a server or as a client (RFC 5280, section 4.2.1.12). */
export type TlsRole = 'server' | 'client';

/** The content of the files, which was usable at the moment of reading. */
export type TlsMaterial = {
  cert?: string;
  key?: string;
  ca?: string;
  /** The end of the first certificate to expire: this process's own, and among the authorities. */
  ends: { setting: TlsSetting; at: Date }[];
};

const purposes: Record<TlsRole, string> = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' };

/**
 * Reads the files and finds every fault that would otherwise only show as a failed handshake.
 * @throws UnfreezeError `settingsInvalid`, with each reason on its own line
 */
export function readTlsFiles(files: LinkFiles, role: TlsRole, now: Date, link = 'PROCESSOR'): TlsMaterial {
  const reasons: string[] = [];
  const settings = { cert: `${link}_TLS_CERT`, key: `${link}_TLS_KEY`, ca: `${link}_TLS_CA` } as const;
  const complain = (setting: TlsSetting, reason: string) => reasons.push(`${setting}: ${reason}`);
  const text = (setting: TlsSetting) => read(files[setting], (reason) => complain(setting, reason));
  const { cert, key, ca } = { cert: text(settings.cert), key: text(settings.key), ca: text(settings.ca) };
  const chain = cert === undefined ? [] : certificates(cert);
  const authorities = ca === undefined ? [] : certificates(ca);
  const privateKey = key === undefined ? undefined : readKey(key);
  for (const reason of againstChain(chain, cert, role, now)) complain(settings.cert, reason);
  for (const reason of againstKey(privateKey, key, files[settings.key])) complain(settings.key, reason);
  if (privateKey && chain[0] && !chain[0].checkPrivateKey(privateKey))
    complain(settings.key, `it is not the key of ${settings.cert}`);
  if (ca !== undefined && !authorities.some((one) => isValid(one, now))) {
    complain(settings.ca, 'it holds no certificate in PEM that is valid now');
  }
  const pems = { ...(cert && { cert }), ...(key && { key }), ...(ca && { ca }) };
  if (reasons.length === 0)
    for (const reason of refusedByOpenSsl(pems)) complain(cert ? settings.cert : settings.ca, reason);
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  return { ...pems, ends: [...firstEnd(settings.cert, chain), ...firstEnd(settings.ca, authorities)] };
}

function read(file: string | undefined, complain: (reason: string) => void): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    complain(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return undefined;
  }
}

/** All certificates of a file; undefined where one of them cannot be read. */
function certificates(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return found.map((one) => new X509Certificate(one));
  } catch {
    return [];
  }
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    // The cause is left out, since it quotes a part of the key.
    return undefined;
  }
}

function againstChain(chain: X509Certificate[], pem: string | undefined, role: TlsRole, now: Date): string[] {
  const [own] = chain;
  if (!own) return pem === undefined ? [] : ['it holds no certificate in PEM'];
  const purposesOfOwn: string[] | undefined = own.keyUsage;
  return [
    ...chain.flatMap((one) => {
      if (now < one.validFromDate)
        return [`${nameOf(one)} is not valid before ${one.validFromDate.toISOString()}`];
      return now > one.validToDate ? [`${nameOf(one)} expired at ${one.validToDate.toISOString()}`] : [];
    }),
    ...(purposesOfOwn && !purposesOfOwn.includes(purposes[role])
      ? [`${nameOf(own)} is not for a ${role}`]
      : []),
  ];
}

function againstKey(key: KeyObject | undefined, pem: string | undefined, file: string | undefined): string[] {
  if (pem === undefined || file === undefined) return [];
  return [
    ...((statSync(file).mode & 0o077) !== 0 ? [`other accounts may use it: chmod 600 ${file}`] : []),
    ...(key === undefined ? ['it holds no private key in PEM without a passphrase'] : []),
  ];
}

function isValid(one: X509Certificate, now: Date): boolean {
  return one.validFromDate <= now && now <= one.validToDate;
}

/** Finds weak keys and digests, which would otherwise only show when the first client connects. */
function refusedByOpenSsl(pems: { cert?: string; key?: string; ca?: string }): string[] {
  try {
    createSecureContext(pems);
    return [];
  } catch (error) {
    return [`OpenSSL refuses it (${(error as NodeJS.ErrnoException).code})`];
  }
}

function firstEnd(setting: TlsSetting, chain: X509Certificate[]): TlsMaterial['ends'] {
  const ends = chain
    .map(({ validToDate }) => validToDate)
    .toSorted((one, other) => Number(one) - Number(other));
  return ends[0] ? [{ setting, at: ends[0] }] : [];
}

function nameOf({ subject }: X509Certificate): string {
  return `the certificate of ${subject.replaceAll('\n', ', ')}`;
}
