import { UnfreezeError } from '../../kit/errors.ts';

/**
 * Ciphers that go together, by the name that stands in whatever was written with them: envelopes, sealed fields, anchors of the
 * audit trail. A national one (SM2, SM3, SM4: GB/T 32918, 32905, 32907) is a row beside, and what was written stays readable.
 */
export const cipherSuites = {
  intl1: {
    /** As JOSE names them (RFC 7518). */
    envelope: { alg: 'ECDH-ES', enc: 'A256GCM', crv: 'P-256' },
    /** As Node names it. */
    field: 'aes-256-gcm',
    anchor: 'ed25519',
  },
} as const;
export type CipherSuite = keyof typeof cipherSuites;

/** The one that is written with; also that of everything from before suites had names. */
export const suiteOfNow: CipherSuite = 'intl1';

/** How a name may look. */
export const suiteName = /^[a-z][a-z0-9-]{0,19}$/;

export function isKnownSuite(name: string): name is CipherSuite {
  return Object.hasOwn(cipherSuites, name);
}

/** What belongs to a name. @throws UnfreezeError `cipherSuiteUnknown` */
export function suiteNamed(name: string = suiteOfNow): (typeof cipherSuites)[CipherSuite] {
  if (isKnownSuite(name)) return cipherSuites[name];
  const shown = suiteName.test(name) ? name : 'of no possible name';
  throw new UnfreezeError(
    'cipherSuiteUnknown',
    `written with the cipher suite ${shown}, which this version does not know (${Object.keys(cipherSuites).join(', ')})`,
  );
}
