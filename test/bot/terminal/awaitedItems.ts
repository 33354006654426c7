import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import type { Delivery } from '../../../bot/turn/delivery.ts';
import type { Awaited } from '../../../dialogs/prompts/awaited.ts';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';
import { SealingKey } from '../../../services/contract/sealingKey.ts';

export const document = '11010519491231002X';
export const password = '246801';

const keys = await generateKeyPair('ECDH-ES', { extractable: true });
/** The private key, which only the processor has. */
export const privateKey: CryptoKey = keys.privateKey;

const sealingKey = SealingKey.parse({
  ...(await exportJWK(keys.publicKey)),
  kid: 'one',
  use: 'enc',
  alg: 'ECDH-ES',
});

export const request = {
  id: '6f1c2f9c-0a54-4c59-9d3e-6a9c1f6d2b11',
  items: [] as AuthenticationItem[],
  attempt: 1,
  attemptsLeft: 3,
  expiresAt: '2026-11-24T08:10:00.000Z',
  sealingKey,
};

/** The conversation waits for an item of authentication information. */
export function asked(item: AuthenticationItem, attempt = 1): Awaited & { what: 'authenticationItem' } {
  return { what: 'authenticationItem', item, authenticationRequest: { ...request, items: [item], attempt } };
}

export function delivery({
  conversation = 'c1',
  channelId = 'thawline-sms',
  ...more
}: Partial<Delivery> & { conversation?: string; channelId?: string } = {}): Delivery {
  return {
    reference: {
      channelId,
      serviceUrl: 'urn:test',
      conversation: { id: conversation },
      user: 'user',
      bot: 'bot',
    },
    id: undefined,
    locale: undefined,
    ...more,
  };
}
