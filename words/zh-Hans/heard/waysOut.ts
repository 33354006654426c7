import type { Clause } from '../../../kit/pattern.ts';

/**
 * How customers leave a step without a no to it.
 * - `later`: another time suits them better
 * - `notHere`: what is asked for is not with them
 * - `otherWay`: they look for another way of doing it
 */
export type WayOut = 'later' | 'notHere' | 'otherWay';

export type WayOutClause = Clause & { way: WayOut };

const far =
  '(?:家里?|屋企|公司|办公室|酒店|宾馆|宿舍|车上|车里|写字楼|老家|家中|房间|另一个包|另个袋|另一个钱包|抽屉|保险箱)';
const thing = '(?:卡片?|银行卡|证件?|身份证|身分证|护照|通行证|回乡证|钱包|银包|东西|嘢|手机|它|佢)';
const rest = '[了啦喇啊呀吧呢哦喔的嘅㗎哈先好]*';

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const waysOut: readonly WayOutClause[] = [
  {
    way: 'later',
    when: new RegExp(
      `^(?:我|那|还是|不如|我们|要不|咁|都系|等)*(?:(?:今晚|明天|听日)?(?:回家|返屋企)|改天|改日|改期|改次|下次|下回|第二日|第日|第时|迟啲|迟点|晚点|晚些|晚上|今晚|今天不|先不|暂时不|现在不|明天|明日|听日|过几天|过两天|过一阵|过阵|迟些|回头|以后|之后|回家|返屋企|有空|得闲|有时间)(?:我)?(?:要|想|用|急|先|才|再|之后|以后|后)*(?:说|讲|办|弄|搞|来|嚟|做|弄吧|看|算|打来|打嚟|联系|继续|处理|试|回复)*${rest}$`,
    ),
    takes: '改天再办吧',
    leaves: '明天能用吗',
  },
  {
    way: 'later',
    when: /^(?:我|而家|依家|现在|今天|今日|这会儿|暂时|目前)*(?:没空|没有?时间|冇时间|唔得闲|不方便|唔方便|忙紧|在忙|很忙|好忙|在开车|揸紧车|开车中|在开会|开紧会|要走了?|走先)[了啦喇啊呀呢]*$/,
    takes: '我现在没空',
    leaves: '我没空卡',
  },
  {
    way: 'notHere',
    when: new RegExp(
      `^(?:我|不好意思|可是|但是?|不过|因为|啊|哦)*(?:我)?(?:的|个|张|嘅)*${thing}?(?:号码?)?(?:都|还|仲|落|放|忘|漏|留)*(?:咗|了)?(?:在|喺|系)${far}(?:里|度|面|那里|嗰度)?${rest}$`,
    ),
    takes: '卡在家里',
    leaves: '卡在机器里了',
  },
  {
    way: 'notHere',
    when: new RegExp(
      `^(?:我|不好意思|可是|但是?|不过|因为|现在|而家|今天|今日|啊|哦)*(?:没有?|冇|唔|忘了|忘记|唔记得)(?:有)?(?:带|戴|攞)(?:到|住)?(?:着)?(?:我)?(?:的|个|张|嘅)*${thing}?(?:出来|出嚟|出门|出街|在身上|喺身)?${rest}$|^(?:我)?(?:的|张|嘅)*${thing}(?:号码?)?(?:现在|而家)?(?:不在|唔喺|没在|冇喺)(?:我)?(?:身边|身上|手边|手上|旁边|身|手|这里|呢度|这儿)${rest}$`,
    ),
    takes: '没带卡',
    leaves: '没带卡能解冻吗',
  },
  {
    way: 'otherWay',
    when: /^(?:请问|那|咁|还|仲|你们|你哋|我|可是|但)*(?:有没有|有冇|有无|有|还有|仲有|可不可以|可唔可以|能不能|可以|能|冇|没有)?(?:用|通过|试)?(?:(?:换|改)一?[个种]?|第二啲|第二种|第二个|别的|其他|其它|另外的?|另一种|另一个|别种|其他的|简单点的?|容易点的?|什么其他|什么别的|咩其他)(?:办法|方法|方式|途径|法子|选择|做法|路)(?:可以|吗|么|嘛|呢|吖|呀|啊|没有?|冇|解冻|办理|办|验证|核实|证明|做|\?)*$/,
    takes: '有没有别的办法？',
    leaves: '有没有别的卡？',
  },
];

/** What may stand in a clause beside it. */
export const beside: readonly string[] =
  '好|好的|嗯|不好意思|抱歉|谢谢|唔该|多谢|哦|喂|那|咁|唔好意思|算了|算啦'.split('|');

/** Politeness at either end of a clause. */
export const ends: readonly RegExp[] = [];
