import { plainText } from './plainText.ts';

const frozen = '(?:frozen|blocked|locked|suspended|stopped)';

/** Whole sentences that ask which cards of the customer are frozen, each with one that it takes and one that it leaves. */
export const cardQuestions: readonly { when: RegExp; takes: string; leaves: string }[] = [
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
  {
    when: /^(?:请问|那|咁)?(?:我)?(?:的)?(?:名下)?(?:还|仲|一共|总共)?(?:有|有没有|有冇)?(?:哪些|哪几张|哪张|边几张|边张|边啲|其他的?|别的|第二啲|第二张)(?:的)?(?:银行)?卡(?:片)?(?:都|也|还|仲|被|是|系|俾人)*(?:冻结|冻住|冻|锁住|锁)(?:了|着|咗|紧|的|吗|没有?|未|呢|呀|㗎|\?)*$/,
    takes: '我还有哪些卡被冻结了？',
    leaves: '我的卡被冻结了吗',
  },
];

/** A question is short; what is longer tells more. */
const longest = 80;

/** Whether the customer asks which cards of theirs are frozen, and nothing else. "Is my card frozen" is about one. */
export function asksForCards(text: string): boolean {
  if (text.length > longest) return false;
  const plain = plainText(text);
  return !isOne.test(plain) && cardQuestions.some(({ when }) => when.test(plain));
}

const isOne = /^(?:is|are) my card\b/;
