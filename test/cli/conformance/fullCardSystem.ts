import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Card, CardSystem, exampleCards, type Message } from '../../../docs/examples/cardSystem.ts';
import { cardTokenOf, phc } from '../../services/cardSystem/cardSystemStub.ts';

export const token = 'the-token-of-a-card-system-in-a-test';

type FullMessage = Message & { phone: string; lastFour: string; matched: boolean };

const isText = (value: unknown) => typeof value === 'string';

/** The example with all that it leaves out: cards are found by phone, verifiers are handed over, cards have dates. */
export class FullCardSystem extends CardSystem {
  constructor(shown: string, cards: readonly Card[]) {
    super(shown, cards);
    this.addresses['card-searches'] = {
      takes: { phone: isText, lastFour: isText },
      does: (given) => this.search(given as FullMessage),
    };
    this.addresses['card-tokens'] = {
      takes: { cardNumber: isText },
      does: async ({ cardNumber }) => ({ cardToken: this.tokenOf(cardNumber) }),
    };
    this.addresses['password-checks'] = {
      takes: { cardNumber: isText, matched: (value) => typeof value === 'boolean' },
      key: true,
      does: (given) => this.notePassword(given as FullMessage),
    };
  }

  override async lookUp(given: Message): Promise<object> {
    const number = this.numberOf(given.cardNumber);
    const { card } = (await super.lookUp({ ...given, cardNumber: number })) as {
      card: { customer: { reserved: object } } | null;
    };
    if (!card) return { card };
    const password = this.cards.get(number)?.password ?? '';
    const reserved = {
      ...card.customer.reserved,
      transactionPassword: { checkedBy: 'thawline', verifier: this.verifierOf(password) },
    };
    return { card: { ...card, frozenAt: this.frozenAt(), customer: { ...card.customer, reserved } } };
  }

  tokenOf(number: string): string {
    return cardTokenOf(number);
  }

  /** Either names a card here. */
  numberOf(name: string): string {
    return [...this.cards.keys()].find((number) => cardTokenOf(number) === name) ?? name;
  }

  verifierOf(password: string): string {
    return phc(password);
  }

  frozenAt(): string {
    return '2026-03-01T09:30:00Z';
  }

  async search({ phone, lastFour }: FullMessage): Promise<object> {
    const found = [...this.cards.values()].filter((card) => this.isFound(card, phone, lastFour));
    return { cardNumbers: found.map((card) => card.number) };
  }

  isFound(card: Card, phone: string, lastFour: string): boolean {
    return card.phone === phone && card.number.endsWith(lastFour) && card.freezes.size > 0;
  }

  async notePassword({ cardNumber, matched }: FullMessage): Promise<object> {
    const { password = '' } = this.cards.get(cardNumber) ?? {};
    await this.verifyPassword({ cardNumber, password: matched ? password : 'another' } as Message);
    return { noted: true };
  }
}

/** Serves it on this machine for as long as the work takes. */
export async function served<Result>(
  cardSystem: CardSystem,
  works: (url: string) => Promise<Result>,
): Promise<Result> {
  const server: Server = cardSystem.serve();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await works(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export const cards = exampleCards;
