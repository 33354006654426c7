import { answers } from '../../dialogs/prompts/authenticationItemQuestion.ts';
import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import { type Heard, mostCards } from '../../dialogs/understanding/heard.ts';
import { readPart } from '../../kit/customerText.ts';
import { LastFour } from '../../services/contract/card.ts';
import { type CardNumberRange, isOfBank } from '../../services/contract/cardNumbers.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { PasswordLengths } from '../../services/contract/passwordLengths.ts';
import { SubmittedItem } from '../../services/contract/secureForm.ts';
import type { Content, Delivery, Sealed } from '../turn/delivery.ts';
import { findCaseCode } from './codeInText.ts';
import { sealedWords } from './sealedDelivery.ts';
import { sealEvent, sealWish } from './sealedEvents.ts';
import { sealItem } from './sealItem.ts';
import { type FoundSecret, mask, masked, secretsIn, withoutSecrets } from './secretsInText.ts';
import { givesCardNumber, looksLikeTalk } from './talk.ts';

/** The content that came, and the answer that the conversation waits for. */
type Asked = { delivery: Delivery; awaited: Awaited };

/**
 * Between channels and terminal: a card number becomes a reference, an identity document or a transaction
 * password an envelope, before anything else sees the delivery. Whatever comes while a secret is asked for
 * and is not plainly talk counts as one: better a question scrubbed than a password kept.
 */
export class Sealing {
  readonly #customerService: Pick<CustomerServiceClient, 'nameCard'>;
  readonly #nameCode: (code: string) => string;
  readonly #cardNumbers: readonly CardNumberRange[] | undefined;
  readonly #passwordLengths: PasswordLengths | undefined;

  constructor({
    customerService,
    nameCode,
    cardNumbers,
    passwordLengths,
  }: {
    customerService: Pick<CustomerServiceClient, 'nameCard'>;
    /** What stands for the code of a case. */
    nameCode: (code: string) => string;
    /** Those of the bank; any where it has not said. */
    cardNumbers?: readonly CardNumberRange[] | undefined;
    /** How many digits the bank's passwords have, where they are not the usual ones. */
    passwordLengths?: PasswordLengths | undefined;
  }) {
    this.#customerService = customerService;
    this.#nameCode = nameCode;
    this.#cardNumbers = cardNumbers;
    this.#passwordLengths = passwordLengths;
  }

  async seal(delivery: Delivery, content: Content, awaited: Awaited): Promise<Sealed<Heard>> {
    switch (content.what) {
      case 'event':
        return sealEvent(content);
      case 'wish':
        return sealWish(content);
      case 'arrives':
        return { shown: content, heard: { content }, kept: { content } };
      case 'words':
        return this.#sealWords({ delivery, awaited }, content);
    }
  }

  async #sealWords(
    asked: Asked,
    { text: said, attached, form }: Content & { what: 'words' },
  ): Promise<Sealed<Heard>> {
    const typed = readPart(said);
    const submitted = SubmittedItem.safeParse(form);
    if (submitted.success) return this.#sealSubmitted(asked, submitted.data);
    const text = typed.trim();
    if (text === '') {
      return sealedWords(typed, attached || form !== undefined ? { what: 'attachment' } : undefined);
    }
    const { awaited, delivery } = asked;
    const code = findCaseCode(text, { secretAsked: awaited.what === 'authenticationItem' });
    if (code) return sealedWords(withoutSecrets(text), { what: 'caseCode', name: this.#nameCode(code) });
    if (awaited.what === 'authenticationItem' && !looksLikeTalk(text) && !givesCardNumber(text)) {
      return sealedWords(mask, await sealItem(text, awaited, delivery));
    }
    return this.#sealTalk(asked, typed, text);
  }

  /** A value for a form that is over is not looked at. */
  async #sealSubmitted({ awaited, delivery }: Asked, submitted: SubmittedItem): Promise<Sealed<Heard>> {
    if (awaited.what !== 'authenticationItem' || !answers(submitted, awaited)) {
      return sealedWords('', { what: 'unreadableForm' });
    }
    return sealedWords(mask, await sealItem(submitted.value, awaited, delivery));
  }

  async #sealTalk({ awaited, delivery }: Asked, typed: string, text: string): Promise<Sealed<Heard>> {
    const cardNumberAsked = awaited.what === 'cardNumber';
    const secrets = secretsIn(text, { cardNumberAsked, passwordLengths: this.#passwordLengths });
    const cards = secrets.filter((secret) => secret.kind === 'cardNumber');
    const own = cards.filter(({ number }) => isOfBank(number, this.#cardNumbers));
    if (own.length > 0) return this.#sealCardNumbers(text, secrets, own);
    const [other] = cards;
    if (other) {
      const { length: count } = other.number;
      return sealedWords(masked(text, secrets), { what: 'cardNumberProblem', problem: 'otherBank', count });
    }
    const malformed = longestOf(secrets.filter((secret) => secret.kind === 'malformedCardNumber'));
    if (malformed) {
      const lastFour = LastFour.safeParse(malformed.digits).data;
      if (lastFour && awaited.what === 'cardNumber' && delivery.phone !== undefined) {
        const shown = secrets.map((secret) => (secret === malformed ? { ...secret, as: lastFour } : secret));
        return sealedWords(masked(text, shown), { what: 'lastFour', lastFour });
      }
      const { problem, count } = malformed;
      return sealedWords(masked(text, secrets), { what: 'cardNumberProblem', problem, count });
    }
    if (secrets.some(({ kind }) => kind === 'stray')) {
      return sealedWords(masked(text, secrets), { what: 'strayedSecret' });
    }
    return sealedWords(secrets.length > 0 ? masked(text, secrets) : typed);
  }

  /** Each card once, however often it was named. */
  async #sealCardNumbers(
    text: string,
    secrets: readonly FoundSecret[],
    found: readonly (FoundSecret & { kind: 'cardNumber' })[],
  ): Promise<Sealed<Heard>> {
    const numbers = [...new Set(found.map(({ number }) => number))].slice(0, mostCards);
    const cards = await Promise.all(numbers.map((number) => this.#customerService.nameCard(number)));
    const shown = secrets.map((secret) => {
      const card = secret.kind === 'cardNumber' ? cards[numbers.indexOf(secret.number)] : undefined;
      return { ...secret, as: `${mask}${card?.lastFour ?? ''}` };
    });
    const [card, ...others] = cards;
    if (card === undefined) return sealedWords(masked(text, secrets));
    const heard: Heard = others.length > 0 ? { what: 'cards', cards } : { what: 'card', card };
    return sealedWords(masked(text, shown), heard);
  }
}

type Malformed = FoundSecret & { kind: 'malformedCardNumber' };

function longestOf(secrets: readonly Malformed[]): Malformed | undefined {
  return secrets.toSorted((one, other) => other.count - one.count)[0];
}
