import type { Intent } from './intents.ts';
import { isPlainRequest } from './plainRequest.ts';

/** A thing as the way by which something is to be done: `on my phone`. */
const ways =
  /\b(?:over|by|on|via|through|with|using|from|in) (?:the |my |your )?(?:phone|mobile|app|website|site|computer|internet|home)\b|(?:在|喺|用|通过|透过|上|打|经)(?:我的?|你们的?)?(?:手机|电脑|网站|软件|app|微信)(?:银行)?(?:上面?|里面?|度|app)?|(?:手机|电脑|网站|软件|微信)(?:银行|操作|上面?|里面?|app)/g;

/** Whatever stands between two words of one clause; Chinese ones are counted in characters. */
const words = (most: number) => `(?:[a-z0]+ ){0,${most}}`;
const near = (most: number) => `[^|]{0,${most}}`;
const any = (...parts: string[]) => new RegExp(parts.join('|'));

/** An open end would be looked for at each such word in `liftliftlift`. */
const englishUnfreeze =
  '(?:un(?:freez|froz|froze|block|lock)|re ?activat|re ?enabl|lift|defrost|thaw)\\w{0,12}';
const unfrozen =
  '(?:un(?:froze|frozen|freezed|blocked|locked|thawed)|reactivated|reenabled|lifted|released|removed|taken off)';

/** Words that name a loss, a theft or a fraud and mean none: taken out before anything is looked for. */
const harmless = new RegExp(
  [
    `\\b(?:lost|lose|losing|forgot|stole|cant find|missing) ${words(2)}(?:job|work|pin|pins|password|passcode|login|username|patience|temper|mind|hope|way|internet|signal|connection|keys?|id|passport|time|interest|faith|trust|weight|game|match|cat|dog|documents?|papers?|umbrella|glasses|charger|gloves|hat|ticket|parcel|luggage|phone number|count|track|wife|husband|mother|father)\\b`,
    `\\b(?:didnt|did not|not|isnt|wasnt|never|havent|have not|dont|hasnt|no|without|arent) ${words(2)}(?:lost|lose|losing|stolen|stole|missing|gone)\\b`,
    '\\b(?:im|i am|we are|feel|totally|completely) (?:so |totally |completely |a bit )?lost\\b',
    `\\b(?:is|are|isnt|if|not|sounds?|looks?|seems?|a|trying) ${words(4)}(?:scam\\w*|fraudster|phishing|hackers?)\\b`,
    `\\b(?:cancel|undo|withdraw|lift|remove|retract|revoke|take back|reverse) ${words(3)}(?:loss|lost)(?: \\w+)?(?: report)?\\b|\\bloss report ${words(2)}(?:cancel\\w*|withdraw\\w*)\\b|\\breport of loss\\b`,
    '(?:怕|担心|惊|费事|以防|防止)(?:它|会|被|张卡|卡)*(?:丢|掉|不见|唔见|遗失|弄丢|跌)(?:了|咗)?',
    `\\b(?:thought|assumed|believed) ${words(4)}(?:lost|stolen|missing|gone)\\b|(?:以为|当时以为)${near(6)}(?:丢|掉|不见|唔见|被偷|被盗|遗失|弄丢)(?:了|咗)?`,
    `(?:没有?|冇|并没|不是|唔系|未)(?:把|将)?(?:我的?)?(?:卡片?|张卡)?(?:丢|掉|不见|唔见|被偷|被盗|遗失|弄丢)(?:了|咗|卡|的|呀|啦|啊)*`,
    '(?:卡片?|张卡)(?:没有?|冇|并没有?|不是|唔系)(?:丢|掉|不见|唔见|被偷|被盗|遗失|弄丢)(?:了|咗|呀|啦|啊)*',
    '(?:丢|掉|弄丢|冇|不见|唔见|失去|遗失)(?:了|咗)?(?:份|个)?(?:工作?|饭碗|脸|人现眼|三落四)|(?:工作?|工|密码|身份证|身分证|证件|钥匙|锁匙|伞|遮|猫|狗|眼镜|耳机|安全帽|包裹|快递|u盾|护照|存折)(?:都|也)?(?:弄丢|丢|掉|不见|唔见|遗失|漏)(?:了|咗)?',
    `(?:取消|解除|撤销|撤回|撤掉|撤|解掉|解)${near(5)}(?:挂失|报失|遗失)|(?:挂失|报失|遗失登记)${near(5)}(?:取消|解除|撤销|撤回|撤掉|撤|解)`,
    `(?:是不是|是|系咪|会不会|会唔会|不是|怎么知道|点知|怕是?|像|该不会)${near(6)}(?:骗|诈骗|呃人|骗子|泄露|外泄|泄漏|盗用|被盗)`,
  ].join('|'),
  'g',
);

