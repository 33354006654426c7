import type { Clause } from '../../../kit/pattern.ts';

const frozen = '(?:frozen|blocked|locked|suspended|stopped)';

/** Whole sentences that ask which cards of the customer are frozen, each with one that it takes and one that it leaves. */
export const cardQuestions: readonly Clause[] = [
  {
    when: new RegExp(
      `^(?:and |so |ok |please |tell me |show me |can you (?:tell|show) me )*(?:which|what)(?: (?:ones?|else))?(?: of)? (?:my )?(?:other )?(?:cards?|ones?)(?: do i have)?(?: (?:of mine|that))* (?:are|is|have been|got) (?:also |still |all |now )?${frozen}(?: too| as well| now)?\\??$`,
    ),
    takes: 'which of my cards are frozen?',
    leaves: 'which card is it?',
  },
  {
    when: new RegExp(
      `^(?:and |so |but )?(?:are|is|do i have|have i)(?: any| all| some)?(?: of)?(?: my)?(?: other)? cards?(?: of mine)?(?: that (?:are|is))? (?:also |still )?${frozen}(?: too| as well)?\\??$`,
    ),
    takes: 'are any of my other cards frozen?',
    leaves: 'is my card frozen?',
  },
];

/** A question about one card, which is another question. */
export const ofOne = /^(?:is|are) my card\b/;
