import { longestUtterance } from '../../kit/customerText.ts';
import { typedWords } from './typedWords.ts';

/** What customers ask in the middle of something else, and what is answered without leaving it. */
export type Aside =
  | 'howLong'
  | 'isItSafe'
  | 'whatNeeded'
  | 'where'
  | 'whichDocument'
  | 'forgotten'
  | 'whatFrozenMeans';

const asides: readonly { aside: Aside; when: RegExp }[] = [
  {
    aside: 'forgotten',
    when: /\b(forgot(ten)?|(don'?t|do not|can'?t) (remember|know)|reset)\b.{0,500}\b(password|pin|number|it|document|id)\b|(忘了|忘记|忘記|不记得|不記得|记不住|記不住|重置).{0,8}(密码|密碼|证件|證件)|(密码|密碼).{0,4}(忘了|忘记|忘記|不记得|不記得|记不住|記不住|唔記得)|唔記得/i,
  },
  {
    aside: 'howLong',
    when: /\bhow (long|much time|many minutes)\b|\bwhen (will|can|does)\b.{0,500}\b(work|use|done|ready)\b|多久|多长时间|多長時間|几分钟|幾分鐘|多耐|什么时候(能|可以)|什麼時候(能|可以)/i,
  },
  {
    aside: 'isItSafe',
    when: /\b(is|are) (it|this|that|you|they)\b.{0,500}\b(safe|secure|legit|real|encrypted)\b|\bcan i trust\b|\bwho (can|will) see\b|安全(吗|嗎|么|麼)|(是否|会不会|會不會|是不是).{0,6}(安全|泄露|洩露|外洩)|靠谱吗|可靠(吗|嗎)|安唔安全/i,
  },
  {
    aside: 'whichDocument',
    when: /\b(which|what)( kind of| type of)? (identity )?(document|id|passport)\b|\b(can|may) i use\b.{0,500}\b(passport|permit|id)\b|(什么|什麼|哪种|哪種|哪个|哪個|哪些)(证件|證件)|(可以|能)用(护照|護照|通行证|通行證|回乡证|台胞证|臺胞證)/i,
  },
  {
    aside: 'where',
    when: /\bwhere\b.{0,500}\b(find|is|are|see|look|get|printed)\b|(在哪|哪里|哪裡|哪儿|边度|邊度).{0,6}(找|看|查|有|印|睇)?/i,
  },
  {
    aside: 'whatNeeded',
    when: /\bwhat (do|will|would|should) (i|you) (need|require|have to)\b|需要(准备|準備)?(什么|什麼|哪些|甚麼)|要(准备|準備)(什么|什麼|哪些|甚麼)|使咩/i,
  },
  {
    aside: 'whatFrozenMeans',
    when: /\bwhat (does|is|do)\b.{0,500}\b(frozen|freeze|freezing|unfreez\w*)\b|(冻结|凍結|解冻|解凍).{0,4}(是什么|是什麼|什么意思|什麼意思|咩意思)|什么(是|叫)(冻结|解冻)|什麼(是|叫)(凍結|解凍)/i,
  },
];

const otherCard =
  /\b(wrong|other|another|different|second) (one|card)\b|\bnot (that|this)( card| one)\b|(另|换|換)(外)?(一|1)?(张|張|只|隻|个|個)(卡)?|(不是|唔係)(这|這|呢)(张|張|只|隻)|别的卡|別的卡|其他(的)?卡|(卡|卡号|卡號|号码|號碼)(错|錯|弄错|弄錯|输错|輸錯|打错|打錯)了?|(错|錯)(卡|了卡|咗卡)/i;

/** The question beside the matter that this is, if any; digits have been masked before. */
export function asideIn(text: string): Aside | undefined {
  const words = typedWords(text, longestUtterance);
  return asides.find(({ when }) => when.test(words))?.aside;
}

/** Whether the customer means another card than the one that was named. */
export function meansOtherCard(text: string): boolean {
  return otherCard.test(typedWords(text, longestUtterance));
}