const losses = any(
  '\\b(?:stolen|stole|stolne|steal\\w*|theft|thief|robbed|mugged|pickpocket\\w*|scammed|conned|fraud|fraudulent|skimmed|cloned|hacked|unauthori[sz]ed|nicked|pinched|snatched|swiped)\\b',
  '\\b(?:lost|lsot|lose|missing|mislaid|misplaced)\\b|\\b(?:card|wallet|purse|bag|handbag|visa) (?:is|was|has|are) (?:\\w+ )?gone\\b',
  '\\b(?:cant|cannot|couldnt) (?:seem to |even )?(?:find|locate) (?:my|the|that) (?:\\w+ )?(?:card|wallet|purse)\\b',
  '\\b(?:not|wasnt|isnt|arent) (?:made )?by me\\b|\\b(?:payment|charge|transaction|purchase|withdrawal)s?\\b.{0,500}\\b(?:not|isnt|arent|wasnt) (?:mine|me)\\b|\\b(?:was not|wasnt) me\\b',
  '\\b(?:didnt|did not|never|havent) (?:\\w+ )?(?:make|made|buy|bought|authori[sz]e that|authori[sz]e this|recogni[sz]e)(?![a-z])',
  '挂失|报失|丢了|卡丢|丢卡|弄丢|遗失|(?<![听看望睇])[不唔]见|搞丢|卡(?:片)?掉了|找不到[^|]{0,6}卡|搵唔到[^|]{0,3}卡|跌咗|被?偷|偷走|顺走|被抢|被盗|被扒|盗刷|盗用|诈骗|被骗|受骗|呃咗|俾人呃|不是我(?:刷|买|做|花|消费|操作|本人)|唔系我(?:碌|买|做|嘅(?:交易|消费|数))|(?:数|交易|消费|签账)[^|]{0,6}唔系我嘅|俾人碌|guashi|钱(?:就)?没了|钱被',
);

