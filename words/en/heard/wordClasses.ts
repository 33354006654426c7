import type { WordClass } from '../../zh-Hans/heard/wordClasses.ts';

/** Everyday words by what they have in common. */
export const wordClasses: Readonly<Record<WordClass, RegExp>> = {
  otherCard:
    /\b(sim|gift|library|membership|loyalty|travel|oyster|student|gym|graphics|memory|octopus|insurance|health|birthday|business|post|key|sd) ?cards?\b/,
  otherThing:
    /\b(screens?|phones?|mobile|iphone|android|apps?|website|site|browser|computer|laptop|macbook|mac|pc|tablet|ipad|doors?|car|house|home|sim|wifi|windows|keyboard|whatsapp|facebook|instagram|wechat|youtube|netflix|spotify|steam|games?|email|chicken|meat|beef|food|fish|pizza|turkey|mince|bread|dough|peas|vegetables|pipes?|fridge|freezer|dinner|lake|river|weather|files?|pdf|gym|profile|level|nose|sink|toilet|bike|tv|server|excel|word|mouse|voucher|coupon|ticket|drain|premium|features?|login|username)\b|qq/,
  banking:
    /\b(balance|transfers?|loans?|mortgage|exchange rates?|rates?|savings?|deposits?|interest|statements?|salary|wages?|invest\w*|funds?|stocks?|shares|insurance|cheques?|branch|branches|limits?|fees?|bills?|receipt|iban|swift|pension|crypto|bitcoin|overdraft|points|rewards?|cashback|new card|expir\w*|open an account|close|closing|replacement)\b/,
  smallTalk:
    /\b(joke|love|sing|songs?|football|movies?|film|poem|story|dinner|lunch|breakfast|music|cat|dog|birthday|holiday|hungry|tired|bored|marry|friend|news|match|recipe|restaurant|time is it|old are you|your name)\b/,
  relative:
    /\b(friends?|wife|husband|mother|father|mum|mom|mama|dad|papa|son|daughter|brother|sister|grandma|grandpa|granny|boss|colleagues?|neighbou?rs?|uncle|aunt|roommate|boyfriend|girlfriend|parents?|kids?|child|partner|ex)\b/,
  third: /\b(he|she|his|hers?|him|they|them|their)\b/,
  mistaken: /\b(by mistake|by accident|accidentally|misclick\w*|pressed|clicked|oops|typo)\b/,
  howOften: /\bhow (many|often|much)\b/,
  leaving:
    /\b(cancel|stop|quit|exit|abort|forget it|drop it|never mind|nevermind|nvm|end|leave|enough|scrap|bail)\b/,
  beginning: /\b(start|restart|begin|beginning|reset|afresh|anew|scratch|zero|fresh|main menu|home)\b/,
  backwards: /\b(back|previous|undo|before|step|return|last|backwards)\b/,
  changing: /\b(change|switch|correct|edit|fix|redo|another|other|different)\b/,
  saying: /\b(say|repeat|said|tell|speak|talk|pardon|write|read)\b/,
  hearing: /\b(hear|catch|heard|caught|listen|loud|noisy|missed)\b/,
  understanding: /\b(understand|understood|confused|confusing|clue|know|lost here|stuck|sense|meant)\b/,
  yes: /\b(yes|yeah|yea|yep|yup|ok|okay|okey|sure|right|correct|fine|course|agree|agreed|confirm|confirmed|exactly|absolutely|certainly|definitely|indeed|true|go ahead|proceed|continue)\b/,
  no: /\b(nope|nah|wrong|incorrect|negative|neither|refuse|decline|rather)\b/,
  thanking: /\b(thanks?|thank you|thx|tks|thanx|cheers|appreciat\w*|grateful|ty|ta|bless)\b/,
  hello: /\b(hi|hello|hey|hiya|morning|afternoon|evening|greetings|howdy|yo|hullo)\b/,
  later: /\b(later|tomorrow|another day|another time|next time|some other time|not now|not yet|yet)\b/,
  earlier: /\b(yesterday|already|last (week|month|year|night)|ago|once|before|used to|earlier)\b/,
  paying:
    /\b(pay|paid|paying|payments?|shop|store|till|terminal|checkout|atm|machine|purchases?|buy|bought|swip\w*|tap|contactless|chip|merchant|cashier|withdraw\w*|transactions?|spend|shopping|online)\b|atm|pos/,
  money: /\b(money|cash|dollars?|euros?|pounds?|yuan|rmb|usd|amount|charged?)\b/,
  whoYou: /\b(are you|your|you|u|robot|bot|ai|machine)\b/,
  ability: /\b(can|could|able|possible|function|options?|services?|commands?|do)\b/,
  helping: /\b(help|assist\w*|support|advice)\b/,
  what: /\b(what|which|whats)\b/,
  where: /\bwhere\b/,
  mine: /\b(my|mine|me|i|im|ive|id|our|we)\b/,
  thisOne: /\b(this|that|it|one|the)\b/,
  number: /0|\b(numbers?|code|digits?)\b/,
  ask: /\?|\b(is|are|was|were|does|did|has|have)\b/,
};
