import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import type { SealingOrder } from '../../../services/contract/sealedEnvelope.ts';
import { SealingKey } from '../../../services/contract/sealingKey.ts';

/** A fresh key pair, and the second attempt of an authentication request that asks for envelopes sealed to it. */
export async function sealingPair(
  kid = 'a-key',
): Promise<{ privateKey: CryptoKey; authenticationRequest: SealingOrder['authenticationRequest'] }> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES');
  const sealingKey = SealingKey.parse({ ...(await exportJWK(publicKey)), kid, use: 'enc', alg: 'ECDH-ES' });
  return {
    privateKey,
    authenticationRequest: { id: '6f1b2c7e-58a4-4d0e-9b43-0c9a1d1f2e3a', attempt: 2, sealingKey },
  };
}
