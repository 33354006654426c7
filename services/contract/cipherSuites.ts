import { UnfreezeError } from '../../kit/errors.ts';

/**
 * Sets of ciphers by the name that stands in everything written with them: envelopes, sealed fields and anchors of the
 * audit trail. National ciphers (SM2, SM3, SM4: GB/T 32918, 32905, 32907) would be another row, and everything written
 * earlier stays readable.
 */
export const cipherSuites = {
  intl1: {
    /** The names in JOSE (RFC 7518). */
    envelope: { alg: 'ECDH-ES', enc: 'A256GCM', crv: 'P-256' },
    /** The name in Node. */
    field: 'aes-256-gcm',
    anchor: 'ed25519',
  },
} as const;
export type CipherSuite = keyof typeof cipherSuites;

/** The suite for writing, and that of everything written before suites had names. */
export const suiteOfNow: CipherSuite = 'intl1';

/** The form of a suite's name. */
export const suiteName = /^[a-z][a-z0-9-]{0,19}$/;

export function isKnownSuite(name: string): name is CipherSuite {
  return Object.hasOwn(cipherSuites, name);
}

/** The suite with a name. @throws UnfreezeError `cipherSuiteUnknown` */
export function suiteNamed(name: string = suiteOfNow): (typeof cipherSuites)[CipherSuite] {
  if (isKnownSuite(name)) return cipherSuites[name];
  const shown = suiteName.test(name) ? name : 'of no possible name';
  throw new UnfreezeError(
    'cipherSuiteUnknown',
    `written with the cipher suite ${shown}, which this version does not know (${Object.keys(cipherSuites).join(', ')})`,
  );
}
