import type { Clause } from '../../../kit/pattern.ts';

/** What customers ask about the freeze itself, or about which card is spoken of. */
export type FreezeQuestion = 'why' | 'who' | 'when' | 'whichCard';

export type FreezeClause = Clause & { asks: FreezeQuestion };

const frozen = '(?:冻结|冻住|冻|锁住|锁定|锁|停用|停|封|限制|止付)';
const card = '(?:我|这|那|呢|嗰|它|佢|张|嘅|的|银行|卡片|卡|账户|户口|你们|您们|你哋|个|0| )*';
const passive = '(?:被人?|给|把|将|俾人?|会|要|又|就|突然|无端端|无缘无故|是|系)*';
const endings = '(?:了|咗|起来|的|呢|啊|呀|㗎|嘅|吖|先|来着|嚟|它|我|卡|\\?)*';
const why = '(?:为什么|为啥|为何|点解|怎么|干嘛|什么原因|咩原因|因为什么|凭什么|做乜)';
const who = '(?:谁|边个|边位|哪个人|哪位|什么人|乜人|何人)';
const when = '(?:什么时候|几时|何时|哪天|边日|啥时候|多久以?前)';

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const freezeQuestions: readonly FreezeClause[] = [
  {
    asks: 'why',
    when: new RegExp(`^${card}${passive}${why}${passive}${card}${passive}${frozen}${endings}$`),
    takes: '为什么我的卡被冻结了？',
    leaves: '为什么解冻了？',
  },
  {
    asks: 'who',
    when: new RegExp(`^${card}${passive}${who}${passive}${card}${passive}${frozen}${endings}$`),
    takes: '谁冻结的',
    leaves: '谁解冻的',
  },
  {
    asks: 'when',
    when: new RegExp(
      `^${card}${passive}(?:从|由)?${when}(?:开始|起)?${passive}${card}${passive}${frozen}${endings}$`,
    ),
    takes: '什么时候冻结的？',
    leaves: '什么时候能解冻？',
  },
  {
    asks: 'whichCard',
    when: /^(?:(?:是|系|你说的是|你讲紧)?(?:哪|边)(?:一)?(?:张|只)(?:卡片|卡)?[呢呀啊㗎嚟来的]*|(?:是|系|系咪|是不是)(?:那|这|呢|嗰)(?:一)?(?:张|只)(?:卡片|卡)?[呀啊]*(?:吗|嘛|咩|么))\?*$/,
    takes: '是哪张卡？',
    leaves: '是那张卡',
  },
];

/** What such a question may begin with, and what may stand in a clause beside it. */
export const lead =
  /^(?:请问|那么?|先|等等|等一下|但是?|可是|你先|您先|告诉我|话我知|我?想问|我?想知道|麻烦您?|唔该|其实|不过|咁)+/;

/** "Why?" by itself. */
export const bareWhy = /^(?:为什么|为啥|为何|点解)[呢呀啊]?\??$/;
