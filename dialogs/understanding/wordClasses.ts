import type { Concept } from './concepts.ts';

/**
 * Everyday words by what they have in common, so that a sentence with a word that the corpus has not is seen as one
 * with its neighbour: `unfreeze my bus pass` as `unfreeze my library card`. Simplified characters (see `plainText`).
 */
export const wordClasses: readonly Concept[] = [
  {
    name: 'otherCard',
    words:
      /社保卡|社会保障卡|医保卡?|健保卡|饭卡|会员卡|门禁卡?|公交卡|地铁卡|交通卡|购物卡|礼品卡|礼物卡|学生卡|八达通|悠游卡|一卡通|油卡|电话卡|手机卡|流量卡|内存卡|显卡|贺卡|图书证|\b(sim|gift|library|membership|loyalty|travel|oyster|student|gym|graphics|memory|octopus|insurance|health|birthday|business|post|key|sd) ?cards?\b/,
  },
  {
    name: 'otherThing',
    words:
      /\b(screens?|phones?|mobile|iphone|android|apps?|website|site|browser|computer|laptop|macbook|mac|pc|tablet|ipad|doors?|car|house|home|sim|wifi|windows|keyboard|whatsapp|facebook|instagram|wechat|youtube|netflix|spotify|steam|games?|email|chicken|meat|beef|food|fish|pizza|turkey|mince|bread|dough|peas|vegetables|pipes?|fridge|freezer|dinner|lake|river|weather|files?|pdf|gym|profile|level|nose|sink|toilet|bike|tv|server|excel|word|mouse|voucher|coupon|ticket|drain|premium|features?|login|username)\b|手机|苹果|华为|平板|屏幕|荧幕|萤幕|电脑|笔电|笔记本|软件|网站|网页|门锁?|微信|qq|游戏|支付宝|花呗|抖音|淘宝|脸书|微博|邮箱|好友|肉|鸡|鸭|鱼|虾|排骨|饺子|汤圆|面团|食品|食物|冰箱|雪柜|微波炉|股票|股权|股份|限售股?|质押|保证金|水管|面包|蛋糕|地图|角色|皮肤|会员|系统|服务器|键盘|车|房子|关系|技能|法院|司法|公司/,
  },
  {
    name: 'banking',
    words:
      /\b(balance|transfers?|loans?|mortgage|exchange rates?|rates?|savings?|deposits?|interest|statements?|salary|wages?|invest\w*|funds?|stocks?|shares|insurance|cheques?|branch|branches|limits?|fees?|bills?|receipt|iban|swift|pension|crypto|bitcoin|overdraft|points|rewards?|cashback|new card|expir\w*|open an account|close|closing|replacement)\b|余额|转账|转钱|汇款|贷款|房贷|车贷|按揭|汇率|利率|利息|存款|定存|定期|活期|理财|基金|保险|网点|分行|支行|额度|限额|年费|手续费|账单|对账单|工资|薪水|出粮|开户|销户|流水|公积金|开卡|新卡|办卡|补卡|换卡|注销|积分|优惠|有效期|到期|过期|外币|美金|美元|黄金|比特币|提现|充值|缴费|电费|水费|话费|税/,
  },
  {
    name: 'smallTalk',
    words:
      /\b(joke|love|sing|songs?|football|movies?|film|poem|story|dinner|lunch|breakfast|music|cat|dog|birthday|holiday|hungry|tired|bored|marry|friend|news|match|recipe|restaurant|time is it|old are you|your name)\b|天气|笑话|唱歌|唱首|歌|电影|足球|吃饭|早餐|午饭|晚饭|饿|无聊|几岁|名字|猫|狗|故事|诗|生日|放假|饮茶|喜欢|钟意|爱你|下雨|好热|好冷/,
  },
  {
    name: 'relative',
    words:
      /\b(friends?|wife|husband|mother|father|mum|mom|mama|dad|papa|son|daughter|brother|sister|grandma|grandpa|granny|boss|colleagues?|neighbou?rs?|uncle|aunt|roommate|boyfriend|girlfriend|parents?|kids?|child|partner|ex)\b|朋友|老婆|老公|太太|先生|丈夫|妻子|妈妈?|爸爸?|儿子|女儿|个仔|个女|同事|邻居|老板|阿嬷|阿公|奶奶|爷爷|外婆|屋企人|家人|家里人|亲戚|兄弟|姐妹|哥哥?|弟弟?|姐姐?|妹妹?|室友|男友|女友/,
  },
  { name: 'third', words: /\b(he|she|his|hers?|him|they|them|their)\b|他们?|她们?|佢哋?|人哋/ },
  {
    name: 'mistaken',
    words:
      /\b(by mistake|by accident|accidentally|misclick\w*|pressed|clicked|oops|typo)\b|误点|误触|误操作|按错|点错|撳错|揿错|打错|写错|填错|输错|选错|拣错|不小心|说错|讲错|手滑/,
  },
  { name: 'howOften', words: /\bhow (many|often|much)\b|几次|多少次|几多次|多少|几多|几遍/ },
  {
    name: 'leaving',
    words:
      /\b(cancel|stop|quit|exit|abort|forget it|drop it|never mind|nevermind|nvm|end|leave|enough|scrap|bail)\b|取消|退出|停止|结束|算了|算啦|算数|放弃|中止|终止|收线|离开|关了/,
  },
  {
    name: 'beginning',
    words:
      /\b(start|restart|begin|beginning|reset|afresh|anew|scratch|zero|fresh|main menu|home)\b|从头|由头|重头|开头|最初|第一步|主菜单|主目录|首页|开始|重置|重设|嚟过|重来/,
  },
  {
    name: 'backwards',
    words:
      /\b(back|previous|undo|before|step|return|last|backwards)\b|上一|返回|退回|后退|返去|返番|返转|倒退|倒回|回退|退一步|之前|前一|前面|回去|上步/,
  },
  {
    name: 'changing',
    words:
      /\b(change|switch|correct|edit|fix|redo|another|other|different)\b|更正|修改|改|换|切换|转做|转成|另外?/,
  },
  {
    name: 'saying',
    words: /\b(say|repeat|said|tell|speak|talk|pardon|write|read)\b|说|讲|话|念|读|重讲|重说|问/,
  },
  { name: 'hearing', words: /\b(hear|catch|heard|caught|listen|loud|noisy|missed)\b|听|看|睇|吵|嘈/ },
  {
    name: 'understanding',
    words:
      /\b(understand|understood|confused|confusing|clue|know|lost here|stuck|sense|meant)\b|懂|明白|清楚|明(?=$|[|?呀喎啊])|识|会用|会弄|会操作|知道/,
  },
  {
    name: 'yes',
    words:
      /\b(yes|yeah|yea|yep|yup|ok|okay|okey|sure|right|correct|fine|course|agree|agreed|confirm|confirmed|exactly|absolutely|certainly|definitely|indeed|true|go ahead|proceed|continue)\b|是|系|对|好|行|可|啱|同意|确认|确定|继续|得(?=$|[|?呀啦㗎])|当然|嗯/,
  },
  { name: 'no', words: /\b(nope|nah|wrong|incorrect|negative|neither|refuse|decline|rather)\b|不|唔|否|错/ },
  {
    name: 'thanking',
    words:
      /\b(thanks?|thank you|thx|tks|thanx|cheers|appreciat\w*|grateful|ty|ta|bless)\b|谢|感激|感恩|辛苦|有心/,
  },
  {
    name: 'hello',
    words:
      /\b(hi|hello|hey|hiya|morning|afternoon|evening|greetings|howdy|yo|hullo)\b|你好|您好|嗨|哈喽|哈罗|哈啰|早安|午安|晚安|早晨|早上|下午|晚上|在吗|喂|打扰/,
  },
  {
    name: 'later',
    words:
      /\b(later|tomorrow|another day|another time|next time|some other time|not now|not yet|yet)\b|以后|下次|改天|明天|迟啲|晚点|回头|再说|改日|听日|第日|过几天/,
  },
  {
    name: 'earlier',
    words:
      /\b(yesterday|already|last (week|month|year|night)|ago|once|before|used to|earlier)\b|昨天|寻日|已经|上周|上星期|上个月|去年|以前|曾经|过(?=$|[|了])|刚才|头先|刚刚|啱啱/,
  },
  {
    name: 'paying',
    words:
      /\b(pay|paid|paying|payments?|shop|store|till|terminal|checkout|atm|machine|purchases?|buy|bought|swip\w*|tap|contactless|chip|merchant|cashier|withdraw\w*|transactions?|spend|shopping|online)\b|支付|付款|付钱|畀钱|俾钱|刷卡|刷|消费|取钱|取款|领钱|撳钱|atm|pos|机器|机|超市|店|碌|拍卡|买|结账|结帐|收银|交易|网购/,
  },
  {
    name: 'money',
    words: /\b(money|cash|dollars?|euros?|pounds?|yuan|rmb|usd|amount|charged?)\b|钱|元|块|蚊|款/,
  },
  { name: 'whoYou', words: /\b(are you|your|you|u|robot|bot|ai|machine)\b|你们?|你哋|您|机器人|机械人|贵行/ },
  {
    name: 'ability',
    words:
      /\b(can|could|able|possible|function|options?|services?|commands?|do)\b|能|会|可以|功能|服务|选项|业务|用/,
  },
  { name: 'helping', words: /\b(help|assist\w*|support|advice)\b|帮助|协助|求助|救命|指导|提示/ },
  { name: 'what', words: /\b(what|which|whats)\b|什么|甚么|啥|咩|乜|哪/ },
  { name: 'where', words: /\bwhere\b|哪里|哪儿|边度|在哪|去哪/ },
  { name: 'mine', words: /\b(my|mine|me|i|im|ive|id|our|we)\b|我们?|本人|自己/ },
  { name: 'thisOne', words: /\b(this|that|it|one|the)\b|这|那|呢|嗰|𠮶|它/ },
  { name: 'number', words: /0|\b(numbers?|code|digits?)\b|号码|号|尾号|末四码/ },
  { name: 'ask', words: /吗|嘛|呢|么|㗎|\?|\b(is|are|was|were|does|did|has|have)\b/ },
];
