import { plainText } from './plainText.ts';

/**
 * How customers leave a step without a no to it.
 * - `later`: another time suits them better
 * - `notHere`: what is asked for is not with them
 * - `otherWay`: they look for another way of doing it
 */
export type WayOut = 'later' | 'notHere' | 'otherWay';

const day =
  '(?:later(?: on)?|not (?:now|today|tonight|yet|just now|right now|this time)|tomorrow|tonight|another (?:day|time)|some other (?:day|time)|next (?:week|time|month)|one of these days|(?:this|in the) (?:evening|morning|afternoon|weekend)|after work|when i am home|when im home|when i get home|some time else)';
const thing =
  '(?:card|cards|id|ids|passport|wallet|purse|bag|document|documents|papers|phone|it|that|number|permit|id card|bank card)';
const away =
  '(?:at home|at (?:the |my )?(?:office|work|hotel|house|place|parents|mums|moms)|in (?:the|my) (?:office|car|hotel|room|safe|drawer|other (?:bag|jacket|coat|wallet|room|trousers)|house|bag|locker)|at my \\w+|not (?:here|with me|on me|at hand|to hand)|elsewhere|somewhere else|upstairs|in another (?:room|place|bag))';
const farZh =
  '(?:家里?|屋企|公司|办公室|酒店|宾馆|宿舍|车上|车里|写字楼|老家|家中|房间|另一个包|另个袋|另一个钱包|抽屉|保险箱)';
