import { UnfreezeError } from '../../../kit/errors.ts';
import { parse } from '../../../kit/parse.ts';
import { CardNumber, type CardReference, type LastFour } from '../../contract/card.ts';
import type { KeyRing } from '../../security/keyRing.ts';
import { NumbersInReferences } from '../../security/numbersInReferences.ts';
import { CardTokenAnswer } from './addresses.ts';
import type { CardSystemClient } from './cardSystemClient.ts';

type CardNamesDependencies = { client: CardSystemClient; keyRing: KeyRing; cardsByToken: boolean };

/**
 * What the card system calls a card, and the references that hold this name in closed form: its number, or a token that
 * the card system was asked for once, when the number came. A token ends in the last four digits too.
 */
export class CardNames {
  readonly #client: CardSystemClient;
  readonly #cardsByToken: boolean;
  readonly #numbers: NumbersInReferences;
  readonly #tokens: NumbersInReferences;

  constructor({ client, keyRing, cardsByToken }: CardNamesDependencies) {
    this.#client = client;
    this.#cardsByToken = cardsByToken;
    const secrets = () => keyRing.secrets('cardReferenceKey');
    this.#numbers = new NumbersInReferences(secrets);
    this.#tokens = new NumbersInReferences(secrets, 'token');
  }

  async referenceOf(cardNumber: CardNumber): Promise<CardReference> {
    return this.closed(this.#cardsByToken ? await this.#tokenOf(cardNumber) : cardNumber);
  }

  /** @throws UnfreezeError `messageInvalid` */
  referenceNamed(name: string): CardReference {
    if (this.#cardsByToken) parse(CardTokenAnswer, { cardToken: name });
    return this.closed(this.#cardsByToken ? name : parse(CardNumber, name));
  }

  /** The reference that holds a name which the card system has given. */
  closed(name: string): CardReference {
    return (this.#cardsByToken ? this.#tokens : this.#numbers).close(name);
  }

  /** Under the present key, and by token where cards are named so by now. */
  async referenceNow(reference: CardReference): Promise<CardReference> {
    const name = await this.nameIn(reference);
    if (name === undefined) return reference;
    return this.closed(name);
  }

  lastFourIn(reference: CardReference): LastFour | undefined {
    return (this.#numbers.open(reference) ?? this.#tokens.open(reference))?.slice(-4);
  }

  /** Undefined where a reference was made elsewhere. One from before tokens were used is made a token first. */
  async nameIn(reference: CardReference): Promise<string | undefined> {
    const number = this.#numbers.open(reference);
    if (!this.#cardsByToken) return number;
    return number === undefined ? this.#tokens.open(reference) : this.#tokenOf(number);
  }

  /** @throws UnfreezeError `messageInvalid` where it was made elsewhere */
  async nameOf(reference: CardReference): Promise<string> {
    const name = await this.nameIn(reference);
    if (name !== undefined) return name;
    throw new UnfreezeError('messageInvalid', 'no reference of a card');
  }

  async #tokenOf(cardNumber: CardNumber): Promise<string> {
    const token = await this.#client.tokenOf(cardNumber);
    if (token.endsWith(cardNumber.slice(-4)) && token !== cardNumber) return token;
    throw new UnfreezeError('internal', 'the card system has given a token that is none for this number');
  }
}
