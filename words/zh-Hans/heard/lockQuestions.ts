import type { Clause } from '../../../kit/pattern.ts';

/** What customers ask about a lock, or about how often they may try. */
export type LockQuestion = 'tries' | 'lock';

export type LockClause = Clause & { asks: LockQuestion };

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const lockQuestions: readonly LockClause[] = [
  {
    asks: 'tries',
    when: /^[^|]{0,8}(?:还|仲|能|可以|剩|最多|总共)[^|]{0,6}(?:几|几多|多少)(?:次|回)(?:机会)?[呢啊呀吗㗎嘅]{0,2}\??$/,
    takes: '还能试几次？',
    leaves: '还有几张卡？',
  },
  {
    asks: 'lock',
    when: /(?:什么时候|几时|何时|多久|几点|几分钟|多长时间|多耐)[^|]{0,8}(?:再|试|办|解|可以|能|得|继续|恢复)[^|]{0,4}$|(?:等|停|锁)[^|]{0,3}(?:多久|几耐|几时|多长时间|到什么时候)[^|]{0,3}$/,
    takes: '什么时候可以再试？',
    leaves: '什么时候开门？',
  },
  {
    asks: 'lock',
    when: /^(?:我|的|卡|账户|户口|呢|张|被|点解|为什么|怎么|又|还是|仲|仍然|是不是|系咪|给|俾|人){0,8}(?:锁|锁住|锁定|暂停|停用)(?:住|了|咗|吗|呢|啊|㗎|嘅|的|\?){1,4}$/,
    takes: '我被锁住了',
    leaves: '帮我解锁了吧',
  },
];
