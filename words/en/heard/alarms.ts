import type { AlarmWords } from '../../zh-Hans/heard/alarms.ts';

const unfreezing =
  '(?:un(?:freez|froz|fr[eo]|block|lock|suspend|restrict)\\w*|re ?activat\\w*|re ?enabl\\w*|reopen\\w*|lift\\w*|releas\\w*|thaw\\w*)';
const me = '(?:i|we|ive|weve)';
const never =
  '(?:didnt|didn|dint|didt|dident|did not|did nt|never|havent|havnt|hvnt|have not|hadnt|had not|haven|wouldnt|would never|did no|done no)';
const card = '(?:it|this|that|them|(?:my|the|this|that) (?:\\w+ )?(?:cards?|account|visa|mastercard))';
const doing =
  '(?:did|do|done|such thing|doing|make|made|ask\\w*|request\\w*|order\\w*|authori[sz]\\w*|app?rov\\w*|permit\\w*|permission|allow\\w*|agree\\w*|consent\\w*|appl(?:y|ied)|initiat\\w*|start\\w*|trigger\\w*|call\\w*|phon\\w*|contact\\w*|t(?:ext|old|ell)\\w*|sen[dt]|open\\w*|touch\\w*|sign\\w*|click\\w*|press\\w*)';

/** English ways of saying it. */
export const alarms: readonly AlarmWords[] = [
  {
    kind: 'denies',
    when: /(?<!\b(?:why|is it|or|if its|tell|do|let|with|for|help) )\b(?:not|wasnt|werent|twasnt|wasn|isnt|aint|wasnot|never) (?:\w+ly )?(?:by )?(?:me+|us|i|myself|mine|my (?:doing|request|order|idea|transaction|operation|wish))\b(?! (?:but|my))|\bnotme\b/,
    takes: 'that really was not me at all',
    leaves: 'do not tell me',
  },
  {
    kind: 'denies',
    when: new RegExp(`\\b${me} (?:\\w+ )?${never} (?:\\w+ ){0,2}?${unfreezing}`),
    takes: 'I swear I never even unfroze anything',
    leaves: 'I froze it',
  },
  {
    kind: 'denies',
    when: new RegExp(
      `(?:^|[|?] ?|\\b(?:i|we|ive|no|but|and) )(?:\\w+ )?${never} (?:\\w+ ){0,1}?${doing}\\b(?! (?:(?:it|that|this) )?(?:right|wrong|properly|yet|correctly)\\b)`,
    ),
    takes: 'never asked for that',
    leaves: 'the machine never works',
  },
  {
    kind: 'denies',
    when: /\b(?:no|no such|never any|not a|not any) (?:request|application|order|permission|consent|authori[sz]ation|instruction)s?\b|\bno way (?:that|it|this) (?:was|is) (?:me|us)\b|\b(?:dont|do not|didnt|never) (?:\w+ )?(?:have|own|use[d]?) (?:\w+ )?(?:whats ?app|web ?chat|chat|an? app|the app|internet|a computer|a smart ?phone|online banking)\b/,
    takes: 'I have made no request',
    leaves: 'I have no money on my phone',
  },
  {
    kind: 'denies',
    when: /\b(?:dont|do not|didnt|did not|never) (?:you )?(?:\w+ )?(?:want|wanted|wish|need|like|let|dare|unfr\w+|unbl\w+|unl\w+)(?: (?:it|this|that|my card|them|him|her|anyone|anybody|to be|you to|the card|be))* ?(?:un(?:fr|bl|l)\w+|take my|use it|use my|have my|$|[|?])/,
    takes: 'I do not want it unfrozen',
    leaves: 'I do not want a new card',
  },
  {
    kind: 'denies',
    when: /\b(?:no ?one|nobody|none of us|not anyone) (?:\w+ ){0,3}(?:ask|did|do|authori|approv|request|told|unfr|unbl|unl|allow|permit|order|call)\w*/,
    takes: 'nobody here asked you to',
    leaves: 'nobody is at home',
  },
  {
    kind: 'denies',
    when: /\bwithout (?:\w+ ){0,2}(?:permission|knowledge|consent|approval|asking|authori[sz]ation|ok|okay|say so|knowing|me)\b|\bbehind my back\b/,
    takes: 'this was done without my permission',
    leaves: 'without my glasses I cannot read',
  },
  {
    kind: 'denies',
    when: /\b(?:nothing|nought|zero|didnt have anything) to do with (?:me|us|this|that|it)\b|\b(?:know|knew|know of) (?:nothing|nought|zilch|nowt)\b|\b(?:dont|do not|didnt|did not|dunno) know (?:anything|a thing|what this|what that|who did|who that|about (?:this|that|any))/,
    takes: 'I know nothing about this',
    leaves: 'I do not know my limit',
  },
  {
    kind: 'denies',
    when: /\bno (?:idea|clue) (?:what|who|why|about|of) (?:\w+ ){0,2}(?:this|that|did|it|you|is|are|was)\b|\bnot (?:done|made|requested|asked|authori[sz]ed|approved|initiated|ordered|ok|okay|acceptable|allowed)\b(?! (?:to|yet|for the|it right))/,
    takes: 'no idea what this is',
    leaves: 'I have no idea how much I may spend',
  },
  {
    kind: 'denies',
    when: /\b(?:dont|do not|didnt|did not|cant|cannot|never) (?:even )?(?:recogni[sz]e|remember (?:doing|asking|any|this|that|it)|recall|accept this|approve|authori[sz]e|consent)\b|\bunauthori[sz]ed\b|\b(?:i|we) (?:deny|dispute|object)\b/,
    takes: 'I dont recognise this',
    leaves: 'do you recognise my card',
  },
  {
    kind: 'denies',
    when: /\b(?:some ?one|some ?body|any ?one|another person|a stranger|strangers?|an impostor|imposter) (?:else|other|has|is|was|got|must|used|using|did|does|had|just|pretend\w*|called|unfr\w*|unbl\w*|unl\w*|hack\w*|broke|logged|stole|took|at|in|with|who|from)\b/,
    takes: 'someone else must have done that',
    leaves: 'can someone call me',
  },
  {
    kind: 'freezes',
    when: new RegExp(
      `(?<!\\b(?:dont|do not|not|never|how to|how do i|how can i|how do you|if you|without|before you|did you|why did you) )\\b(?:re ?)?(?:freez\\w*|block|lock|suspend|disable|deactivate|stop|cancel|kill|shut|revoke|reverse|undo|revert|secure|protect|pause|terminate|restrict|retract|halt) (?:down |off |up |out |back )?(?:${card}|everything|all|again|back|now|please|pls|plz|immediately|asap|at once|transaction|payments?|access|quick\\w*|fast|right|cards?)\\b`,
    ),
    takes: 'freeze it back NOW',
    leaves: 'how do i freeze it',
  },
  {
    kind: 'freezes',
    when: /^(?:(?:ok|no|please|pls|plz|just|quick|quickly|now|then|hey|urgent|omg|help) )*(?:re ?)?(?:freez(?:e|ing)|block|lock(?: ?down)?|suspend|undo|reverse|revert)(?:(?: (?:please|pls|plz|now|it|asap|again|back|card|that|this))*)(?:$|[|?])/,
    takes: 'pls freeze card',
    leaves: 'blocked sink',
  },
  {
    kind: 'freezes',
    when: /(?<!\b(?:dont|do not|not|never) )\b(?:put|set|place|slap|get|turn|change|switch|make|have|want|need|keep|leave) (?:\w+ ){0,4}(?:frozen|blocked|locked|suspended|stopped|freeze|block|hold)(?: (?:on|back|again|now))?\b(?!.{0,40}\b(?:lifted|removed|off|gone|undone)\b)/,
    takes: 'put the freeze back on',
    leaves: 'I want the freeze lifted',
  },
  {
    kind: 'freezes',
    when: /\b(?:should|must|has to|have to|needs to|ought to|supposed to|better) (?:\w+ )?(?:be|stay|remain|keep) (?:\w+ )?(?:frozen|blocked|locked)\b/,
    takes: 'it should have stayed frozen, it must stay frozen',
    leaves: 'is it still frozen',
  },
  {
    kind: 'freezes',
    when: /\b(?:put|turn|change|set|switch) (?:it|that|this|my card|the card|the freeze) (?:back|off|to how)\b|\btake (?:it|that|this) back\b|\bfreeze (?:\w+ )?(?:back|again)\b|\bundo (?:it|that|this|the)\b|\brefreez\w*/,
    takes: 'put it back the way it was',
    leaves: 'put it on my bill',
  },
  {
    kind: 'asksWho',
    when: new RegExp(
      `\\b(?:who|whos|whose|whoever|whom)\\b(?! (?:do|can|should|must|shall|could|am) (?:i|we)\\b)(?: \\w+){0,4}? (?:did|done|does|do|doing|behind|responsible|${unfreezing}|request\\w*|ask\\w*|order\\w*|authori\\w*|app?rov\\w*|told|tell|allow\\w*|gave|give|has|have|had|got|access\\w*|touch\\w*|mess\\w*|us(?:ed|ing)|open\\w*|call\\w*|hack\\w*)\\b`,
    ),
    takes: 'who the hell unlocked my card',
    leaves: 'who do I call about a mortgage',
  },
  {
    kind: 'asksWho',
    when: /\b(?:who|whos|who s) (?:was|is|were) (?:it|that|this person|he|she|they|the person)\b|^(?:by )?whom?(?: tf| the hell| on earth)?\?|\bwho ?dun ?n?it\b|\bunfro\w+ by who/,
    takes: 'who was that',
    leaves: 'who was the first president',
  },
  {
    kind: 'asksWho',
    when: /\b(?:why|how come|how|what do you mean|since when|when|where|did you|did some\w*|u|you)\b(?: \w+){0,5}? (?:unfroze|unfrozen|unfreezed|unblocked|unlocked|reactivated|lifted|released)\b(?!.{0,30}\b(?:yet|soon)\b)/,
    takes: 'why was my card unfrozen',
    leaves: 'when will my card be unfrozen yet',
  },
  {
    kind: 'reports',
    when: /\b(?:police|cops?|fbi|sheriff|sos|mayday|lawyer|sue|crime|criminals?|conned|swindl\w*|thie(?:f|ves|fs)|theft|crooks?|robb\w*|burgl\w*|stol\w*|steal\w*|fraud\w*|scam(?:s|med|mer|mers|ming)?|hack\w*|phish\w*|impostors?|imposters?|impersonat\w*|identity theft|compromised|breach\w*|emergency|attack\w*|sim swap\w*|spoof\w*|extort\w*|blackmail\w*)\b/,
    takes: 'call the police',
    leaves: 'call me a taxi',
  },
  {
    kind: 'reports',
    when: /\bdisput\w+|\b(?:report|reporting) (?:this|that|it|a|an|fraud|you|them|theft|stolen|lost)\b|\b(?:lost|losing|missing|cant find|misplaced) (?:\w+ ){0,2}(?:phone|mobile|card|wallet|purse|bag|handbag|sim)\b|\b(?:phone|mobile|card|wallet|purse|bag|handbag|sim) (?:\w+ ){0,3}(?:stolen|lost|gone|missing|taken|snatched|nicked)\b/,
    takes: 'i lost my phone as well',
    leaves: 'my phone is new',
  },
  {
    kind: 'reports',
    when: /\b(?:is|are|theyre|hes|shes|was|were|they) (?:\w+ )?(?:taking|emptying|spending|draining|using|withdrawing|after|in) (?:all )?(?:my|our)\b|(?<!\b(?:i|ive|we|weve|just|never|finally|not|to) )\b(?:has|have|got|knows?|guessed|used|using) my (?:\w+ )?(?:pin|password|passcode|details|card|account|phone|id|identity|sim|number)\b|\b(?:my|our) (?:money|savings)(?: is| has| was)?(?: being| been)? (?:gone|taken|disappear\w*|vanish\w*)\b/,
    takes: 'they are taking all my money',
    leaves: 'I have my card here',
  },
  {
    kind: 'wonders',
    when: /\b(?:what|wtf|wth|wot|wat|whats|huh|omg|eh)\b(?: \w+){0,3}?(?: (?:the (?:hell|heck|fuck|f)|happen\w*|going on|goin on|is this|is that|this|that|was that|was this|message|text|sms|you talking about|have you done|card|unfr\w*))\b|^(?:wtf|wth|omg|oh no|oh my god|jesus|christ|no way|hold on|hang on|wait|seriously|excuse me|pardon|sorry)\b/,
    takes: 'what the hell is going on',
    leaves: 'what can you do',
  },
  {
    kind: 'wonders',
    when: /\b(?:which|what) card\b|\b(?:who is|who are|whos) (?:this|you|that|there|here)\b|\b(?:is|are|was) (?:this|that|it|you) (?:\w+ ){0,2}(?:real|genuine|true|legit|joke|spam|for real|mistake|error|wrong|serious)\b|\bwrong (?:number|person|customer|card)\b|\b(?:not|isnt|no) (?:my|our) (?:card|account|bank)\b|\b(?:dont|do not|havent|have no|no) (?:have|got|own)? ?(?:a|any|such|this|that) card\b|\bmistake\b|\bmust be (?:a|an|some) (?:error|mistake|mix ?up)\b/,
    takes: 'who is this',
    leaves: 'is it open on sundays',
  },
  {
    kind: 'wonders',
    when: /\b(?:havent|have not|wasnt|was not|never|nowhere)(?: been| was)?(?: anywhere)? near\b/,
    takes: 'I was nowhere near the bank',
    leaves: 'is there a branch near me',
  },
  {
    kind: 'wonders',
    when: /^what (?:web ?)?(?:chat|call|telephone call|visit)\b/,
    takes: 'what web chat?',
    leaves: 'what are the hours of the chat',
  },
  {
    kind: 'wonders',
    when: /\b(?:was|it was|must be) my (?:wife|husband|partner|son|daughter|mother|father|mum|dad)\b/,
    takes: 'it was my husband',
    leaves: 'my husband was at home',
  },
  {
    kind: 'wonders',
    when: /\bwhy (?:was|were|am|are) (?:i|we) (?:being )?asked\b/,
    takes: 'why was I asked for my passport',
    leaves: 'why do you ask',
  },
  {
    kind: 'wonders',
    when: /\b(?:im|i am|i was|was|been|my card (?:is|was)) (?:\w+ ){0,2}(?:asleep|sleeping|in bed|in (?:the )?hospital|at work|driving|abroad|on a plane|frozen for a reason|supposed to (?:be|stay) (?:frozen|blocked))\b|\b(?:scared|worried|frightened|panicking|panic|afraid|shocked|alarmed|terrified)\b|\bon purpose\b|\bnews to me\b|\bnever heard\b|\bits a con\b|\b(?:looks?|seems?|smells?|sounds?) (?:\w+ )?(?:fishy|dodgy|suspicious|wrong|odd|strange|weird|off)\b|\bsuspicious\b/,
    takes: 'I was asleep the whole night',
    leaves: 'the branch was closed',
  },
  {
    kind: 'wonders',
    when: /^(?:please |pls |someone |god )?help (?:me|us)\b|\bhelp me\b|\b(?:do|did) (?:something|sth)\b|\bstop (?:it|this|that|them|him|her)\b/,
    takes: 'please help me',
    leaves: 'how can you help',
  },
];

/** Words that read like a refusal and are none. */
export const noRefusal = /\bun(?:freez|block|lock)\w*/;