/** Unfreezing that somebody else did, or that is over and done: it is told of, not asked for. */
const toldOf = any(
  `\\bdid (?!you |it )(?:\\w+ ){1,3}${englishUnfreeze}|\\b(?:my|a|some|the) \\w+ (?:keeps?|kept|is|was|tries|tried|tryin\\w*|went)(?: to| and)? ${englishUnfreeze}`,
  `\\b(?:undo|reverse|cancel|revoke|stop|withdraw|retract|ignore|disregard|drop|scrap|forget|take back|regret|opposite|against)(?: of| that| this| the| my| any| your| last| request| to){0,4} (?:unfreez|unblock|unlock)\\w*`,
  `\\b(?:somebody|someone|stranger|thief) ${words(3)}(?:tried|typed|entered|used|guessed) ${words(3)}(?:pin|pins|password|code)\\b`,
  '(?:取消|撤销|撤回|停止|中止|作废)(?:我的|这个|这次|那个|上次的)?解(?:冻|锁|封)',
  '解(?:冻|锁|封)(?:的)?(?:申请|请求|业务|操作|服务)?(?:帮我|给我|我|要|想|先)*(?:取消|撤销|撤回|撤了|撤掉|作废|停止|反悔|后悔)(?![^|]{0,3}(?:冻|锁|限|止|管))',
  `\\b(?:pressed|clicked|tapped|hit|chose|selected|picked|pushed|typed|said)(?: on| the| button){0,3} (?:unfreez|unblock|unlock)\\w*|\\b(?:unfreez|unblock|unlock|unfroze)\\w* ${words(3)}(?:by mistake|by accident|accidentally)|\\baccidentally ${words(2)}(?:unfr|unbl|unl)\\w*`,
  '(?:误点|误按|误触|点错|按错|撳错|揿错|按到|点到|撳到|揿到|选错|不小心|唔小心)(?:点|按|撳|揿|选)?(?:了|咗|到|成)*解',
  `\\b(?:who|whoever|someone|somebody|anyone|nobody|idiot|employee|clerk|he|she|they|bank|you|thief|scammer|hacker|stranger|person|man|woman|caller|guy|husband|wife|son|daughter|ex)(?: else| has| have| had| just| already| ever| must have| secretly| went and| on \\w+ \\w+){0,9} ${unfrozen}\\b`,
  `\\b(?:is|was|were|has been|have been|had been|been|got|gets?|being|suddenly|already|its|now) (?:\\w+ )?${unfrozen}\\b(?<!\\b(?:want|need|like|love|get|have|can|could|to|please)\\b.{0,500})`,
  `\\b(?:is|are|was|has|have|did|does) ${words(4)}${unfrozen}\\b(?<!\\b(?:want|need|like|love|get|can|could|may|have my|to|please)\\b.{0,500})`,
  `\\b(?:didnt|did not|never|havent|have not|hadnt|nobody|without|before i|who|why) ${words(6)}${englishUnfreeze}`,
  `\\b(?:after|since|once|ever since|following|right after) ${words(4)}${englishUnfreeze}`,
  `\\b(?:told|made|asked|forced|tricked|talked|wants?|convinced|got|called|pressed|begged) (?:me|us|him|her)(?: to| into)? ${words(2)}${englishUnfreeze}`,
  `\\b(?:authori[sz]\\w*|allow\\w*|approv\\w*|request\\w*|permi\\w*|consent\\w*|agree\\w*) ${words(4)}(?:unfreezing|unblocking|unlocking|unlock|unfreeze|unblock)\\b(?<!\\b(?:please|i (?:want to )?request)\\b.{0,500})`,
  `(?:谁(?!来|能|可以|帮)|哪个|哪位(?!能|可以)|什么人|何人|乜人|边个(?!可以|帮|得闲|嚟)|边位|有人|别人|他人|员工|职员|行员|骗子|小偷|陌生人|公安|警察|假客服|对方)${near(8)}解(?!释|答|决)`,
  `(?:被|俾人|被人|遭|给人|居然|竟然|擅自|私自|偷偷|无啦啦|无缘无故|莫名其妙|自己)(?!冻|锁|停|限|管)${near(4)}(?:给|被)?解(?:冻|锁|封|开|咗|除)(?:了|咗)?(?!吧)`,
  `(?:为什么|为啥|为何|凭什么|点解(?!冻|锁|返|封|除|卡)|怎么(?:会|就|又|自己|突然|我的))${near(8)}解(?:冻|锁|封|开|咗|除)`,
  `(?<!请|麻烦|帮我|给我|替我|我想|我要|能|可以|快|唔该|帮手|同我)${near(0)}解(?:冻|锁|封)(?:完|了|咗)?(?:之?后|以后|过后|当天|当晚|以来|通知|短信|短讯|简讯|成功)`,
  '(?:刚刚?|已经|已)(?:被)?(?:解(?:冻|锁|封)|解完冻)|一解(?:冻|锁)?就|解完凍?冻?',
  `(?:没有?|冇|未|从未|从没|不是|唔系|并非|未经|压根|几时|何时|什么时候|啥时候|边有|哪有)${near(8)}(?:申请|要求|叫|让|同意|授权|我|本人|做|办)${near(5)}解?(?:冻|锁|封|除冻结|返)`,
  `(?:解冻|解锁|解封|解)(?:了|咗)(?:我的?|这张|那张|张|我张)?(?<!(?:请|麻烦|帮|给我|替我|我想|我要|能|可以|快|唔该|把)${near(8)}解(?:冻|锁|封)?(?:了|咗)[^|]?)`,
);

