import { longestWish, typedWords } from './typedWords.ts';
import { yesIn } from './yes.ts';

const wanting =
  /\b(send|text|mail|get|give|want|need|use|have|with|by|through|via)\b.{0,40}\blink\b|^(a |the )?link( please)?\W*$|\blink (instead|please)\b|(发|發|传|傳|寄|给|給|要|用|换成|換成|通过|透過|改用).{0,8}(链接|鏈接|連結)|^(链接|鏈接|連結)[。！!]?$/i;
/** The same where a text is named and not what stands in it: the bank says so, since some countries forbid the link. */
const wantingText =
  /^(please )?(just )?(text me|send me (a|the) (text|sms|text message))( please| instead| now)*\W*$|^(请|請)?(发|發|传|傳)(一条|一條|一則)?(短信|簡訊)(给|給)我(办理|辦理)?[。！!]?$/i;
const refusing =
  /\b(not|don'?t|no|never|didn'?t|haven'?t|clicked|received|strange|scam|fake|phishing)\b|不要|不想|不用|别|別|没|沒|未|收到|点了|點了|诈|詐|骗|騙/i;
const plainly =
  /\b((can|could|would|will) you |just )?((send|text|mail|give|get) (me )?|(i )?(want|need|would like|d like) |use |with |by |via |through )?(a|the)? ?link( instead)?\b|(我)?(要|想要|改|就)?(发|發|传|傳|寄|给|給|用|要|换成|換成|通过|透過)?(我)?(一)?(个|個|条|條)?(链接|鏈接|連結)(发|發|给|給|传|傳|寄)?(给|給)?(我)?/i;
const missing =
  /\b(didn'?t|did not|haven'?t|have not|never|no|not)\b.{0,30}\b(link|sms|text|message)\b|(没|沒|未|冇).{0,4}(收到|看到|来|來|到).{0,6}(链接|鏈接|連結|短信|簡訊|信息|訊息)?/i;

/** Whether the customer wants a link to the secure form. Who tells of a link that they got, or refuses one, does not. */
export function wantsLink(text: string): boolean {
  const plain = typedWords(text, longestWish);
  return wantingText.test(plain.trim()) || (wanting.test(plain) && !refusing.test(plain));
}

/** Whether nothing but a link and a yes is in the words, so that they are an answer and no story. */
export function isPlainLinkWish(text: string): boolean {
  const plain = typedWords(text, longestWish);
  if (wantingText.test(plain.trim())) return true;
  return plain.search(plainly) >= 0 && yesIn(plain.replace(plainly, ' ')) !== undefined;
}

/** Whether they say that a link has not come. Asked only of who waits for one. */
export function missesLink(text: string): boolean {
  return missing.test(typedWords(text, longestWish));
}
