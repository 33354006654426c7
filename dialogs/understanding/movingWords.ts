import { longestWish, typedWords } from './typedWords.ts';

const place =
  /(web(\s?(site|page|chat))?|internet|online|(tele)?phone|mobile|computer|laptop|tablet|whatsapp|sms|text|browser|app|(another|other|different) (device|channel|place|way))/;
const moving = new RegExp(
  `\\b(continue|go on|carry on|finish|resume|proceed)\\b.{0,30}\\b(on|by|over|via|through|from|to|in|with|using|at)\\b.{0,15}\\b${place.source}\\b|\\b(switch|move|change)( over)? to\\b.{0,15}\\b${place.source}\\b|` +
    '\\b(continue|go on|carry on|finish|resume|proceed)( this| it)? (elsewhere|online)\\b|' +
    '(换|換|改|用|到|去|在|转|轉).{0,6}(渠道|管道|网页|網頁|网上|網上|线上|線上|电话|電話|手机|手機|电脑|電腦|短信|簡訊|whatsapp|设备|設備|装置|裝置|别处|別處|其他地方).{0,4}(继续|繼續|接着|接著|办|辦|完成)|' +
    '(换|換)(个|個|一个|一個)?(渠道|管道|设备|設備|装置|裝置)',
  'i',
);
const wantingCode =
  /\b(give|send|get|tell|need|want|another|new|a)\b.{0,20}\bcode\b|^(the )?code( please)?\W*$|(给|給|要|发|發|再|取).{0,6}(续办码|續辦碼|代码|代碼)|^(续办码|續辦碼)[。！!]?$/i;
const havingCode =
  /\bi('ve| have)?( got| have)? (a|the|my) code\b|\b(enter|use|type|key in) (a|the|my) code\b|(有|输入|輸入|使用).{0,4}(续办码|續辦碼|代码|代碼)/i;
const refusing =
  /\b(not|don'?t|no|never|didn'?t|haven'?t|received|strange|scam|fake|qr|zip|post|(use|using) (my|the|this) card|pay\w*|shop\w*|buy\w*|purchas\w*|transfer\w*)\b|用卡|刷卡|付款|支付|购物|購物|转账|轉帳|不要|不想|不用|别|別|没|沒|未|收到|诈|詐|骗|騙|二维码|二維碼/i;

/** Whether the customer wants to go on in another channel, or a code for it. Asked only where a case is open. */
export function wantsToMove(text: string): boolean {
  const plain = typedWords(text, longestWish);
  return (
    (moving.test(plain) || (wantingCode.test(plain) && !havingCode.test(plain))) && !refusing.test(plain)
  );
}

/** Whether they say that they have a code, without giving it. */
export function hasCode(text: string): boolean {
  const plain = typedWords(text, longestWish);
  return havingCode.test(plain) && !refusing.test(plain);
}
