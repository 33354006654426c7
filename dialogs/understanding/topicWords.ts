/**
 * Words by which a topic is known, as `plainText` leaves them: what the topics' model sees beside the words themselves, so
 * that it knows of "reserve a slot" what it has learnt of "book an appointment". One thing a line.
 */
export const topicWords: readonly { name: string; words: RegExp }[] = [
  {
    name: 'password',
    words: /\b(?:pins?|passwords?|passcodes?|codes?|(?:six|0) digits?)\b|密码|六个字|六位/,
  },
  {
    name: 'forgot',
    words:
      /\b(?:forgot(?:ten)?|blanked|(?:dont|cant|cannot|no longer) (?:remember|recall|know))\b|忘|记不|不记得|唔记得|想不起|想唔起/,
  },
  {
    name: 'renew',
    words:
      /\b(?:reset|change[ds]?|new ones?|set (?:a )?new|another one|update[ds]?|renew\w*|replace\w*)\b|重置|重设|重新设|更改|修改|更新|变更|改|补发|换/,
  },
  {
    name: 'which',
    words:
      /\b(?:which|what is|whats|what does|explain|mean|the same as)\b|哪个|哪一个|边个|什么是|是什么|咩|乜|是哪/,
  },
  {
    name: 'atm',
    words:
      /\b(?:atm|cash ?machines?|cashpoint|withdraw\w*|till)\b|取款机|提款机|取钱|领钱|攞钱|撳钱|取现|现金|攞住/,
  },
  {
    name: 'login',
    words:
      /\b(?:log(?:ged|ging)? ?(?:in|on)?|sign ?(?:ed )?in|login|username|user id|online banking|internet banking|mobile banking|app)\b|登录|登入|登不|网银|手机银行|行动银行|网上理财|app/,
  },
  {
    name: 'branch',
    words:
      /\b(?:branch\w*|offices?|counters?|outlets?)\b|网点|支行|分行|柜台|柜面|柜枱|营业厅|临柜|银行喺|据点|开户行/,
  },
  {
    name: 'place',
    words:
      /\b(?:where|nearest|closest|near|nearby|address|location|around here)\b|在哪|哪里|哪儿|喺边|边度|附近|最近|地址|去边/,
  },
  {
    name: 'hours',
    words:
      /\b(?:open(?:s|ing)?|close[sd]?|shuts?|hours|saturdays?|sundays?|weekends?|holidays?|what time|till when|until when|how late)\b|几点|几时开|开门|关门|营业|下班|上班|收工|打烊|周六|周日|星期|周末|假期|节假日|开唔开|有冇开/,
  },
  {
    name: 'booking',
    words:
      /\b(?:book(?:ing|ed)?|appointments?|reserve|slots?|schedule|arrange|walk(?:ing)? in|queue|line)\b|预约|约[周礼星]|帮我约|book|排队|取号|拿号/,
  },
  {
    name: 'bring',
    words:
      /\b(?:bring|take (?:along|with)|carry|have with me|papers|paperwork|photocop\w*|originals?|copy)\b|带|备齐|影印|复印|影本|材料|原件|实体卡/,
  },
  {
    name: 'document',
    words:
      /\b(?:ids?|id cards?|identity cards?|passports?|permits?|documents?)\b|身份证|身分证|护照|通行证|证件|居留证|回乡证/,
  },
  {
    name: 'otherDocument',
    words:
      /\b(?:licen[cs]e|residence|visa|foreign\w*|expat|tourist|citizen|student card|military)\b|驾照|驾驶|车牌|居留|居住证|社保|健保|学生证|军官|户口本|外国|外籍|老外|侨|永居/,
  },
  {
    name: 'expired',
    words:
      /\b(?:expired?|expires|ran out|run out|out of date|no longer valid|not valid|date on)\b|过期|到期|失效|有效期|有效日期|期满|过咗期/,
  },
  { name: 'number', words: /\b(?:numbers?|digits?)\b|号码|号|数字/ },
  {
    name: 'phone',
    words:
      /\b(?:phones?|mobiles?|handset|iphone|sim|cell|texts?|sms)\b|手机|电话|门号|短信|短讯|简讯|验证码|换号|sim/,
  },
  {
    name: 'broken',
    words:
      /\b(?:broken?|repairs?|repaired|dead|smashed|cracked|bent|snapped|damaged|scratched|worn|chewed|melted|torn|split)\b|坏|断|修|掉水|跌落水|折|弯|裂|爛|烂|消磁|磨损|没电|冇电|花咗|刮花|甩/,
  },
  {
    name: 'dead',
    words:
      /\b(?:died|passed (?:away|on)|deceased|late (?:father|mother|husband|wife|brother)|funeral|inheritance|heirs?|estate|probate|death|widow|executor|buried)\b|去世|过世|过身|往生|病逝|逝世|人没了|人已经走|走咗|走了(?!吗)|身故|死亡|丧|后事|遗产|继承|遗孀|亡/,
  },
  {
    name: 'family',
    words:
      /\b(?:husbands?|wifes?|wife|mothers?|fathers?|mums?|moms?|dads?|sisters?|brothers?|sons?|daughters?|grandm\w*|grandp\w*|aunts?|uncles?|boss\w*|friends?|neighbours?|parents?|somebody elses|someone elses|another persons?)\b|老公|老婆|先生|太太|妈|爸|父亲|母亲|爱人|丈夫|妻子|爷|奶|嫲|姐|妹|哥|弟|家人|屋企人|朋友|老板|亲戚|老人|别人的|第二个人|长辈|家姐/,
  },
  {
    name: 'behalf',
    words:
      /\b(?:on behalf|for (?:him|her|my (?:mum|mom|mother|father|dad|husband|wife|grandm\w*))|instead of me|name)\b|代办|代我|代阿|替|帮我妈|帮他|帮她|帮佢|的名字|个名/,
  },
  {
    name: 'power',
    words:
      /\b(?:power of attorney|attorney|authori[sz]ation|authority|proxy|guardian|solicitor|lawyer|deputy|on (?:his|her) behalf)\b|委托|授权|公证|监护|受托|代理|委任/,
  },
  {
    name: 'minor',
    words:
      /\b(?:child\w*|kids?|teenager|minor|under age|underage|youth|junior|school|fourteen|fifteen|sixteen|under 18|im 0|is 0)\b|未成年|孩子|小孩|小朋友|儿童|个仔|个女|女儿|儿子|十四岁|十六|才0|得0|压岁|利是|家长/,
  },
  {
    name: 'cost',
    words:
      /\b(?:fees?|costs?|charges?|charged|price|free|set me back|pay for (?:this|it))\b|费|多少钱|几多钱|免费|要钱|收钱|花钱|收唔收/,
  },
  {
    name: 'meanwhile',
    words:
      /\b(?:while|meanwhile|meantime|still|as well|also|other cards?)\b|期间|还能|仲|还可以|其他的?卡|别的卡|第二张|也冻|功能|有咩用得/,
  },
  {
    name: 'salary',
    words:
      /\b(?:salary|wages?|pension|paycheck|payday|benefits|incoming|deposits?|send me money|pay me)\b|工资|薪|粮|养老金|退休金|奖金|入账|到账|进账|入数|收款|打钱|过到数入|进来|进得来|入唔入/,
  },
  {
    name: 'transfer',
    words:
      /\b(?:transfers?|transferring|wire|send money|remit\w*)\b|转账|转帐|转出|过数|汇款|转数|那笔|嗰笔|转的|过嗰|转去/,
  },
  {
    name: 'debits',
    words:
      /\b(?:direct debits?|standing orders?|subscriptions?|rent|bills?|mortgage|electricity|utilities|netflix|insurance|autopay|bounce|recurring)\b|代扣|自动|房贷|车贷|供楼|房租|租金|水电|电费|保费|话费|会员|订阅|续费|扣款|扣不到|扣费/,
  },
  {
    name: 'wallet',
    words:
      /\b(?:apple pay|google pay|samsung pay|alipay|wechat|wallet|watch|contactless)\b|微信|支付宝|云闪付|apple|google|line pay|街口|手机支付|扫码|绑|感应|手表/,
  },
  {
    name: 'credit',
    words:
      /\b(?:credit (?:card bill|score|rating|record|bureau)|interest|late fees?|repay\w*|instal+ments?|minimum payment|is due|overdue)\b|逾期|征信|联征|信用|信贷|还款|账单|帐单|卡数|卡费|利息|找数|滞纳|分期/,
  },
  { name: 'money', words: /\b(?:money|savings|balance|funds|whats on the card|cash)\b|钱|存款|余额|结余/ },
  {
    name: 'safety',
    words:
      /\b(?:safe|gone|lose|taken|still there|touch\w*|worried)\b|还在|安全|丢|没了|冇咗|不见|动过|郁过|取走|转走|攞走|担心|怕|惊/,
  },
  {
    name: 'long',
    words:
      /\b(?:how (?:long|many days|soon)|when will|last|by itself|days until)\b|多久|几天|几日|几多日|几耐|多长时间|自动|自己解|什么时候能/,
  },
  {
    name: 'court',
    words:
      /\b(?:courts?|police|judge|tax office|customs|judicial|authorit(?:y|ies)|seized|summons)\b|法院|法庭|公安|警|税|海关|检察|司法|派出所|执行|扣押|廉署|分局|案件|官司|结案/,
  },
  {
    name: 'tries',
    words:
      /\b(?:tries|try|attempts?|times|wrong entries|locks?|mistype)\b|几次|多少次|几多次|三次|次数|机会|再错|连错/,
  },
  {
    name: 'again',
    words:
      /\b(?:again|keeps?|every (?:month|few|week)|prevent|avoid|stop this|in future|next time|before i travel)\b|以后|下次|老是|总是|成日|每隔|隔几天|经常|避免|防止|再被|再冻|报备|说一声|跟你们说/,
  },
  {
    name: 'robot',
    words:
      /\b(?:robots?|bots?|chat ?bot|machine|computer|ai|human|real person|automated|who are you|your name)\b|机器人|机械人|真人|人工智能|电脑|ai|你是谁|你系边个|对面|叫什么/,
  },
  {
    name: 'decides',
    words: /\b(?:decides?|decided|decision|review|contest|object)\b|决定|判断|话事|审批|审核|复核|再看|再睇/,
  },
  {
    name: 'data',
    words:
      /\b(?:keep|keeps|kept|store[sd]?|record\w*|data|privacy|delete|erase|who can see|conversation|history)\b|保存|记录|存下|储起|留低|录音|隐私|私隐|个资|资料|删|谁能看|谁看得|边个睇|打的字|打嘅/,
  },
  {
    name: 'whichBank',
    words:
      /\b(?:which|what|name of (?:the|this|your)) (?:bank|company)\b|\bwho runs\b|哪家|边间|什么银行|咩银行|哪个银行|谁提供|边个提供|代表/,
  },
  {
    name: 'real',
    words:
      /\b(?:real|really|genuine|fake|legit\w*|scam|phishing|trust|prove|official|sure)\b|真的|真㗎|真是|真系|假|骗|呃|相信|信你|正规|官方|证明/,
  },
  {
    name: 'complaint',
    words:
      /\b(?:complain\w*|complaints?|ombudsman|regulator|manager|dissatisfied|compensation)\b|投诉|客诉|意见|银保监|金管|消协|消委|领导|经理|赔|告你/,
  },
  {
    name: 'senses',
    words:
      /\b(?:deaf|blind|eyes?|hearing|hear|sight|visually|braille|sign language|print|bigger|larger|wheelchair|disabled|letters)\b|聋|盲|听障|视障|听不|听唔|眼|字能|啲字|字太|大一点|大啲|手语|大字|残疾|读屏/,
  },
  {
    name: 'chip',
    words: /\b(?:chip|magnetic|strip|terminal|reader|machine)\b|芯片|晶片|磁条|机器|部机|刷卡机|读不|读唔/,
  },
  { name: 'newCard', words: /\b(?:new card|replacement(?: card)?|next card)\b|新卡|续卡|换卡|补卡|换一张/ },
  {
    name: 'unreadable',
    words:
      /\b(?:rubbed|faded|unreadable|cant (?:read|see|make out)|no (?:numbers?|digits))\b|看不清|睇唔清|磨|模糊|没有?印|冇印|看不见|睇唔到/,
  },
  {
    name: 'caller',
    words:
      /\b(?:called|phoned|rang|caller|told me|says (?:he|she)|(?:he|she|they) (?:says?|said|claims?)|forced|pressed|tricked|scammed|conned)\b|打电话(?:让|叫|要|来|嚟)|自称|他说|她说|佢话|对方|陌生人|让我|叫我|教我|逼|威胁|被骗|俾人呃|上当|中招/,
  },
  {
    name: 'gaveSecret',
    words:
      /\b(?:gave|told|sent|read) (?:him|her|them|someone)\b|告诉(?:他|她|了|别人)|给了?他|话咗俾|讲咗俾|给对方/,
  },
  {
    name: 'callMe',
    words:
      /\b(?:(?:call|ring|phone|calls|called) (?:me|back)|call ?back)\b|回电|回个?电话|打给我|打俾我|给我打|覆我|联系我|联络我/,
  },
  {
    name: 'hotline',
    words:
      /\b(?:hotline|helpline|what number|which number|phone number|telephone number|engaged|busy|ring you|call you)\b|热线|客服|专线|打哪个|打边个|电话多少|几号|打不通|打唔通|占线/,
  },
  {
    name: 'abroad',
    words:
      /\b(?:abroad|overseas|travel\w*|holiday|foreign country|another country|outside|portugal|japan|spain|thailand|france|us|uk)\b|国外|外国|境外|海外|出国|旅游|旅行|日本|美国|英国|葡萄牙/,
  },
  {
    name: 'appeal',
    words:
      /\b(?:appeals?|appealed|objection|contest|handed in|submitted|application)\b|申诉|上诉|异议|不服|唔服|提交|交的|交嘅|批咗|审核/,
  },
  {
    name: 'anger',
    words:
      /\b(?:stupid|useless|terrible|ridiculous|disgrace|joke|angry|furious|fed up|sick of|embarrass\w*|nightmare|worst|damn|bloody|third time)\b|破银行|烂|垃圾|废|气死|激死|烦死|急死|嬲|过分|过份|离谱|差劲|欺负|受够|丢人|好瘀|第三次/,
  },
];
