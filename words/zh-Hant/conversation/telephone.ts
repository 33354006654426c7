import type { Wording } from '../../../kit/wording.ts';
import type { telephone as source } from '../../zh-Hans/conversation/telephone.ts';

export const telephone: Record<keyof typeof source, Wording> = {
  'language.press.putonghua': '普通话请按 1。',
  'language.press.guoyu': '國語請按 2。',
  'language.press.english': 'For English, press 3.',
  'language.press.cantonese': '廣東話請按 4。',
  'telephone.press': '{{choice}}，請按 {{key}}。',
  'telephone.oneMoment': '正在為您辦理，請稍等。',
  'telephone.stillWorking': '還在辦理，請不要掛斷。',
  'telephone.noSuchKey': '沒有這個按鍵選項。',
  'telephone.unclear': '抱歉，我沒有聽清楚。也可以用按鍵。',
  'telephone.keypadOnly': '為了您的安全，請不要說出來，只用按鍵輸入。剛才的內容沒有使用，也沒有儲存。',
  'telephone.startAgain': '已清除，請重新輸入。',
  'telephone.connecting': '現在為您轉接服務人員，請稍等。',
  'telephone.nobodyThere': '現在沒有服務人員能接聽。請撥打卡片背面的客服電話，或稍後再打來。',
  'telephone.resume': '您剛才來過電話，還沒有辦完。',
  'telephone.resumeYes': '接著辦理',
  'telephone.resumeNo': '從頭開始',
  'telephone.trouble': '抱歉，我們的系統暫時發生問題。',
  'telephone.goodbye': '感謝來電，再見。',
};