/** Whether it was unfrozen is asked, which is about the card's status. */
const stateAsked = any(
  '^(?:so |and )?(?:is|are) (?:my |the |this )?(?:card|account|it) (?:open|back|active|usable|working)\\b',
  `^(?:so |and |but )?(?:is|are|has|have|was|did) (?!anyone|someone|somebody)${words(5)}${unfrozen}\\b(?!.{0,500}\\bby\\b)`,
  `解(?:冻|锁|封|开|咗冻|返|咗)?(?:成功)?(?:了|咗)?(?:没有?|未|吗$)(?<!(?:请|麻烦|帮|给我|替我|我想|我要|能|可以|可否)[^|]{0,8})(?![^|]{0,500}(?:申请|让|叫|要求))`,
  '(?:冻结|锁定|限制|止付|管控|管制)(?:是不是|系咪|是否|已经?)*(?:解除|取消|撤销|恢复|没)(?:了|咗)?(?:吗|没有?|未|$)(?<![帮请给要想烦该][^|]{0,500}(?:解除|取消|撤销|恢复)(?:了|咗)?)|(?:恢复|启用|能用|可以用|用得返)(?:使用|正常)?(?:了|咗)(?:吗|没有?|未)',
);

/** Unfreezing that is refused. */
const refused = any(
  '\\b(?:keep|leave|make|stay|remain)\\w*(?: \\w+){0,3} (?:frozen|blocked|locked|freeze on|block on|hold on)\\b',
  `\\b(?:decided|advise|am|vote) against (?:\\w+ )?${englishUnfreeze}|\\b(?:hate|hold off|rather you didnt|no reason|not ready) (?:\\w+ ){0,4}${englishUnfreeze}`,
  '(?:反悔|后悔|打消|推迟|延后|免了|放弃)[^|]{0,5}解(?:冻|锁|封)',
  `\\b(?:no longer|not anymore|anymore|any more|against|postpone|delay|skip|without|instead of|rather than|except|before) ${words(5)}${englishUnfreeze}|${englishUnfreeze} ${words(4)}(?:anymore|any more|can wait|isnt needed|not needed|unnecessary)\\b`,
  '(?:不是|唔系|并非|没有?|冇)(?:要|想|话要|说要|来|嚟)解(?!除?(?:挂|报))(?![^|]{0,500}系?解)',
  '解(?:冻|锁|封)?[^|]{0,5}(?:算了|免|作罢|不解)|解(?:什么|乜嘢?|咩)(?:冻|锁)|(?:冻|锁)着(?:好|吧)',
  `\\b(?:dont|do not|never|not|no need|rather not|instead of|refuse|stop|shouldnt|should not|mustnt|must not|neednt|no wish|unwilling|not willing|no intention|dont wish)(?: to| want| wanna| you| it| please| ever| need| even| try| think| be| have| having| my| card| dare| wish| like| really| willing| of| the| now)* ${englishUnfreeze}`,
  '\\b(?:freeze|block|hold|lock) (?:to |should |must |can |may )?(?:stays?|remains?)\\b',
  `${englishUnfreeze}(?: \\w+){0,3} (?:no|not now|not yet|never|later|another day)\\b`,
  '\\b(?:unfreezing|unblocking|unlocking)(?: it| my card)? (?:is|isnt|can|could|will|would|wont|was|has|needs)\\b',
  '\\b(?:not|dont|do not|never) (?:be )?(?:want |like |need )?(?:it |my card |the card )?(?:to be )?(?:unfrozen|unblocked|unlocked)\\b',
  `(?<!要|好|可|能|得|使)(?:不要|不用|不想|不需要|不必|不准|不许|不能让|不打算|没打算|没想|没有要|不考虑|不愿意?|不同意|别|勿|禁止|唔好|唔使|唔要|唔想|唔需要|唔打算|冇话要|先不|先别|先唔好|暂不|暂时不|暂时唔|拒绝|咪|甭|千祈|停止|无需|没必要|没说要|不|唔)(?:再|重新|要|会|去|来|急着|急|给我|帮我|让人|随便|先|把|我的?|嘅|你们?|的?卡片?|张|这么快|住|郁|办|理|现在|给|打算){0,4}(?:解|恢复|取消冻结|取消锁|激活|启用)`,
  '解(?:冻|锁|封)(?:的事)?(?:就|先|可以|可)?(?:不|免|缓|以后|改天|再说|等|晚|唔使|唔好|迟)',
  '(?:以后|下次|改天|迟啲|第日|晚点|过几天|明天|今天不|回头)(?:再|先)?(?:来)?(?:解|恢复)',
);

