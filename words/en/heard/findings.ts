import type { Clause } from '../../../kit/pattern.ts';

const it = '(?:it|them|(?:my|the|that|this) (?:(?:lost|missing|bank|debit|credit) )?cards?)';

/**
 * Clauses that say that the card is back, as `plainText` leaves them and without what `around` takes away: whole ones,
 * each with one that it takes and one that it leaves. None of them tells of somebody else who found it, hopes for it,
 * asks about it or denies it.
 */
export const findings: readonly Clause[] = [
  {
    when: new RegExp(`^(?:i |we |ive |weve |i have |we have )?(?:found|located|recovered) ${it}$`),
    takes: 'I have found my card',
    leaves: 'someone found my card',
  },
  {
    when: new RegExp(`^(?:i |we |ive |weve |i have |we have )?(?:got|have) ${it} back$`),
    takes: 'got it back',
    leaves: 'I want it back',
  },
  {
    when: new RegExp(`^(?:${it} )?(?:has |have )?(?:turned|showed|shown) up$`),
    takes: 'it turned up',
    leaves: 'it has not turned up',
  },
  {
    when: new RegExp(`^${it} (?:was|has been|is|were) (?:found|back)$|^its (?:found|back)$`),
    takes: 'my card was found',
    leaves: 'my card was found by a stranger',
  },
];

/** Words around a clause that tells of a find. They change nothing in it. */
export const around: readonly Omit<Clause, 'leaves'>[] = [
  {
    when: /^(?:oh|ok|okay|hey|hi|hello|phew|great|wait|sorry|yes|yay|actually|and|but|so|just|finally|now|already|luckily)(?: |$)/,
    takes: 'oh I found it',
  },
  {
    when: /^(?:good news|never mind|false alarm|no worries|thank god)(?: |$)/,
    takes: 'good news I found it',
  },
  {
    when: / (?:again|now|already|thanks|thank you|after all|today|just now|finally|please)$/,
    takes: 'I found it again',
  },
  {
    when: /(?<=^(?:i|we|i have|we have|ive|weve|it has|my card has)) (?:just|finally|now|already)(?= )/,
    takes: 'I just found it',
  },
];

/** The place where the card was, which customers often add. */
export const place =
  /^(?:it|the card|my card) was (?:in|under|behind|on|at|inside) (?:my|the|a) [a-z]+(?: [a-z]+)?$/;

/** The beginning of another clause, where no sign marks it. */
export const newClause = / (?=please |can |could |so |and |but )/;
