// Read on words as they were typed, in simplified characters (see `typedWords`).

/** Words that ask to go on in another channel. */
export const moving =
  /(换|改|用|到|去|在|转).{0,6}(渠道|管道|网页|网上|线上|电话|手机|电脑|短信|简讯|whatsapp|设备|装置|别处|其他地方).{0,4}(继续|接着|接著|办|完成)|换(个|一个)?(渠道|管道|设备|装置)/i;

/** Words that ask for a code to go on with. */
export const wantingCode = /(给|要|发|再|取).{0,6}(续办码|代码)|^续办码[。！!]?$/i;

/** Words of a customer who has a code. */
export const havingCode = /(有|输入|使用).{0,4}(续办码|代码)/i;

/** Words for something else, or for a refusal. */
export const refusing = /用卡|刷卡|付款|支付|购物|转账|转帐|不要|不想|不用|别|没|未|收到|诈|骗|二维码/i;