/** A first use, which is no unfreezing: nothing was frozen. */
const firstUse =
  /\bactivat\w*\b(?<!\bre ?activat\w*)(?!.{0,200}\bagain\b)(?<!\b(?:froze|frozen|freeze|blocked|block|locked|lock|suspended|stopped|hold)\b.{0,200})(?!.{0,200}\b(?:froze|frozen|freeze|blocked|block|locked|lock|suspended|stopped|hold)\b)/;

/** A card that is said to be somebody else's. */
const ofOthers =
  /\b(?:can|could|may|should) my (?!cards?\b|account|bank\b|debit|credit|visa)\w+ (?:un(?:freez|block|lock)|lift|re ?activat)\w*|(?:朋友|同事|同学|邻居|亲戚|室友|客户|爸爸?|妈妈?|爷爷|奶奶|外婆|外公|哥哥?|弟弟?|姐姐?|妹妹?|细佬|大佬|家姐|老公|老婆|太太|先生|儿子|女儿|个仔|个女)[的嘅]?(?:那?张)?(?:银行|信用)?卡[^|]{0,8}(?:解|恢复|启用)/;

const refreezing = any(
  '\\b(?:turn|switch|shut|power)\\w* (?:\\w+ ){0,3}off\\b(?!.{0,500}\\b(?:back on|freeze|block|hold|lock|restriction))(?<!\\b(?:back on|freeze|block|hold|lock|restriction)\\b.{0,500})',
  '(?:关闭|关掉|关咗|熄咗?|关)(?![^|]{0,500}(?:冻|锁|限|管|止))[^|]{0,5}(?:卡|功能)|卡[^|]{0,6}(?:关闭|关掉)',
  '\\b(?:nobody|no one|noone|so that none|dont let|do not let|stop anyone|prevent|unusable|lock ?down)\\b',
  '(?:不让|别让|不要让|唔好俾|防止|阻止|没人能|冇人可以)[^|]{0,8}(?:用|刷|取|碌|领)',
  '\\b(?:re ?freez|re ?block|re ?lock)\\w*|\\b(?:freeze|block|lock) (?:it|my card|the card|card) (?:again|back|up)',
  '\\b(?:put|slap|place|set) (?:a |the |another |my )?(?:freeze|block|hold|lock|stop)\\b(?!.{0,500}\\b(?:lift|remov|off|undo|unf|unbl|unl))',
  `(?:冻结|冻|锁卡|停卡|止付|挂失|报失)${near(6)}(?:不是|而不是|唔系|不要|而非)(?:要)?解`,
  `(?:再|重新|又)(?:次|把卡|帮我|给我|把它|请)?(?:冻|锁|封|停)(?!了|住了|咗)|(?:冻|锁|停|封)(?:返|回去|回来|回)(?!.{0,500}解)`,
  '(?:封|停|锁|冻)(?:上|掉|死|起来)(?!.{0,500}(?:解|开|恢复))',
);

const questions =
  /\bwonder(?:ing)? (?:if|whether) (?!you|u\b|i\b|we\b|it\b|my|some|the bank)|\b(?:what (?:does|do|is|are|exactly|on earth)|whats|meaning|difference|define|definition|spell|translate|mean|means|meant|stands? for|term)\b(?!.{0,500}\b(?:need|do to)\b)|解释|说明一下|什么意思|什么是|什么叫|是什么|是啥|啥意思|指什么|概念|定义|咩意思|咩叫|咩系|区别|分别|不同|差在|英文|英语|怎么说|怎么写/;

