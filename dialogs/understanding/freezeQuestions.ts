import { plainText } from './plainText.ts';

/** What customers ask about the freeze itself, or about which card is spoken of. */
export type FreezeQuestion = 'why' | 'who' | 'when' | 'whichCard';

const frozen = '(?:frozen|freeze|froze|freezed|freezing|blocked|block|locked|lock|suspended|stopped)';
const small =
  '(?:is|was|has|have|had|did|do|does|are|were|been|get|got|it|this|that|the|my|card|account|bank|you|they|just|again|suddenly|now|still|exactly|actually)';
const frozenZh = '(?:冻结|冻住|冻|锁住|锁定|锁|停用|停|封|限制|止付)';
const cardZh = '(?:我|这|那|呢|嗰|它|佢|张|嘅|的|银行|卡片|卡|账户|户口|你们|您们|你哋|个|0| )*';
const passive = '(?:被人?|给|把|将|俾人?|会|要|又|就|突然|无端端|无缘无故|是|系)*';
const endings = '(?:了|咗|起来|的|呢|啊|呀|㗎|嘅|吖|先|来着|嚟|它|我|卡|\\?)*';
const whyZh = '(?:为什么|为啥|为何|点解|怎么|干嘛|什么原因|咩原因|因为什么|凭什么|做乜)';
const whoZh = '(?:谁|边个|边位|哪个人|哪位|什么人|乜人|何人)';
const whenZh = '(?:什么时候|几时|何时|哪天|边日|啥时候|多久以?前)';

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const freezeQuestions: readonly {
  asks: FreezeQuestion;
  when: RegExp;
  takes: string;
  leaves: string;
}[] = [
  {
    asks: 'why',
    when: new RegExp(`^(?:why|how come|for what reason)(?: ${small}){0,6} ${frozen}(?: ${small}){0,3}\\??$`),
    takes: 'why was it frozen?',
    leaves: 'why was it stolen?',
  },
  {
    asks: 'why',
    when: new RegExp(`^${cardZh}${passive}${whyZh}${passive}${cardZh}${passive}${frozenZh}${endings}$`),
    takes: '为什么我的卡被冻结了？',
    leaves: '为什么解冻了？',
  },
  {
    asks: 'who',
    when: new RegExp(`^who(?: the hell| on earth)?(?: (?:has|have|had))? ${frozen}(?: ${small}){1,3}\\??$`),
    takes: 'who froze it?',
    leaves: 'who unfroze it?',
  },
  {
    asks: 'who',
    when: new RegExp(`^${cardZh}${passive}${whoZh}${passive}${cardZh}${passive}${frozenZh}${endings}$`),
    takes: '谁冻结的',
    leaves: '谁解冻的',
  },
  {
    asks: 'when',
    when: new RegExp(`^(?:since )?when(?: ${small}){0,5} ${frozen}(?: ${small}){0,3}\\??$`),
    takes: 'when was it frozen?',
    leaves: 'when will it be unfrozen?',
  },
  {
    asks: 'when',
    when: new RegExp(
      `^${cardZh}${passive}(?:从|由)?${whenZh}(?:开始|起)?${passive}${cardZh}${passive}${frozenZh}${endings}$`,
    ),
    takes: '什么时候冻结的？',
    leaves: '什么时候能解冻？',
  },
  {
    asks: 'whichCard',
    when: /^(?:(?:is|was) (?:it|this|that)(?: about)? (?:that|this|the same|my|the) (?:card|one)|(?:which|what) (?:card|one)(?: (?:is|was|are|do|did|you|it|this|that|mean|meant|talking|speaking|about|of)){0,5})\?*$/,
    takes: 'is it that card?',
    leaves: 'it is that card',
  },
  {
    asks: 'whichCard',
    when: /^(?:(?:是|系|你说的是|你讲紧)?(?:哪|边)(?:一)?(?:张|只)(?:卡片|卡)?[呢呀啊㗎嚟来的]*|(?:是|系|系咪|是不是)(?:那|这|呢|嗰)(?:一)?(?:张|只)(?:卡片|卡)?[呀啊]*(?:吗|嘛|咩|么))\?*$/,
    takes: '是哪张卡？',
    leaves: '是那张卡',
  },
];

/** What such a question may begin with, and what may stand in a clause beside it. */
const lead =
  /^(?:(?:actually|stop|wait|first|but|and|so|ok|okay|well|hey|please|tell me|can you tell me|could you tell me|do you know|i want to know|id like to know|just|sorry|then|no|hold on)(?: |$))+|^(?:请问|那么?|先|等等|等一下|但是?|可是|你先|您先|告诉我|话我知|我?想问|我?想知道|麻烦您?|唔该|其实|不过|咁)+/;
/** A question is short; what is longer tells more. */
const longest = 100;
const bareWhy = /^(?:but )?why(?: is that)?\??$|^(?:为什么|为啥|为何|点解)[呢呀啊]?\??$/;

/** The question about a freeze that this is and nothing else, if it is one. */
export function freezeQuestionIn(text: string): FreezeQuestion | undefined {
  if (text.length > longest) return undefined;
  const clauses = plainText(text)
    .split('|')
    .map((clause) => clause.replace(lead, '').trim())
    .filter(Boolean);
  const [clause, ...others] = clauses;
  if (clause === undefined || others.length > 0) return undefined;
  return freezeQuestions.find(({ when }) => when.test(clause))?.asks;
}

/** "Why?" by itself: why something is asked, or why it is so, by what was said before. */
export function isBareWhy(text: string): boolean {
  return text.length <= longest && bareWhy.test(plainText(text));
}
