import { answers } from '../../dialogs/prompts/authenticationItemQuestion.ts';
import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import { type Heard, mostCards } from '../../dialogs/understanding/heard.ts';
import { readPart } from '../../kit/customerText.ts';
import { compact, withArabicDigits } from '../../kit/digits.ts';
import { LastFour } from '../../services/contract/card.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import { SubmittedItem } from '../../services/contract/secureForm.ts';
import type { Content, Delivery, Sealed } from '../turn/delivery.ts';
import { findCaseCode } from './codeInText.ts';
import { sealedWords } from './sealedDelivery.ts';
import { sealEvent, sealWish } from './sealedEvents.ts';
import { sealItem } from './sealItem.ts';
import {
  findCardNumbers,
  findSecret,
  givesCardNumber,
  looksLikeTalk,
  mask,
  withoutSecrets,
} from './secretsInText.ts';

/** What came, and what the conversation waits for. */
type Asked = { delivery: Delivery; awaited: Awaited };

/**
 * Between channels and terminal: a card number becomes a reference, an identity document or a transaction
 * password an envelope, before anything else sees the delivery. Whatever comes while a secret is asked for
 * and is not plainly talk counts as one: better a question scrubbed than a password kept.
 */
export class Sealing {
  readonly #customerService: Pick<CustomerServiceClient, 'nameCard'>;
  readonly #nameCode: (code: string) => string;

  constructor({
    customerService,
    nameCode,
  }: {
    customerService: Pick<CustomerServiceClient, 'nameCard'>;
    /** What stands for the code of a case. */
    nameCode: (code: string) => string;
  }) {
    this.#customerService = customerService;
    this.#nameCode = nameCode;
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
    const text = withArabicDigits(typed.trim());
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

  /** Of a form that is over the value is not even looked at. */
  async #sealSubmitted({ awaited, delivery }: Asked, submitted: SubmittedItem): Promise<Sealed<Heard>> {
    if (awaited.what !== 'authenticationItem' || !answers(submitted, awaited)) {
      return sealedWords('', { what: 'unreadableForm' });
    }
    return sealedWords(mask, await sealItem(submitted.value, awaited, delivery));
  }

  async #sealTalk({ awaited, delivery }: Asked, typed: string, text: string): Promise<Sealed<Heard>> {
    const secret = findSecret(text, awaited.what === 'cardNumber');
    if (secret === undefined) return sealedWords(typed);
    const shownAs = (masked: string) => withoutSecrets(text.replace(secret.text, () => masked));
    if (secret.kind === 'stray') return sealedWords(withoutSecrets(text), { what: 'strayedSecret' });
    if (secret.kind === 'malformedCardNumber') {
      const lastFour = LastFour.safeParse(compact(secret.text)).data;
      if (lastFour && awaited.what === 'cardNumber' && delivery.phone !== undefined) {
        return sealedWords(withoutSecrets(text), { what: 'lastFour', lastFour });
      }
      const { problem, count } = secret;
      return sealedWords(shownAs(mask), { what: 'cardNumberProblem', problem, count });
    }
    return this.#sealCardNumbers(typed, text, awaited);
  }

  async #sealCardNumbers(typed: string, text: string, awaited: Awaited): Promise<Sealed<Heard>> {
    const numbers = findCardNumbers(text, awaited.what === 'cardNumber').slice(0, mostCards);
    const cards = await Promise.all(numbers.map(({ number }) => this.#customerService.nameCard(number)));
    const named = cards.reduce((shown, { lastFour }, place) => {
      const { text: written = '' } = numbers[place] ?? {};
      return shown.replaceAll(written, () => `${mask}${lastFour}`);
    }, text);
    const [card, ...others] = cards;
    if (card === undefined) return sealedWords(typed);
    const found: Heard = others.length > 0 ? { what: 'cards', cards } : { what: 'card', card };
    return sealedWords(withoutSecrets(named), found);
  }
}