const notCards =
  /\b(?:sim|gift|library|membership|loyalty|student|gym|graphics|memory|octopus|insurance|health|business|post|key) ?cards?\b|征信|信用报告|信贷|\bcredit (?:report|file|score)\b|社保|医保|健保|饭卡|会员卡|门禁|公交卡|交通卡|购物卡|礼品卡|学生卡|八达通|悠游卡|电话卡|流量卡|限售|质押|保证金|基金|公积金|(?:激活|启用|开通)信用卡|[给帮替](?:我)?(?:儿子|女儿|个仔|个女|孩子|老婆|老公)(?:激活|启用|开通)|(?:第一次|首次)(?:激活|启用)|\bnew (?:\w+ )?cards?\b|\bfirst time\b|\b(?:activate|enable) (?:my |the |a )?credit\b|\b(?:came|arrived|come) (?:by|in|with) (?:the )?(?:post|mail)\b|\bpremium\b|\bfeatures?\b|\blimits?\b|\bfrom (?:apple|google) pay\b|\bfrom my (?:wallet|phone)\b|新卡|亲情卡|附属卡|限额|额度|短信|短讯|简讯|\b(?:screens?|phone|mobile|iphone|android|app|website|site|browser|computer|laptop|macbook|mac|pc|tablet|ipad|doors?|car|house|home|sim|wifi|windows|keyboard|whatsapp|facebook|instagram|wechat|youtube|netflix|steam|game|trading|brokerage|gaming|email|friend|contact|caller|chicken|meat|beef|food|fish|pizza|turkey|mince|bread|dough|peas|pipes?|fridge|freezer|dinner|windscreen|files?|pdf|safe|gym|profile|user|level|nose|sink|toilet|bike|tv)\b(?!.{0,500}\bcards?\b)|手机(?!银行)(?![^|]{0,500}(?:卡|账户))|苹果手机|华为|三星|平板|屏幕|荧幕|萤幕|锁屏|电脑|笔电|笔记本|软件|网站|网页|门锁?|微信|qq|游戏|支付宝|花呗|抖音|淘宝|脸书|微博|\big\b|好友|\bline\b|电话(?:卡)?(?:解锁|锁)|肉|鸡|鸭|鱼|虾|排骨|饺|汤圆|面团|牛排|食品|食物|冰箱|雪柜|微波炉|小区|城市|国境|疫情|股票|股权|系统|出厂|体力|身体|聊天记录|(?<!什么|啥|咩|哪些|啲)文件|数据|水管|面包|蛋糕|默认|预设|单身|空调|冷气|闹钟|地图|角色|皮肤|关卡|限行|(?:粤|台|英|日)[语文](?:怎么|咋|点)?样?[说讲念写]|邮箱|苹果id/;

const how =
  /(?:国外|境外|海外|外地|异地|晚上?|夜晚|半夜|周末|周日|星期日|礼拜日|假期|节假日|现在|没带[^|]{1,4}|冇带[^|]{1,4})(?:我)?(?:能不能|能|可以|可不可以|可唔可以|得唔得)[^|]{0,3}解|(?:秘书|助理|律师|朋友|同事|家人|屋企人|太太|先生|老公|老婆|儿子|女儿|个仔|个女|爸|妈)(?:能不能|能|可以|可不可以|可唔可以|得唔得)[^|]{0,4}(?:解|开)|(?:朋友|同事|同学|邻居|亲戚|室友)(?:也|都)?(?:想|要|问)[^|]{0,4}解|(?:他|她|佢|人哋|别人|第二个|对方|客户)[^|]{0,4}(?:能不能|能|可以|可不可以|可唔可以|得唔得)[^|]{0,3}解|边啲|边种|哪种|\b(?:how|hw|where|which|when|procedure|process|steps?|instructions?|instruct|inform|advise|regarding|about|requirements?|explain|guide|walk|what (?:do|does|will|would|must|should|can|if|happens|documents?|papers?|paperwork|information|form|steps|proof|id)|is there|is it possible|any (?:way|charge|fee|cost)|cost|costs|fee|fees|charge|charges|free|must|do i|does it|should i|who do i|whom)\b|怎么|怎样|如何|咋|什么|甚么|啥|咩|乜|点样|流程|步骤|手续|方法|方式|途径|程序|教程|多久|几天|几时|几耐|几个|几多|多少|什么时候|什么时间|哪里|哪儿|哪些|哪个|在哪|去哪|上哪|边度|边间|邊|谁能|谁可以|找谁|搵边个|需要(?:什么|啥|啲咩|咩|带)|要(?:什么|啥|啲?咩|带|提供|准备|去|本人|身份证)|准备|带什么|收费|要钱|使唔使|洗唔洗|用不用|一定要|必须(?=[^|]{0,500}(?:吗|本人|去|带))|得(?:跑|去|带|本人)|是不是要|系咪要|^点(?=解(?:冻|返|锁|卡|到|除)(?!结|咗))|(?<!快|早|晚|一|有)点解(?:冻|返|锁|卡)|点先|教|自动|(?:网上|在线|线上|手机|电话|自己|远程|异地|国外|代|叫|让)[^|]{0,8}(?:解|恢复)[^|]{0,4}(?:吗|么|不|㗎|到凍|得唔得)|(?:能|可以)[^|]{0,6}(?:去|代|替)[^|]{0,4}解[^|]{0,3}吗|忘[^|]{0,500}解|zenme|ruhe/;

