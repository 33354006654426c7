import { minutes } from '../../kit/time.ts';
import { holds, NotTried } from './outcomes.ts';
import type { Promised } from './promise.ts';
import { type TestedBank, versionsOf } from './testedBank.ts';

/** The difference between two look-ups, in milliseconds and as a factor, from which the time tells who has a card. */
const tells = { milliseconds: 20, times: 2 };
const pairs = 11;
const together = 20;

/** The promises about what a card system shows, and to whom. */
export const reading: readonly Promised[] = [
  {
    id: 'readiness',
    says: 'says at /v1/readiness that it can be used',
    async try({ line }) {
      const { status } = await line.get('readiness');
      holds(status === 200, `readiness was answered with ${status}`);
    },
  },
  {
    id: 'tokenRefused',
    says: 'refuses a request without the token, or with another one, and does nothing',
    async try(bank) {
      const before = await bank.frozen('customerRequest');
      for (const token of [null, 'another-token-that-is-as-long-as-it-must-be']) {
        const heard = await bank.hear('unfreezings', bank.unfreezing(versionsOf(before)), {
          token,
          key: bank.newKey(),
        });
        const with_ = token === null ? 'without a token' : 'with another token';
        holds([401, 403].includes(heard.status), `a request ${with_} was answered with ${heard.status}`);
      }
      holds((await bank.card()).status === 'frozen', 'a request that was refused has unfrozen the card');
    },
  },
  {
    id: 'lookUp',
    says: 'shows a card as the schemas say, and answers 200 with null where there is none',
    async try(bank) {
      await bank.card();
      const none = await bank.lookUp(bank.cards.unknownNumber);
      holds(none === null, 'the look-up of the unknown number finds a card');
    },
  },
  {
    id: 'cardTokens',
    says: 'gives a number one token that ends in its last four, one of its own, and knows the card by it',
    async try(bank) {
      const { cardNumber, unknownNumber } = bank.numbers;
      if ((await bank.hear('card-tokens', { cardNumber })).status === 404)
        throw new NotTried('the address is left out, as it may be');
      const [token, again, other] = [
        await bank.tokenOf(cardNumber),
        await bank.tokenOf(cardNumber),
        await bank.tokenOf(unknownNumber),
      ];
      holds(token === again, 'a number got another token the second time');
      holds(token !== other, 'two numbers got one token');
      for (const [number, made] of [
        [cardNumber, token],
        [unknownNumber, other],
      ] as const)
        holds(
          made !== number && made.slice(-4) === number.slice(-4),
          'a token must be no number and end as it does',
        );
      holds((await bank.lookUp(token)) !== null, 'the look-up finds no card under its token');
      holds(
        (await bank.lookUp(other)) === null,
        'the look-up finds a card under the token of the unknown number',
      );
    },
  },
  {
    id: 'unknownTakesAsLong',
    says: 'takes as long for a number that it does not know as for one that it does',
    async try(bank) {
      const took: [known: number[], unknown: number[]] = [[], []];
      for (let pair = 0; pair < pairs; pair++) {
        took[0].push(await timed(bank, bank.cards.cardNumber));
        took[1].push(await timed(bank, bank.cards.unknownNumber));
      }
      const [known, unknown] = took.map(median) as [number, number];
      const [less, more] = [Math.min(known, unknown), Math.max(known, unknown)];
      const isTold = more - less > tells.milliseconds && more > less * tells.times;
      const said = [known, unknown].map((time) => time.toFixed(1));
      holds(
        !isTold,
        `a known number took ${said[0]} ms and an unknown one ${said[1]} ms, as the median of ${pairs}`,
      );
    },
  },
  {
    id: 'closed',
    says: 'shows a closed card as closed, and neither freezes nor unfreezes it, nor a card that there is not',
    async try(bank) {
      const { closedNumber, unknownNumber } = bank.cards;
      if (closedNumber !== undefined) {
        const closed = await bank.lookUp(closedNumber);
        holds(closed?.status === 'closed', 'the closed card is not shown as closed');
      }
      for (const cardNumber of [closedNumber ?? unknownNumber, unknownNumber]) {
        const frozen = await bank.ask('freezings', { cardNumber, reason: 'suspectedFraud' });
        holds(frozen.outcome === 'notFrozen', 'a card that is closed, or that there is not, was frozen');
        const lifted = await bank.ask('unfreezings', { cardNumber, version: 1, reservedVersion: 1 });
        holds(lifted.outcome === 'notUnfrozen', 'a card that is closed, or that there is not, was unfrozen');
      }
    },
  },
  {
    id: 'noPassword',
    says: 'hands no transaction password over',
    async try(bank) {
      const password = bank.password();
      const { body } = await bank.hear('card-look-ups', { cardNumber: bank.cards.cardNumber });
      holds(!textsOf(body).includes(password), 'the look-up holds the transaction password itself');
    },
  },
  {
    id: 'dates',
    says: 'gives no date that is more than five minutes ahead',
    async try(bank) {
      const { frozenAt, customer } = await bank.frozen('customerRequest');
      const given = [frozenAt, customer.phoneChangedAt, customer.passwordChangedAt].filter(
        (date) => typeof date === 'string',
      );
      if (given.length === 0) throw new NotTried('the card has no dates');
      const latest = bank.line.clock().getTime() + 5 * minutes;
      const ahead = given.filter((date) => Date.parse(date) > latest);
      holds(ahead.length === 0, `${ahead.join(', ')} has not come yet`);
    },
  },
  {
    id: 'search',
    says: 'finds a frozen card by the registered phone and its last four digits, and none by half of it',
    async try(bank) {
      const card = await bank.frozen('customerRequest');
      const { cardNumber } = bank.cards;
      const { phone } = card.customer;
      const lastFour = cardNumber.slice(-4);
      if ((await bank.hear('card-searches', { phone, lastFour })).status === 404)
        throw new NotTried('the address is left out, as it may be');
      const finds = async (by: { phone: string; lastFour: string }) =>
        (await bank.ask('card-searches', by)).cardNumbers.includes(cardNumber);
      holds(await finds({ phone, lastFour }), 'the frozen card was not found');
      const otherPhone = `${phone.slice(0, -1)}${(Number(phone.at(-1)) + 1) % 10}`;
      holds(!(await finds({ phone: otherPhone, lastFour })), 'the card was found under another phone');
      const otherDigits = String((Number(lastFour) + 1) % 10_000).padStart(4, '0');
      holds(!(await finds({ phone, lastFour: otherDigits })), 'the card was found by other digits');
      await bank.active();
      holds(!(await finds({ phone, lastFour })), 'a card that is not frozen was found');
    },
  },
  {
    id: 'inTime',
    says: `answers in time, also ${together} at once`,
    async try(bank) {
      await Promise.all(Array.from({ length: together }, () => bank.card()));
    },
  },
];

async function timed(bank: TestedBank, cardNumber: string): Promise<number> {
  const begun = performance.now();
  await bank.hear('card-look-ups', { cardNumber });
  return performance.now() - begun;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;
}

/** Every text in an answer, at any depth. */
function textsOf(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsOf) : [];
}