const thingZh = '(?:卡片?|银行卡|证件?|身份证|身分证|护照|通行证|回乡证|钱包|银包|东西|嘢|手机|它|佢)';
const restZh = '[了啦喇啊呀吧呢哦喔的嘅㗎哈先好]*';

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const waysOut: readonly { way: WayOut; when: RegExp; takes: string; leaves: string }[] = [
  {
    way: 'later',
    when: new RegExp(
      `^(?:i (?:will|would|can|shall|may|might|prefer to|would rather|rather) |ill |id rather |lets |let us |let me |maybe |perhaps |can we |can i |could we |could i |better )?(?:do (?:it|this|that) |come back |try (?:it )?(?:again )?|finish (?:it|this) |be back |call back |continue |leave it (?:for|till|until) |get back (?:to (?:you|this|it) )?|go on |make it )?${day}$`,
    ),
    takes: 'another day',
    leaves: 'the other day it worked',
  },
  {
    way: 'later',
    when: /^(?:i (?:have|havent|have not|dont have|do not have|got|havent got) no time|i (?:dont|do not|havent|have not)(?: have| got)? (?:the )?time|no time|im (?:driving|busy|at work|in a meeting|on the (?:bus|train|road))|i am (?:driving|busy|at work|in a meeting|on the (?:bus|train|road))|its not a good (?:time|moment)|not a good (?:time|moment)|its a bad time|bad time|i (?:must|have to|need to|gotta|got to) (?:go|leave|run|hang up))(?: (?:right )?now| today| for (?:this|that|it)| at the moment| just now)*$/,
    takes: "I don't have time now",
    leaves: "I don't have my money",
  },
  {
    way: 'later',
    when: new RegExp(
      `^(?:我|那|还是|不如|我们|要不|咁|都系|等)*(?:(?:今晚|明天|听日)?(?:回家|返屋企)|改天|改日|改期|改次|下次|下回|第二日|第日|第时|迟啲|迟点|晚点|晚些|晚上|今晚|今天不|先不|暂时不|现在不|明天|明日|听日|过几天|过两天|过一阵|过阵|迟些|回头|以后|之后|回家|返屋企|有空|得闲|有时间)(?:我)?(?:要|想|用|急|先|才|再|之后|以后|后)*(?:说|讲|办|弄|搞|来|嚟|做|弄吧|看|算|打来|打嚟|联系|继续|处理|试|回复)*${restZh}$`,
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
      `^(?:oh |but |sorry |well |because |i think )*(?:(?:my|the|it|its|thats|that|both|they|theyre)(?: ${thing})?(?: (?:is|are|was|were|s))?|i (?:have )?(?:left|forgot|keep|kept|put) (?:my |the )?${thing}|ive left (?:my |the )?${thing}|left (?:it|them)) (?:still |currently |all )?${away}(?: (?:right )?now| today| at the moment)*$`,
    ),
    takes: 'it is at home',
    leaves: 'it is at the shop that it was refused',
  },
  {
    way: 'notHere',
    when: new RegExp(
      `^(?:oh |but |sorry |well |because )*(?:i |we )?(?:dont|do not|havent|have not|didnt|did not|aint|not)(?: (?:have|got|bring|carry|carrying|brought|take))*(?: (?:my|the|any|a|that))* ?${thing}(?: number)?(?: (?:with|on|at|near|by)(?: (?:me|hand|us))?)(?: (?:right )?now| today| at the moment)*$`,
    ),
    takes: "I don't have the card with me",
    leaves: "I don't have the card any more",
  },
  {
    way: 'notHere',
    when: new RegExp(
      `^(?:我|不好意思|可是|但是?|不过|因为|啊|哦)*(?:我)?(?:的|个|张|嘅)*${thingZh}?(?:号码?)?(?:都|还|仲|落|放|忘|漏|留)*(?:咗|了)?(?:在|喺|系)${farZh}(?:里|度|面|那里|嗰度)?${restZh}$`,
    ),
    takes: '卡在家里',
    leaves: '卡在机器里了',
  },
  {
    way: 'notHere',
    when: new RegExp(
      `^(?:我|不好意思|可是|但是?|不过|因为|现在|而家|今天|今日|啊|哦)*(?:没有?|冇|唔|忘了|忘记|唔记得)(?:有)?(?:带|戴|攞)(?:到|住)?(?:着)?(?:我)?(?:的|个|张|嘅)*${thingZh}?(?:出来|出嚟|出门|出街|在身上|喺身)?${restZh}$|^(?:我)?(?:的|张|嘅)*${thingZh}(?:号码?)?(?:现在|而家)?(?:不在|唔喺|没在|冇喺)(?:我)?(?:身边|身上|手边|手上|旁边|身|手|这里|呢度|这儿)${restZh}$`,
    ),
    takes: '没带卡',
    leaves: '没带卡能解冻吗',
  },
  {
    way: 'otherWay',
    when: /^(?:oh |but |so |well |ok |sorry )*(?:is there|isnt there|are there|do you have|have you got|have you|can i do (?:it|this)|could i do (?:it|this)|can we do (?:it|this)|may i do (?:it|this))?(?: ?(?:no|not|any|an|a|some|there))* ?(?:other|another|different|alternative|easier|alternate)s?(?: (?:way|ways|method|methods|option|options|possibility|solution|route|means))?(?: (?:to (?:do|prove|verify|confirm|unfreeze|go|solve|fix|get)(?: \w+){0,3}|of doing (?:it|this|that)|around (?:it|this)|round (?:it|this)|then|please|instead|without (?:it|this|that)|for me))*\?*$/,
    takes: 'is there another way?',
    leaves: 'is there another card?',
  },
  {
    way: 'otherWay',
    when: /^(?:what (?:are my )?(?:other )?(?:alternatives|options|else can i do|other (?:ways|options) (?:are there|do i have))|what else can i do|what if i (?:dont|do not|cant|cannot) (?:have|do|give) (?:it|that|this|them)|any alternatives?|(?:can|could|may) i (?:do (?:it|this) )?(?:some other way|otherwise|differently))\?*$/,
    takes: 'what else can I do?',
    leaves: 'what else can you do?',
  },
  {
    way: 'otherWay',
    when: /^(?:请问|那|咁|还|仲|你们|你哋|我|可是|但)*(?:有没有|有冇|有无|有|还有|仲有|可不可以|可唔可以|能不能|可以|能|冇|没有)?(?:用|通过|试)?(?:(?:换|改)一?[个种]?|第二啲|第二种|第二个|别的|其他|其它|另外的?|另一种|另一个|别种|其他的|简单点的?|容易点的?|什么其他|什么别的|咩其他)(?:办法|方法|方式|途径|法子|选择|做法|路)(?:可以|吗|么|嘛|呢|吖|呀|啊|没有?|冇|解冻|办理|办|验证|核实|证明|做|\?)*$/,
    takes: '有没有别的办法？',
    leaves: '有没有别的卡？',
  },
];

/** A way out is short; what is longer tells more. */
const longest = 90;
const beside =
  /^(?:ok|okay|alright|yes|yeah|no|sorry|please|thanks|thank you|hey|oh|um|well|but|hmm|好|好的|嗯|不好意思|抱歉|谢谢|唔该|多谢|哦|喂|那|咁|唔好意思|算了|算啦)?\?*$/;

/** The way out that this is and nothing else, if it is one. */
export function wayOutIn(text: string): WayOut | undefined {
  if (text.length > longest) return undefined;
  const clauses = plainText(text)
    .split('|')
    .map((clause) =>
      clause
        .replace(/^(?:ok|okay|no|yes|sorry|hey|oh|um|well|then) (?=\S)/, '')
        .replace(/ (?:please|thanks|ok|then|sorry|thank you)(?=\?*$)/, ''),
    );
  const found = clauses.map((clause) => waysOut.find(({ when }) => when.test(clause)));
  const isWhole = clauses.every((clause, place) => found[place] !== undefined || beside.test(clause));
  return isWhole ? found.find((one) => one !== undefined)?.way : undefined;
}