/** Wrong passwords that are asked about, feared or denied: none was given. */
const noPasswordError = any(
  '\\b(?:pin|pins|password|passcode|code)\\b.{0,500}\\bwhat (?:now|then|if|happens)\\b',
  `\\b(?:afraid|scared|worried|fear|what if|what now|might|may|could|would|will i|if i|in case|always|never|right|correct|how (?:many|often)|didnt|did not|havent|have not|not)\\b ${words(6)}(?:pin|pins|password|passcode|code)\\b(?!.{0,500}(?:wrong|incorrect).{0,500}\\b(?:un|please|lock|block|froze))`,
  '(?:(?<![好了咗])几次|几多次|多少次|会(?:锁|怎|点|被|不会|唔会)|怕|担心|惊|如果|要是|万一|假如|小心)[^|]{0,500}(?:密码|错|锁)|(?:密码|错)[^|]{0,500}(?:(?<![好了咗])几次|几多次|多少次|会锁|会怎|会点|会被|会不会|会唔会)',
  '(?:没有?|冇|未|不会|唔会|从不|从来)[^|]{0,2}(?:输|打|按|记|撳|入|揿|填)?错|密码(?:是|系)?(?:对的|正确|冇错|没错|啱)',
);

const passwordErrors =
  /\b(?:wrong\w*|incorrect\w*|mistyp\w*|fingered|tries|attempts)\b|\bpin\b|password|passcode|密码/;

/** Words that mean unfreezing by themselves. */
const strong =
  /(?:冻结|锁定|限制|止付|管控|管制|停用)[^|]{0,4}(?:解除|取消|撤|去掉|拿掉)|(?:去掉|去除|拿掉|撤掉|移除)[^|]{0,4}(?:冻|锁|限|止|管)|(?:冻结|锁定|限制|止付|管控|管制)[^|]{0,8}\|?[^|]{0,4}(?:去掉|去除|拿掉|移除|解除|取消)|重新(?:启用|激活|开通)|(?:帮我|帮手|请|给我|唔该|同我|即刻|快啲)(?:恢复|启用|激活|解除|开返)|^解除(?:一下)?(?:吧|返|呗|啦)?$|\b(?:un(?:freez|froz|block|lock|paus|suspend|restrict)\w*|defrost\w*|thaw\w*|jiedong|jie dong|jiesuo|jie suo|freeze|block|hold|lock|restrictions?|suspension)\b|解(?!释|答|决|放|散|雇|约|绑|除(?!.{0,500}(?:冻|锁|限|管|停|止|卡|户|睡|警|封))|闷)/;
/** Words that mean it of a card only. */
const weak =
  /\b(?:lift|releas|restor|undo|reactivat|re ?activat|activat|active|enabl|re ?enabl|reinstat|resum|free|open|reopen|turn|switch|work|use|using|usable|pay|access|back)\w*\b|恢复|启用|激活|开|用|放|取消|撤|能刷|正常|弄好/;
const card =
  /\b(?:cards?|crad|visa|mastercard|debit|credit|account|it|atm)\b|卡|账户|帐户|户|佢|它|使用|功能|支付|付款|冻|锁|限制|止付|管控|停用/;

/** A rule by which a plain text is not taken as unfreezing, and the intents that it may be instead. */
type Rule = { rule: string; holds: (text: string) => boolean; may: readonly Intent[] };

