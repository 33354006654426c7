import type { Concept } from '../../zh-Hans/heard/concepts.ts';

/** Things that many words stand for. */
export const concepts: Readonly<Record<Concept, RegExp>> = {
  unfreezing:
    /\b(un|re)(freez|fr[oe]z|block|lock|activat|enabl|instat|restrict|suspend|hold)\w*|\b(lift|remov|releas|restor|undo|end)\w* (\w+ ){0,3}(freeze|block|hold|restriction|suspension|lock|limit|control|card)s?\b|\b(take|get) (\w+ ){0,2}(block|hold|freeze|lock|restriction) (off|removed|lifted)|\b(defrost|jiedong|jiesuo)\w*|\b(turn|switch)\w* (\w+ ){0,3}back on\b|\bcancel (\w+ )?(freeze|block|hold|lock)\b/,
  wrongPassword:
    /\b(wrong|incorrect|mistyp\w*|bad) (\w+ ){0,2}(pin|password|passcode|code)s?\b|\b(pin|password|passcode|code) (\w+ ){0,3}(wrong|incorrect\w*)/,
  lost: /\b(lost|lose|losing|lsot|missing|misplaced?|dropped|disappeared|vanished|swallowed|ate|mislaid)\b|\b(cant|cannot|can not|couldnt) (\w+ ){0,2}(find|locate)\b/,
  stolen:
    /\b(stolen|stole|steal\w*|stolne|theft|thief|thieves|robbed|robbery|mugged|pickpocket\w*|nicked|snatched|burgl\w*)\b/,
  fraud:
    /\b(fraud\w*|scam\w*|hack\w*|phish\w*|skimm\w*|cloned?|unauthori[sz]ed|suspicious|compromised|leaked)\b|\bnot (mine|me|by me)\b|\bwasnt me\b|\b(didnt|did not|never) (\w+ )?(make|made|do|did|buy|bought|authori[sz]\w*|recogni[sz]\w*)\b|\b(dont|do not) recogni[sz]e\b/,
  freezeWish:
    /\b(freeze|block|lock|suspend|deactivate|disable|pause|stop|ice|bar|cancel|kill|shut) (down |off )?(my|the|this|that|a|it|all|everything)\b|\b(put|slap|place|set) (a |the )?(freeze|block|hold|lock|stop)|\b(get|have|want|need) (my |the |this )?(card |it )?(to be )?(frozen|blocked|locked|stopped)/,
  frozenState:
    /\b(is|are|got|been|was|be|gets?|getting|am|stays?|still|says?|now|its|already|kena) (\w+ )?(frozen|frzn|froze|blocked|locked|suspended|restricted|disabled|deactivated|declined|rejected|refused|inactive|held|greyed out|grayed out)\b|\b(frozen|declined|rejected|refused|greyed|grayed|inactive)\b/,
  freezing: /\b(re)?(freez\w*|block|lock|suspend|deactivate|disable|pause)\b|\bhold\b/,
  how: /\b(how|hw|steps?|procedure|process|requirements?|instructions?|instruct|inform|advise|guide|explain|teach)\b|\btell me (the way|about)\b/,
  needed: /\bneed(ed)?\b|\brequired?\b|\bhave to\b|\bmust\b|\bdocuments?\b/,
  when: /\bwhen\b|\bhow long\b|\bhow fast\b/,
  why: /\bwhy\b|\bhow come\b|\bwhat for\b/,
  who: /\b(who|whom|someone|somebody|anyone|anybody)\b/,
  meaning: /\bmean(s|t|ing)?\b|\bdifference\b|\bdefin\w+|\btranslate\b|\bspell\b/,
  not: /\b(no|not|dont|do not|never|cant|didnt|wont|stop|without)\b/,
  person:
    /\b(agent|human|person|people|operator|representative|staff|manager|supervisor|adviser|clerk|somebody real)\b/,
  language: /\b(english|chinese|cantonese|mandarin|language|putonghua)\b/,
  secret: /\b(id|ids|passport|pin|password|passcode|identity)\b/,
  safe: /\b(safe|secure|trust|legit|privacy|private|protected)\b/,
  card: /\b(cards?|crad|ka|debit|credit)\b/,
  again: /\bagain\b|\bonce more\b|\bone more\b/,
  request: /\b(please|pls|plz|plz|want|need|like|can you|could you|can u|kindly|help)\b/,
};
