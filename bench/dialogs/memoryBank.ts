import { randomUUID } from 'node:crypto';
import type { CustomerServiceTerminalOptions } from '../../bot/conversation.ts';
import type { SealingKey } from '../../services/contract/sealingKey.ts';

const expiresAt = '2100-01-01T00:00:00.000Z';
const sealingKey: SealingKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'A'.repeat(43),
  y: 'A'.repeat(43),
  kid: 'bench',
  use: 'enc',
  alg: 'ECDH-ES',
};

/** A bank that answers from memory, always the same: its card is frozen, and both items are right. */
export function memoryClients(): CustomerServiceTerminalOptions['clients'] {
  const nobody = async (): Promise<never> => {
    throw new Error('nobody asks for this here');
  };
  return {
    customerService: {
      nameCard: async (number) => ({ card: `card_${'A'.repeat(22)}`, lastFour: number.slice(-4) }),
      queryCardStatus: async () => ({
        status: 'frozen',
        instructions: {
          remote: true,
          reasons: [],
          demands: ['identityDocument', 'transactionPassword'],
        },
      }),
      ...{
        searchCard: nobody,
        freezeCard: nobody,
        disown: nobody,
        answerableReceipt: nobody,
        noteHandoff: nobody,
        noteCaseMove: nobody,
        noteOperatorAct: nobody,
      },
    },
    processor: {
      requestUnfreezing: async () => ({
        outcome: 'authenticationRequested',
        authenticationRequest: {
          id: randomUUID(),
          items: ['identityDocument', 'transactionPassword'],
          ...{ attempt: 1, attemptsLeft: 3, expiresAt, sealingKey },
        },
      }),
      giveAuthenticationInformation: async ({ item }) =>
        item === 'identityDocument'
          ? { outcome: 'itemTaken', remaining: ['transactionPassword'] }
          : { outcome: 'unfrozen', at: new Date().toISOString() },
      startUnfreezing: nobody,
      unfreezeRequestState: nobody,
    },
  };
}

/** Cases that are kept nowhere. */
export const memoryCases: CustomerServiceTerminalOptions['cases'] = {
  ...{
    note: async () => {},
    noteRequest: async () => {},
    close: async () => {},
    hasMoved: async () => false,
  },
  ...{ code: async () => undefined, languageByPhone: async () => undefined, nameCode: (code) => code },
  ...{ takeByCode: async () => ({ outcome: 'refused' }), takeByPhone: async () => ({ outcome: 'refused' }) },
};
