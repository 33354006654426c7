import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { TlsFiles, TlsRole } from '../../../../kit/http/tls/tlsFiles.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const freshKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

const weakKeys = () =>
  webcrypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 1024,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  );

type Wanted = {
  role: TlsRole;
  /** A DNS name; an IPv4 address is taken for one. */
  name: string;
  from?: string;
  until?: string;
  /** Whether the key is too short for today's TLS. */
  weak?: boolean;
};

/** A certificate authority of the test's own, whose files stand in a folder. */
export class TestAuthority {
  /** The file with its own certificate. */
  readonly file: string;
  readonly #folder: string;
  readonly #keys: webcrypto.CryptoKeyPair;
  readonly #certificate: X509Certificate;
  #made = 0;

  private constructor(folder: string, keys: webcrypto.CryptoKeyPair, certificate: X509Certificate) {
    this.#folder = folder;
    this.#keys = keys;
    this.#certificate = certificate;
    this.file = this.#write(`${certificate.serialNumber}.authority.pem`, certificate.toString('pem'));
  }

  static async create(
    folder: string,
    { from = '2020-01-01', until = '2100-01-01' } = {},
  ): Promise<TestAuthority> {
    const keys = await freshKeys();
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: 'CN=An authority',
      keys,
      signingAlgorithm: algorithm,
      notBefore: new Date(from),
      notAfter: new Date(until),
      extensions: [
        new BasicConstraintsExtension(true, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      ],
    });
    return new TestAuthority(folder, keys, certificate);
  }

  /** The files of a fresh certificate, its key, and this authority. */
  async issue({ role, name, from, until, weak = false }: Wanted): Promise<Required<TlsFiles>> {
    const keys = await (weak ? weakKeys() : freshKeys());
    const type = /^[\d.]+$/.test(name) ? 'ip' : 'dns';
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${name}`,
      issuer: this.#certificate.subject,
      notBefore: new Date(from ?? '2020-01-01'),
      notAfter: new Date(until ?? '2100-01-01'),
      publicKey: keys.publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new SubjectAlternativeNameExtension([{ type, value: name }]),
        new ExtendedKeyUsageExtension([
          role === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth,
        ]),
      ],
    });
    this.#made += 1;
    const stem = `${this.#certificate.serialNumber}.${this.#made}`;
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      PROCESSOR_TLS_CERT: this.#write(`${stem}.cert.pem`, certificate.toString('pem')),
      PROCESSOR_TLS_KEY: this.#write(`${stem}.key.pem`, PemConverter.encode(pkcs8, 'PRIVATE KEY')),
      PROCESSOR_TLS_CA: this.file,
    };
  }

  #write(name: string, pem: string): string {
    const file = join(this.#folder, name);
    writeFileSync(file, pem, { mode: 0o600 });
    return file;
  }
}
