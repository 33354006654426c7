import { wordClasses } from './wordClasses.ts';

/** One thing that many words stand for. `words` is read on plain text (see `plainText`). */
export type Concept = { name: string; words: RegExp };

const unfreezing =
  /\b(un|re)(freez|fr[oe]z|block|lock|activat|enabl|instat|restrict|suspend|hold)\w*|\b(lift|remov|releas|restor|undo|end)\w* (\w+ ){0,3}(freeze|block|hold|restriction|suspension|lock|limit|control|card)s?\b|\b(take|get) (\w+ ){0,2}(block|hold|freeze|lock|restriction) (off|removed|lifted)|\b(defrost|jiedong|jiesuo)\w*|\b(turn|switch)\w* (\w+ ){0,3}back on\b|\bcancel (\w+ )?(freeze|block|hold|lock)\b|解冻|解锁|解封|解卡|解开|解返|解咗|解个冻|解一?下冻|解完冻|解过冻|解到冻|解管|(解除|取消|撤销|撤掉|拿掉|去掉|去除|解).{0,10}(冻结|锁定|锁卡|止付|停用|限制|管控|控制|管制|警示|锁)|恢复|启用|激活|开返|(开通|打开|重开)(?=[^|]{0,5}(卡|户))|(?<=(卡|户)[^|]{0,6})(开通|打开|重开)|用返|用得返/;