const rules: readonly Rule[] = [
  {
    rule: 'lossOrFreeze',
    holds: (text) => losses.test(text) || refreezing.test(text),
    may: ['freezeOrReport'],
  },
  { rule: 'refused', holds: (text) => refused.test(text), may: ['deny'] },
  { rule: 'stateAsked', holds: (text) => stateAsked.test(text), may: ['cardStatus'] },
  {
    rule: 'toldOf',
    holds: (text) => toldOf.test(text),
    may: ['freezeOrReport', 'cardStatus', 'howToUnfreeze'],
  },
  {
    rule: 'otherThings',
    holds: (text) => questions.test(text) || speaksOfOtherThings(text),
    may: ['none'],
  },
  { rule: 'ofOthers', holds: (text) => ofOthers.test(text), may: ['none', 'howToUnfreeze'] },
  { rule: 'firstUse', holds: (text) => firstUse.test(text), may: ['none', 'howToUnfreeze'] },
  { rule: 'howAsked', holds: (text) => how.test(text), may: ['howToUnfreeze'] },
  { rule: 'noCardNamed', holds: opensNoCard, may: ['none'] },
  {
    rule: 'noPasswordError',
    holds: (text) => noPasswordError.test(text) && !strong.test(text),
    may: ['none', 'cardStatus', 'howToUnfreeze'],
  },
  {
    rule: 'noWordOfUnfreezing',
    holds: (text) => !namesUnfreezing(text),
    may: ['none', 'cardStatus', 'freezeOrReport', 'howToUnfreeze', 'startOver'],
  },
];

function namesUnfreezing(text: string): boolean {
  return passwordErrors.test(text) || strong.test(text) || (weak.test(text) && card.test(text));
}

/**
 * The first rule by which a plain text must not be taken as unfreezing; nothing where it may be taken so. Telling *freeze*
 * from *unfreeze* and *lost* from *frozen* is a safety property.
 */
export function guardOf(plain: string): Omit<Rule, 'holds'> | undefined {
  const text = plain.replace(harmless, ' ');
  return rules.find(({ holds }) => holds(text));
}

const cardNamed =
  /\b(?:cards?|crad|visa|mastercard|debit|credit|accounts?|plastic|amex|maestro|atm|bank|pin|password)\b|卡|户|尾号|末四码|0|冻结|锁定|锁住|限制|止付|管控|管制|停用|佢|它|密码|张/;
/** What is to be opened, named behind the verb in English; in Chinese whatever stands beside a bare verb. */
const thingNamed =
  /\bun(?:lock|block|freez|froz)\w* (?:my|the|this|that|a|an|his|her|our) (?!one\b|number\b|last\b|first\b|second\b|other\b)[a-z]+/;
const asked = /帮|请|给我|同我|替我|我要|我想|想|麻烦|唔该|快(?!速)|急|可以|能|我的/;

/** Whether it is about things that are no cards: frozen food, a locked telephone. */
export function speaksOfOtherThings(plain: string): boolean {
  return notCards.test(plain.replace(ways, ' '));
}

/** Whether something is to be opened that is not said to be a card, whatever it is: a safe, a samsung, a fillet. */
function opensNoCard(plain: string): boolean {
  if (cardNamed.test(plain)) return false;
  if (!/\p{Script=Han}/u.test(plain)) return thingNamed.test(plain);
  return /解冻|解锁|解封/.test(plain) && !asked.test(plain) && !isPlainRequest(plain);
}

/** Whether a loss, a theft or a fraud is told of, which leads away from everything else. */
export function reportsLoss(plain: string): boolean {
  return losses.test(plain.replace(harmless, ' '));
}

/** Words of a wish to freeze. A Chinese one behind 解 takes a freeze away, and is none. */
const freezes =
  /\b(?:re ?)?(?:freez|block|lock|suspend|stop|disabl|deactivat|cancel|report)\w*\b|(?<!解)(?:冻|锁|封)|停|挂|止付|报/;

/** Whether a plain text that reads like a report has a word for it: a loss, a theft, a fraud, or a freeze that is wished for. */
export function namesReport(plain: string): boolean {
  return reportsLoss(plain) || freezes.test(plain);
}
