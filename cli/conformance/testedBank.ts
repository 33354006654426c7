import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { cardSystemPosts, type HandedOverCard } from '../../services/cardSystem/remote/addresses.ts';
import type { FreezeReason } from '../../services/contract/freezeReason.ts';
import type { ConformanceLine, HeardAnswer, Manner } from './line.ts';
import { Broken, holds, NotTried } from './outcomes.ts';
import type { TestCards } from './testCards.ts';

type Posts = typeof cardSystemPosts;
export type Path = keyof Posts;
type Taken<At extends Path> = z.output<Posts[At]['takes']>;
export type AnswerAt<At extends Path> = z.output<Posts[At]['answers']>;
export type Versions = { version: number; reservedVersion: number };

/** How often a request that is still in progress is asked for again. */
const mostAgain = 10;
const beforeAgain = 200;

/** The card system under test, with the one card that may be frozen and unfrozen. */
export class TestedBank {
  readonly line: ConformanceLine;
  readonly numbers: TestCards;
  /** The same, with what the card system calls them. */
  cards: TestCards;

  constructor(line: ConformanceLine, cards: TestCards) {
    this.line = line;
    this.numbers = cards;
    this.cards = cards;
  }

  /** Has the numbers made tokens where the card system wants these. */
  async namesCards(): Promise<void> {
    if (!this.numbers.byToken) return;
    const { cardNumber, unknownNumber, closedNumber } = this.numbers;
    this.cards = {
      ...this.numbers,
      cardNumber: await this.tokenOf(cardNumber),
      unknownNumber: await this.tokenOf(unknownNumber),
      ...(closedNumber !== undefined && { closedNumber: await this.tokenOf(closedNumber) }),
    };
  }

  async tokenOf(cardNumber: string): Promise<string> {
    return (await this.ask('card-tokens', { cardNumber })).cardToken;
  }

  newKey(): string {
    return `conformance-${randomUUID()}`;
  }

  /** Sends a message. @returns any answer, also a refusal */
  hear<At extends Path>(path: At, message: Taken<At>, manner: Manner = {}): Promise<HeardAnswer> {
    return this.line.post(path, JSON.stringify(message), manner);
  }

  /** Sends a message that must be understood. @returns the checked answer @throws Broken */
  async ask<At extends Path>(path: At, message: Taken<At>, manner: Manner = {}): Promise<AnswerAt<At>> {
    const key = manner.key ?? (cardSystemPosts[path].idempotencyKey ? this.newKey() : undefined);
    return checkedAnswer(path, await this.hear(path, message, { ...manner, key }));
  }

  /** Repeats a request under its key until it is no longer in progress. @throws Broken */
  async askAgain<At extends Path>(path: At, message: Taken<At>, key: string): Promise<AnswerAt<At>> {
    for (let times = 0; times < mostAgain; times++) {
      const heard = await this.hear(path, message, { key });
      if (!isInProgress(heard)) return checkedAnswer(path, heard);
      await this.line.pause(beforeAgain);
    }
    throw new Broken(`${path}: a request was still in progress after ${mostAgain} times`);
  }

  async lookUp(cardNumber: string): Promise<HandedOverCard | null> {
    return (await this.ask('card-look-ups', { cardNumber })).card;
  }

  /** The present state of the test card. @throws Broken */
  async card(): Promise<HandedOverCard> {
    const card = await this.lookUp(this.cards.cardNumber);
    holds(card !== null, 'the look-up finds no card under the number of the test card');
    holds(card.status !== 'closed', 'the test card is closed');
    return card;
  }

  async unfreeze(versions: Versions, manner: Manner = {}): Promise<AnswerAt<'unfreezings'>> {
    return this.ask('unfreezings', this.unfreezing(versions), manner);
  }

  unfreezing({ version, reservedVersion }: Versions): Taken<'unfreezings'> {
    return { cardNumber: this.cards.cardNumber, version, reservedVersion };
  }

  async freeze(reason: FreezeReason, manner: Manner = {}): Promise<void> {
    const { outcome } = await this.ask('freezings', this.freezing(reason), manner);
    holds(outcome === 'frozen', `a freezing of the test card was answered with ${outcome}`);
  }

  freezing(reason: FreezeReason): Taken<'freezings'> {
    return { cardNumber: this.cards.cardNumber, reason };
  }

  /** Makes the test card free of freezes. */
  async active(): Promise<HandedOverCard> {
    const card = await this.card();
    if (card.status === 'active') return card;
    const { outcome } = await this.unfreeze(versionsOf(card));
    holds(
      outcome === 'unfrozen',
      'an unfreezing with the versions of the look-up just before lifted nothing',
    );
    const now = await this.card();
    holds(now.status === 'active', 'after an unfreezing the look-up still shows the card frozen');
    return now;
  }

  /** Gives the test card exactly these freezes. */
  async frozen(...reasons: FreezeReason[]): Promise<HandedOverCard> {
    await this.active();
    for (const reason of reasons) await this.freeze(reason);
    const card = await this.card();
    holds(
      reasons.every((reason) => card.freezes.includes(reason)) && card.freezes.length === reasons.length,
      `after freezings for ${reasons.join(', ')} the card shows ${card.freezes.join(', ') || 'none'}`,
    );
    return card;
  }

  password(): string {
    const { transactionPassword } = this.cards;
    if (transactionPassword !== undefined) return transactionPassword;
    throw new NotTried('the file of test cards names no transactionPassword');
  }
}

export function versionsOf({ version, customer }: HandedOverCard): Versions {
  return { version, reservedVersion: customer.reserved.version };
}

export function isInProgress({ status, body }: HeardAnswer): boolean {
  return status === 409 && Object(body).code === 'requestInProgress';
}

/** Checks that an answer has the promised form. @throws Broken */
export function checkedAnswer<At extends Path>(path: At, { status, body }: HeardAnswer): AnswerAt<At> {
  holds(status === 200, `${path} was answered with ${status} ${Object(body).code ?? ''}`.trim());
  const read = (cardSystemPosts[path].answers as z.ZodType<AnswerAt<At>>).safeParse(body);
  if (read.success) return read.data;
  const where = read.error.issues.map(({ path: place }) => place.join('.') || 'the whole').join(', ');
  throw new Broken(`${path}: the answer does not fit the schema at ${where}`);
}