/** What the guard and the classifier both see in a sentence. Earlier ones take their words away from later ones. */
const concepts: readonly Concept[] = [
  { name: 'unfreezing', words: unfreezing },
  {
    name: 'wrongPassword',
    words:
      /\b(wrong|incorrect|mistyp\w*|bad) (\w+ ){0,2}(pin|password|passcode|code)s?\b|\b(pin|password|passcode|code) (\w+ ){0,3}(wrong|incorrect\w*)|(密码|pin|code).{0,6}错|(错|乱(按|输)|按错|输错|撳错|入错).{0,4}(密码|pin)/,
  },
  {
    name: 'lost',
    words:
      /\b(lost|lose|losing|lsot|missing|misplaced?|dropped|disappeared|vanished|swallowed|ate|mislaid)\b|\b(cant|cannot|can not|couldnt) (\w+ ){0,2}(find|locate)\b|挂失|报失|丢|遗失|不见|弄丢|掉了|掉在|落在|忘在|找不到|搵唔到|唔见|跌咗|漏咗|吞卡|吃卡|食卡|食咗|guashi|gua shi/,
  },
  {
    name: 'stolen',
    words:
      /\b(stolen|stole|steal\w*|stolne|theft|thief|thieves|robbed|robbery|mugged|pickpocket\w*|nicked|snatched|burgl\w*)\b|偷|抢|盗|打劫|扒手/,
  },
  {
    name: 'fraud',
    words:
      /\b(fraud\w*|scam\w*|hack\w*|phish\w*|skimm\w*|cloned?|unauthori[sz]ed|suspicious|compromised|leaked)\b|\bnot (mine|me|by me)\b|\bwasnt me\b|\b(didnt|did not|never) (\w+ )?(make|made|do|did|buy|bought|authori[sz]\w*|recogni[sz]\w*)\b|\b(dont|do not) recogni[sz]e\b|骗|诈|盗刷|盗用|泄露|泄漏|外泄|复制|侧录|钓鱼|可疑|不明(交易|消费|扣款)|不是我(刷|买|做|花|消费|操作|本人)|唔系我(碌|买|做)|呃(咗|钱|人)|碌咗卡|被黑|被骇/,
  },
  {
    name: 'freezeWish',
    words:
      /\b(freeze|block|lock|suspend|deactivate|disable|pause|stop|ice|bar|cancel|kill|shut) (down |off )?(my|the|this|that|a|it|all|everything)\b|\b(put|slap|place|set) (a |the )?(freeze|block|hold|lock|stop)|\b(get|have|want|need) (my |the |this )?(card |it )?(to be )?(frozen|blocked|locked|stopped)|(把|将|给|帮|替|同)(?![^|]{0,500}(解|取消|撤|去掉|去了|拿掉|恢复|开))[^|被]{0,10}(冻|锁|停|封|止付)(掉|死|上|住|起来|了)?|(冻|锁|停|封)(住|咗|返)?(我|张|佢|这张|那张|卡)|(请|快|马上|立刻|立即|赶紧|即刻|我要|想)(冻|锁|停|封|止付)/,
  },
  {
    name: 'frozenState',
    words:
      /\b(is|are|got|been|was|be|gets?|getting|am|stays?|still|says?|now|its|already|kena) (\w+ )?(frozen|frzn|froze|blocked|locked|suspended|restricted|disabled|deactivated|declined|rejected|refused|inactive|held|greyed out|grayed out)\b|\b(frozen|declined|rejected|refused|greyed|grayed|inactive)\b|(被|俾人?|给)(银行|你们|你哋)?(冻|锁|停|限|管|封|止付|拒)|(冻结|锁|停|冻)(了|咗|住咗)|刷不了|刷不过|刷不出|用不了|用唔到|碌唔到|不能(用|刷|付|取|领)|付不了|取不了|领不到|取不出|唔得|无法|失败|被拒|拍唔到|攞唔到|只收不付|非[柜面]{2}|睡眠|静止户|久悬|警示|dongjie/,
  },
  {
    name: 'freezing',
    words:
      /\b(re)?(freez\w*|block|lock|suspend|deactivate|disable|pause)\b|\bhold\b|冻结|冻|锁|停(用|卡|掉|咗)|止付|暂停/,
  },
  {
    name: 'how',
    words:
      /\b(how|hw|steps?|procedure|process|requirements?|instructions?|instruct|inform|advise|guide|explain|teach)\b|\btell me (the way|about)\b|怎么|怎样|如何|咋|点样|流程|步骤|手续|方法|办法|方式|教|程序|zenme|ruhe|(?<!有)点(?=解(冻|返|锁|卡|到|除)(?!结|咗|住))/,
  },
  {
    name: 'needed',
    words:
      /\bneed(ed)?\b|\brequired?\b|\bhave to\b|\bmust\b|\bdocuments?\b|需要|准备|要(什么|啥|咩|带|提供|证件|本人|去|哪些)|材料|证件|使唔使|一定要|必须/,
  },
  { name: 'when', words: /\bwhen\b|\bhow long\b|\bhow fast\b|多久|几天|多长|几时|几耐|什么时候|时间/ },
  {
    name: 'why',
    words: /\bwhy\b|\bhow come\b|\bwhat for\b|为什么|为啥|为何|干嘛|凭什么|点解|做咩|做乜|因为什么|原因/,
  },
  { name: 'who', words: /\b(who|whom|someone|somebody|anyone|anybody)\b|谁|有人|别人|他人|边个/ },
  {
    name: 'meaning',
    words:
      /\bmean(s|t|ing)?\b|\bdifference\b|\bdefin\w+|\btranslate\b|\bspell\b|意思|区别|差在|分别|什么是|什么叫|咩叫|咩系|不同/,
  },
  {
    name: 'not',
    words:
      /\b(no|not|dont|do not|never|cant|didnt|wont|stop|without)\b|不要|不用|不想|不需要|不必|别|勿|没有?|未|唔(好|使|要|想|系|需要)|冇|先不|暂不|拒绝|咪|甭|千祈/,
  },
  {
    name: 'person',
    words:
      /\b(agent|human|person|people|operator|representative|staff|manager|supervisor|adviser|clerk|somebody real)\b|人工|真人|客服|专人|专员|经理|职员|柜员|主管|搵人|找人|转接|转驳/,
  },
  {
    name: 'language',
    words:
      /\b(english|chinese|cantonese|mandarin|language|putonghua)\b|中文|英文|英语|国语|普通话|粤语|广东话|简体|繁体|语言|台语/,
  },
  {
    name: 'secret',
    words: /\b(id|ids|passport|pin|password|passcode|identity)\b|密码|身份证|身分证|证件|资料|个资|信息|卡号/,
  },
  {
    name: 'safe',
    words: /\b(safe|secure|trust|legit|privacy|private|protected)\b|安全|安唔安全|可靠|靠谱|保密|信得过|隐私/,
  },
  { name: 'card', words: /\b(cards?|crad|ka|debit|credit)\b|卡|账户|帐户|户口|账号/ },
  { name: 'again', words: /\bagain\b|\bonce more\b|\bone more\b|再|重新|重复|多次|嚟过/ },
  {
    name: 'request',
    words:
      /\b(please|pls|plz|plz|want|need|like|can you|could you|can u|kindly|help)\b|请|帮|麻烦|我要|我想|唔该|可以|可不可以|能不能|可唔可以|能|申请|办理|快|给我|俾/,
  },
  ...wordClasses,
];

/** One group for each concept, whose place tells the concept: each group within its words would make every match slower. */
const joined = new RegExp(
  concepts.map(({ words }) => `(${words.source.replace(/\((?!\?)/g, '(?:')})`).join('|'),
  'g',
);

const place = (groups: readonly unknown[]) => groups.findIndex((words) => words !== undefined);

/** The concepts of a plain text, in the order of its words. */
export function conceptsIn(plain: string): string[] {
  return [...plain.matchAll(joined)].flatMap(([, ...groups]) => concepts[place(groups)]?.name ?? []);
}

/** The plain text with one sign of the private use area in the place of each concept's words. */
export function outlineOf(plain: string): string {
  return plain.replace(joined, (_words, ...groups) => String.fromCharCode(0xe000 + place(groups)));
}
