import {
  fearing,
  fearingChinese,
  fillersOfRefusal,
  fillersOfRefusalChinese,
  howManyTries,
  isOrCan,
  laterChinese,
  liftedState,
  lifting,
  noLonger,
  notChinese,
  notNeeded,
  notWanting,
  words,
  wrongAndLocked,
} from './guardLists.ts';
import { type GuardPattern, raw } from './guardPattern.ts';

/** Unfreezing that is refused. */
export const refused: readonly GuardPattern[] = [
  {
    when: raw`\b(?:keep|leave|make|stay|remain)\w*(?: \w+){0,3} (?:frozen|blocked|locked|freeze on|block on|hold on)\b`,
    takes: 'keep it frozen',
    leaves: 'is it frozen',
  },
  {
    when: raw`\b(?:decided|advise|am|vote) against (?:\w+ )?${lifting}`,
    takes: 'i decided against unblocking',
    leaves: 'decided against it',
  },
  {
    when: raw`\b(?:hate|hold off|rather you didnt|no reason|not ready) (?:\w+ ){0,4}${lifting}`,
    takes: 'hold off on unfreezing',
    leaves: "hold on don't unfreeze yet",
  },
  {
    when: raw`(?:反悔|后悔|打消|推迟|延后|免了|放弃)[^|]{0,5}解(?:冻|锁|封)|\b${noLonger} ${words(5)}${lifting}`,
    takes: '後悔解凍了',
    leaves: '解冻了没',
  },
  {
    when: raw`${lifting} ${words(4)}${notNeeded}\b`,
    takes: 'unfreezing can wait',
    leaves: 'i want unfreezing',
  },
  {
    when: raw`(?:不是|唔系|并非|没有?|冇)(?:要|想|话要|说要|来|嚟)解(?!除?(?:挂|报))(?![^|]{0,500}系?解)`,
    takes: '我根本沒有要解凍 誰解的',
    leaves: '我根本沒有要求解凍',
  },
  {
    when: raw`解(?:冻|锁|封)?[^|]{0,5}(?:算了|免|作罢|不解)|解(?:什么|乜嘢?|咩)(?:冻|锁)|(?:冻|锁)着(?:好|吧)`,
    takes: '就冻着吧不要解冻好了',
    leaves: '就凍著吧不要解凍好了',
  },
  {
    when: raw`\b${notWanting}(?: ${fillersOfRefusal})* ${lifting}`,
    takes: "don't unlock it",
    leaves: 'unlock it',
  },
  {
    when: raw`\b(?:freeze|block|hold|lock) (?:to |should |must |can |may )?(?:stays?|remains?)\b`,
    takes: 'lock stays on',
    leaves: 'lipstick that stays on',
  },
  {
    when: raw`${lifting}(?: \w+){0,3} (?:no|not now|not yet|never|later|another day)\b`,
    takes: 'unfreeze not now',
    leaves: 'not unfreeze now',
  },
  {
    when: raw`\b(?:unfreezing|unblocking|unlocking)(?: it| my card)? ${isOrCan}\b`,
    takes: 'unblocking can wait',
    leaves: 'explain unblocking',
  },
  {
    when: raw`\b(?:not|dont) (?:be )?(?:want |like |need )?(?:it |my card |the card )?(?:to be )?${liftedState}\b`,
    takes: "i don't want it unfrozen",
    leaves: 'i want unfrozen',
  },
  {
    when: raw`\b(?:do not|never) (?:be )?(?:want |like |need )?(?:it |my card |the card )?(?:to be )?${liftedState}\b`,
    takes: 'i do not want my card unfrozen',
    leaves: 'i want my card unfrozen',
  },
  {
    when: raw`(?<!要|好|可|能|得|使)${notChinese}${fillersOfRefusalChinese}{0,4}(?:解|恢复|取消冻结|取消锁|激活|启用)`,
    takes: '我的包在地铁上给偷了别给解冻',
    leaves: '我的包在地铁上给偷了',
  },
  {
    when: raw`解(?:冻|锁|封)(?:的事)?(?:就|先|可以|可)?(?:不|免|缓|以后|改天|再说|等|晚|唔使|唔好|迟)`,
    takes: '昨晚解冻以后卡里钱被刷光',
    leaves: '昨晚解冻后少了五千',
  },
  {
    when: raw`${laterChinese}(?:再|先)?(?:来)?(?:解|恢复)`,
    takes: '改天再解凍好了',
    leaves: '解冻好了没',
  },
];

/** Wrong passwords that are asked about, feared or denied: none was given. */
export const noPasswordError: readonly GuardPattern[] = [
  {
    when: raw`\b(?:pin|pins|password|passcode|code)\b.{0,500}\bwhat (?:now|then|if|happens)\b`,
    takes: 'my pin is blocked, what now',
    leaves: 'my pin is blocked, what do i do now',
  },
  {
    when: raw`\b${fearing}\b ${words(6)}(?:pin|pins|password|passcode|code)\b(?!${wrongAndLocked})`,
    takes: 'never had a wrong PIN',
    leaves: 'blocked after wrong pin',
  },
  {
    when: raw`${fearingChinese}[^|]{0,500}(?:密码|错|锁)|(?:密码|错)[^|]{0,500}${howManyTries}`,
    takes: '老婆撳錯幾次密碼 張卡鎖咗 幫手解',
    leaves: '撳錯三次密碼，張卡鎖咗',
  },
  {
    when: raw`(?:没有?|冇|未|不会|唔会|从不|从来)[^|]{0,2}(?:输|打|按|记|撳|入|揿|填)?错|密码(?:是|系)?(?:对的|正确|冇错|没错|啱)`,
    takes: '密码没错但是卡不能用',
    leaves: '卡不能用了',
  },
];
