import { checkCardNumber } from '../../services/contract/card.ts';
import type { Group, NumberFound } from '../../words/numbers/numbersIn.ts';

/** A card number and its position in the normal form of the text. */
export type CardFound = { number: string; start: number; end: number };

const shortest = 13;
const longest = 19;
/** The most numbers beside that of a card: a month, a year and a code. */
const mostOthers = 3;
/** Digits that people write beside a card number: the expiry date, the code, the cents of an amount. */
const beside = /^(?:(?:0?[1-9]|1[0-2]) (?:20)?\d{2}|(?:0[1-9]|1[0-2])\d{2}|0{1,2})?(?: ?\d{3,4})?$/;

/**
 * The card numbers in what reads like one number: several side by side, or one with its expiry date. A group more or less
 * is tried only where the rest is such a thing: a wrong digit must not turn one card into another.
 */
export function cardsIn({ digits, groups, start, end }: NumberFound): CardFound[] {
  if (isCard(digits)) return [{ number: digits, start, end }];
  const unbroken = groups.filter((group) => isCard(group.digits));
  if (unbroken.length > 0)
    return unbroken.map((group) => ({ number: group.digits, start: group.start, end: group.end }));
  if (digits.length <= longest) return [];
  const one = cardBesideOthers(groups);
  return one ? [one] : cardsOfGroups(groups);
}

function cardsOfGroups(groups: readonly Group[]): CardFound[] {
  const found: CardFound[] = [];
  let rest: string[] = [];
  const isBeside = () => beside.test(rest.join(' '));
  for (let place = 0; place < groups.length; ) {
    const card = cardFrom(groups, place);
    if (card === undefined) {
      rest.push(groups[place]?.digits ?? '');
      place += 1;
      continue;
    }
    if (!isBeside()) return [];
    rest = [];
    found.push(card);
    place = card.next;
  }
  return isBeside() ? found : [];
}

/** Finds one card with only its expiry date, code or cents before and behind it. */
function cardBesideOthers(groups: readonly Group[]): CardFound | undefined {
  for (let others = 1; others <= mostOthers; others++) {
    for (let before = 0; before <= others; before++) {
      const end = groups.length - (others - before);
      const card = groups.slice(before, end);
      const number = digitsOf(card, '');
      const areBeside =
        beside.test(digitsOf(groups.slice(0, before), ' ')) && beside.test(digitsOf(groups.slice(end), ' '));
      const [first, last] = [card[0], card.at(-1)];
      if (first && last && areBeside && isCard(number)) return { number, start: first.start, end: last.end };
    }
  }
  return undefined;
}

function digitsOf(groups: readonly Group[], between: string): string {
  return groups.map(({ digits }) => digits).join(between);
}

/** Finds the longest card number that begins at a group of digits. */
function cardFrom(groups: readonly Group[], first: number): (CardFound & { next: number }) | undefined {
  let digits = '';
  let card: (CardFound & { next: number }) | undefined;
  for (let place = first; place < groups.length && digits.length < longest; place++) {
    digits += groups[place]?.digits ?? '';
    const [start, end] = [groups[first]?.start ?? 0, groups[place]?.end ?? 0];
    if (digits.length >= shortest && isCard(digits)) card = { number: digits, start, end, next: place + 1 };
  }
  return card;
}

function isCard(digits: string): boolean {
  return (
    digits.length >= shortest && digits.length <= longest && checkCardNumber(digits).problem === undefined
  );
}
