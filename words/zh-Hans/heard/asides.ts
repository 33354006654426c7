// Read on words as they were typed, in simplified characters (see `typedWords`).

/** What customers ask in the middle of something else, and what is answered without leaving it. */
export type Aside =
  | 'howLong'
  | 'isItSafe'
  | 'whatNeeded'
  | 'where'
  | 'whichDocument'
  | 'forgotten'
  | 'whatFrozenMeans';

export const asides: Readonly<Record<Aside, RegExp>> = {
  forgotten:
    /(忘了|忘记|不记得|记不住|重置).{0,8}(密码|证件)|密码.{0,4}(忘了|忘记|不记得|记不住|唔记得)|唔记得/i,
  howLong: /多久|多长时间|几分钟|多耐|什么时候(能|可以)/i,
  isItSafe: /安全(吗|么)|(是否|会不会|是不是).{0,6}(安全|泄露|外泄)|靠谱吗|可靠吗|安唔安全/i,
  whichDocument: /(什么|哪种|哪个|哪些)(证件)|(可以|能)用(护照|通行证|回乡证|台胞证)/i,
  where: /(在哪|哪里|哪儿|边度).{0,6}(找|看|查|有|印|睇)?/i,
  whatNeeded: /需要(准备)?(什么|哪些|甚么)|要准备(什么|哪些|甚么)|使咩/i,
  whatFrozenMeans: /(冻结|解冻).{0,4}(是什么|什么意思|咩意思)|什么(是|叫)(冻结|解冻)/i,
};

/** Words for another card than the one that was named. */
export const otherCard =
  /(另|换)(外)?(一|1)?(张|只|个)(卡)?|(不是|唔系)(这|呢)(张|只)|别的卡|其他(的)?卡|(卡|卡号|号码)(错|弄错|输错|打错)了?|错(卡|了卡|咗卡)/i;

/** Where something of the bank's is. */
export const places = /网点|分行|支行|营业厅|取款机|提款机|柜台/;
