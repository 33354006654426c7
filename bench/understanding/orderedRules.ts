/** The ordered regular expressions that the classifier took over from: what it is measured beside. */

import type { Intent } from '../../dialogs/understanding/intents.ts';

type Rule = { intent: Intent; when: RegExp; unless?: RegExp };

const question =
  /[?？吗嗎么麼呢]$|^(what|why|how|when|who|is|are|does|can)\b|什么意思|什麼意思|是不是|为什么|為什麼|为何|為何/;
const unfreezing =
  /\bun(freeze|block|lock)|\bunfro|解冻|解凍|解锁|解鎖|(解除|取消|撤销|撤銷)(了)?(冻结|凍結|锁定|鎖定)|恢复使用|恢復使用/;
const negated = /\b(don'?t|do not|not|never|no need)\b|不要|不用|不想|别|別|唔好|先不|不需要/;
const meaning =
  /\bwhat (does|do|is|are)\b.*\bmean|\bwhat is (a )?(frozen|freez|unfreez)|什么意思|什麼意思|什么是|什麼是|是什么|是什麼/;

const rules: readonly Rule[] = [
  {
    intent: 'changeLanguage',
    when: /^(in |speak |switch to |use )?(english|chinese|simplified chinese|traditional chinese)( please)?$/,
  },
  {
    intent: 'changeLanguage',
    when: /^(请|請)?(说|說|讲|講|用|切换到?|切換到?|换成?|換成?)?(英文|英语|英語|中文|简体|簡體|繁体|繁體|普通话|普通話|国语|國語|简体中文|簡體中文|繁体中文|繁體中文)(吧)?$/,
  },
  {
    intent: 'changeLanguage',
    when: /\b(change|other|another|different|switch)( the)? language|^language$|(换|換|切换|切換|更改|改)(一?下|个|個)?(语言|語言)|^(语言|語言)$/,
  },
  {
    intent: 'freezeOrReport',
    when: /\b(lost|lose|stolen|stole|theft|thief|fraud\w*|scam\w*|hacked|skimmed|missing)\b|didn'?t (make|do|buy|authori[sz]e)|not (mine|me)\b|挂失|掛失|丢了|丟了|丢失|丟失|弄丢|弄丟|遗失|遺失|不见了|不見了|找不到(我的)?卡|被偷|偷了|被盗|被盜|盗刷|盜刷|盗用|盜用|诈骗|詐騙|被骗|被騙|不是我(刷|买|買|做|的交易)|唔見咗|俾人偷/,
  },
  {
    intent: 'freezeOrReport',
    when: /\b(freeze|block|lock|suspend|disable|deactivate|stop) (my|the|this|a|that|his|her)( \w+)? ?card|^(please )?(freeze|block|lock)( it)?( please)?$|(want|like|need|please) to (freeze|block|lock)/,
    unless: /\b(why|did you|who)\b/,
  },
  {
    intent: 'freezeOrReport',
    when: /(冻结|凍結|锁住|鎖住|锁定|鎖定|停用|止付|冻住|凍住)(一下|掉|住)?(我|这|這|那|一|银行|銀行|信用|卡)|^(请|請|帮我|幫我|我要|我想|想|要|立即|立刻|马上|馬上|赶紧|趕緊|快)+.{0,8}(冻结|凍結|冻住|凍住|锁住|鎖住|停用|止付)|^(冻结|凍結|止付|停用)$/,
    unless:
      /解除|取消|撤销|撤銷|解冻|解凍|解锁|解鎖|为什么|為什麼|为何|為何|怎么(会|就)|怎麼(會|就)|被(冻|凍|锁|鎖|停)|查/,
  },
  { intent: 'none', when: meaning },
  {
    intent: 'startOver',
    when: /\b(start (over|again)|restart|from the (beginning|start))\b|重新开始|重新開始|从头(开始|来)|從頭(開始|來)|重来|重來/,
  },
  {
    intent: 'whyAsked',
    when: /\bwhy (do|are|would|must|should) (you|i)\b.*\b(ask|need|want|give|enter|type)|^why( do you ask)?$|(为什么|為什麼|为何|為何|干嘛|幹嘛)(要|需要|还|還)?(问|問|输|輸|填|提供|给|給|我的)|^(为什么|為什麼|为何|為何)$/,
  },
  { intent: 'goBack', when: /^(go )?back$|previous step|上一步|返回|回到上/ },
  {
    intent: 'repeat',
    when: /^(repeat|again|pardon|say (that|it) again|what did you say)|再说一遍|再說一遍|重复一遍|重複一遍|没听清|沒聽清|再讲一次|再講一次/,
  },
  {
    intent: 'agent',
    when: /\b(agent|human|representative|real person|operator|staff|somebody|someone)\b|\b(talk|speak) (to|with) (a|an|the)? ?(person|people|human)|^person$|人工|真人|转接|轉接|专人|專人|客服|找(个|個)?人/,
  },
  {
    intent: 'howToUnfreeze',
    when: new RegExp(
      `(\\bhow\\b|what (do|will|would) (i|you) (need|ask)|怎么|怎麼|怎样|怎樣|如何|需要(什么|什麼|哪些)|要(什么|什麼|哪些)|流程|步骤|步驟|点样|點樣).*(${unfreezing.source})|(${unfreezing.source}).*(\\bhow\\b|怎么|怎麼|怎样|怎樣|如何|需要(什么|什麼|哪些)|要(什么|什麼|哪些)|流程|步骤|步驟|点样|點樣)`,
    ),
  },
  {
    intent: 'deny',
    when: /^(no|nope|nah|n|not now|not yet|no thanks?|no thank you|don'?t|never|不|不要|不用|不了|不用了|不是|否|别|別|先不|不行|不想|算了|唔要|唔好|没有|沒有)([\s,.，。!！]|$)|^(好|好的|嗯|ok|okay)[\s,，]*(不用|不要|先不|no\b)|^(不|先不|别|別|唔好).{0,3}(解冻|解凍)/,
  },
  {
    intent: 'cancel',
    when: /^(please )?(cancel|stop|quit|exit|abort|never ?mind|forget it)( (it|this|that|please))?$|^(我要|我想)?(取消|退出|停止|中止|放弃|放棄|不办了|不辦了|结束|結束)(吧|了)?$/,
  },
  {
    intent: 'affirm',
    when: /^(yes|yeah|yep|yup|y|ok|okay|sure|please do|go ahead|do it|correct|right|confirm|agreed?|是|是的|对|對|对的|對的|好|好的|好啊|可以|行|嗯|要|确认|確認|确定|確定|同意|没错|沒錯|系|係|得)([\s,.，。!！]|$)/,
    unless: negated,
  },
  { intent: 'unfreeze', when: unfreezing, unless: new RegExp(`${negated.source}|${question.source}`) },
  {
    intent: 'unfreeze',
    when: new RegExp(
      `(can|could|would) you.*(${unfreezing.source})|(可以|能|能不能|可不可以).*(${unfreezing.source})`,
    ),
    unless: negated,
  },
  {
    intent: 'unfreeze',
    when: /\b(wrong|incorrect|mistyped)\b.*\b(pin|password|code)\b|\b(pin|password|code)\b.*\b(wrong|incorrect)|(密码|密碼).{0,6}(错|錯)|(错|錯).{0,4}(密码|密碼)/,
  },
  {
    intent: 'cardStatus',
    when: /\b(declined|rejected|refused|frozen|blocked|locked|status|froze)\b|\bcard\b.*\b(not|n'?t|fail\w*|problem|wrong|stopped)\b|\b(can'?t|cannot|unable)\b.*\b(pay|use|card)|\bcheck\b.*\bcard|刷不了|刷不了卡|用不了|用唔到|碌唔到|不能用|不能刷|不能付|付不了|取不了|被拒|拒绝|拒絕|状态|狀態|冻结|凍結|被冻|被凍|被锁|被鎖|锁了|鎖了|查.{0,6}卡|卡.{0,6}(问题|問題|怎么了|怎麼了|异常|異常)|刷卡失败|刷卡失敗/,
  },
  {
    intent: 'help',
    when: /^(help|help me|\?|？|what can you do|menu|options)|^(帮助|幫助|帮帮我|幫幫我|菜单|選單|怎么用|怎麼用|你能做什么|你能做什麼|你会什么|你會什麼)/,
  },
  { intent: 'thanks', when: /^(thanks|thank you|thx|cheers|谢谢|謝謝|多谢|多謝|感谢|感謝|唔该|唔該)/ },
  {
    intent: 'greet',
    when: /^(hi|hello|hey|good (morning|afternoon|evening)|你好|您好|嗨|哈喽|早上好|下午好|晚上好|早安|晚安|喂)/,
  },
];

/** Reads one utterance: the first rule that holds. */
export function firstRule(text: string): Intent {
  const plain = normalise(text.slice(0, 500));
  return rules.find(({ when, unless }) => when.test(plain) && !unless?.test(plain))?.intent ?? 'none';
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\bun[\s-]+(freeze|block|lock)/g, 'un$1')
    .replace(/\s+/g, ' ')
    .replace(/[\s.。!！~～]+$/u, '')
    .trim();
}
