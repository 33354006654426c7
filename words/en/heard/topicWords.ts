import type { TopicWord } from '../../zh-Hans/heard/topicWords.ts';

/** Words by which a topic is known. */
export const topicWords: Readonly<Record<TopicWord, RegExp>> = {
  password: /\b(?:pins?|passwords?|passcodes?|codes?|(?:six|0) digits?)\b/,
  forgot: /\b(?:forgot(?:ten)?|blanked|(?:dont|cant|cannot|no longer) (?:remember|recall|know))\b/,
  renew: /\b(?:reset|change[ds]?|new ones?|set (?:a )?new|another one|update[ds]?|renew\w*|replace\w*)\b/,
  which: /\b(?:which|what is|whats|what does|explain|mean|the same as)\b/,
  atm: /\b(?:atm|cash ?machines?|cashpoint|withdraw\w*|till)\b/,
  login:
    /\b(?:log(?:ged|ging)? ?(?:in|on)?|sign ?(?:ed )?in|login|username|user id|online banking|internet banking|mobile banking|app)\b|app/,
  branch: /\b(?:branch\w*|offices?|counters?|outlets?)\b/,
  place: /\b(?:where|nearest|closest|near|nearby|address|location|around here)\b/,
  hours:
    /\b(?:open(?:s|ing)?|close[sd]?|shuts?|hours|saturdays?|sundays?|weekends?|holidays?|what time|till when|until when|how late)\b/,
  booking:
    /\b(?:book(?:ing|ed)?|appointments?|reserve|slots?|schedule|arrange|walk(?:ing)? in|queue|line)\b|book/,
  bring: /\b(?:bring|take (?:along|with)|carry|have with me|papers|paperwork|photocop\w*|originals?|copy)\b/,
  document: /\b(?:ids?|id cards?|identity cards?|passports?|permits?|documents?)\b/,
  otherDocument: /\b(?:licen[cs]e|residence|visa|foreign\w*|expat|tourist|citizen|student card|military)\b/,
  expired: /\b(?:expired?|expires|ran out|run out|out of date|no longer valid|not valid|date on)\b/,
  number: /\b(?:numbers?|digits?)\b/,
  phone: /\b(?:phones?|mobiles?|handset|iphone|sim|cell|texts?|sms)\b|sim/,
  broken:
    /\b(?:broken?|repairs?|repaired|dead|smashed|cracked|bent|snapped|damaged|scratched|worn|chewed|melted|torn|split)\b/,
  dead: /\b(?:died|passed (?:away|on)|deceased|late (?:father|mother|husband|wife|brother)|funeral|inheritance|heirs?|estate|probate|death|widow|executor|buried)\b/,
  family:
    /\b(?:husbands?|wifes?|wife|mothers?|fathers?|mums?|moms?|dads?|sisters?|brothers?|sons?|daughters?|grandm\w*|grandp\w*|aunts?|uncles?|boss\w*|friends?|neighbours?|parents?|somebody elses|someone elses|another persons?)\b/,
  behalf:
    /\b(?:on behalf|for (?:him|her|my (?:mum|mom|mother|father|dad|husband|wife|grandm\w*))|instead of me|name)\b/,
  power:
    /\b(?:power of attorney|attorney|authori[sz]ation|authority|proxy|guardian|solicitor|lawyer|deputy|on (?:his|her) behalf)\b/,
  minor:
    /\b(?:child\w*|kids?|teenager|minor|under age|underage|youth|junior|school|fourteen|fifteen|sixteen|under 18|im 0|is 0)\b/,
  cost: /\b(?:fees?|costs?|charges?|charged|price|free|set me back|pay for (?:this|it))\b/,
  meanwhile: /\b(?:while|meanwhile|meantime|still|as well|also|other cards?)\b/,
  salary: /\b(?:salary|wages?|pension|paycheck|payday|benefits|incoming|deposits?|send me money|pay me)\b/,
  transfer: /\b(?:transfers?|transferring|wire|send money|remit\w*)\b/,
  debits:
    /\b(?:direct debits?|standing orders?|subscriptions?|rent|bills?|mortgage|electricity|utilities|netflix|insurance|autopay|bounce|recurring)\b/,
  wallet:
    /\b(?:apple pay|google pay|samsung pay|alipay|wechat|wallet|watch|contactless)\b|apple|google|line pay/,
  credit:
    /\b(?:credit (?:card bill|score|rating|record|bureau)|interest|late fees?|repay\w*|instal+ments?|minimum payment|is due|overdue)\b/,
  money: /\b(?:money|savings|balance|funds|whats on the card|cash)\b/,
  safety: /\b(?:safe|gone|lose|taken|still there|touch\w*|worried)\b/,
  long: /\b(?:how (?:long|many days|soon)|when will|last|by itself|days until)\b/,
  court: /\b(?:courts?|police|judge|tax office|customs|judicial|authorit(?:y|ies)|seized|summons)\b/,
  tries: /\b(?:tries|try|attempts?|times|wrong entries|locks?|mistype)\b/,
  again:
    /\b(?:again|keeps?|every (?:month|few|week)|prevent|avoid|stop this|in future|next time|before i travel)\b/,
  robot:
    /\b(?:robots?|bots?|chat ?bot|machine|computer|ai|human|real person|automated|who are you|your name)\b|ai/,
  decides: /\b(?:decides?|decided|decision|review|contest|object)\b/,
  data: /\b(?:keep|keeps|kept|store[sd]?|record\w*|data|privacy|delete|erase|who can see|conversation|history)\b/,
  whichBank: /\b(?:which|what|name of (?:the|this|your)) (?:bank|company)\b|\bwho runs\b/,
  real: /\b(?:real|really|genuine|fake|legit\w*|scam|phishing|trust|prove|official|sure)\b/,
  complaint: /\b(?:complain\w*|complaints?|ombudsman|regulator|manager|dissatisfied|compensation)\b/,
  senses:
    /\b(?:deaf|blind|eyes?|hearing|hear|sight|visually|braille|sign language|print|bigger|larger|wheelchair|disabled|letters)\b/,
  chip: /\b(?:chip|magnetic|strip|terminal|reader|machine)\b/,
  newCard: /\b(?:new card|replacement(?: card)?|next card)\b/,
  unreadable: /\b(?:rubbed|faded|unreadable|cant (?:read|see|make out)|no (?:numbers?|digits))\b/,
  caller:
    /\b(?:called|phoned|rang|caller|told me|says (?:he|she)|(?:he|she|they) (?:says?|said|claims?)|forced|pressed|tricked|scammed|conned)\b/,
  gaveSecret: /\b(?:gave|told|sent|read) (?:him|her|them|someone)\b/,
  callMe: /\b(?:(?:call|ring|phone|calls|called) (?:me|back)|call ?back)\b/,
  hotline:
    /\b(?:hotline|helpline|what number|which number|phone number|telephone number|engaged|busy|ring you|call you)\b/,
  abroad:
    /\b(?:abroad|overseas|travel\w*|holiday|foreign country|another country|outside|portugal|japan|spain|thailand|france|us|uk)\b/,
  appeal: /\b(?:appeals?|appealed|objection|contest|handed in|submitted|application)\b/,
  anger:
    /\b(?:stupid|useless|terrible|ridiculous|disgrace|joke|angry|furious|fed up|sick of|embarrass\w*|nightmare|worst|damn|bloody|third time)\b/,
};
