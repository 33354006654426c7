import type { Wording } from '../../../kit/wording.ts';
import type { telephone as source } from '../../zh-Hans/conversation/telephone.ts';

export const telephone: Record<keyof typeof source, Wording> = {
  'language.press.putonghua': '普通话请按 1。',
  'language.press.guoyu': '國語請按 2。',
  'language.press.english': 'For English, press 3.',
  'language.press.cantonese': '廣東話請按 4。',
  'telephone.press': { text: '{{choice}}，請按 {{key}}。', speech: '{{choice}}請按 {{key}}。' },
  'telephone.pressForPerson': '專人請按 0。',
  'telephone.oneMoment': '正在為您辦理，請稍等。',
  'telephone.stillWorking': '還在辦理，請不要掛斷。',
  'telephone.noSuchKey': { text: '沒有這個按鍵選項。', speech: '沒有這個選項。' },
  'telephone.unclear': { text: '抱歉，我沒有聽清楚。也可以用按鍵。', speech: '抱歉，我沒有聽清。' },
  'telephone.keypadOnly': {
    text: '為了您的安全，請不要說出來，只用按鍵輸入。剛才的內容沒有使用，也沒有儲存。',
    speech: '請不要說出來，用按鍵輸入。剛才的沒有儲存。',
  },
  'telephone.startAgain': '已清除，請重新輸入。',
  'telephone.connecting': '正在為您轉接，請稍等。',
  'telephone.nobodyThere': {
    text: '現在沒有服務人員能接聽。請撥打卡片背面的客服電話，或稍後再打來。',
    speech: '現在沒有人能接聽，請撥打卡背面的客服電話。',
  },
  'telephone.resume': '您剛才來過電話，還沒有辦完。',
  'telephone.resumeYes': '接著辦理',
  'telephone.resumeNo': '從頭開始',
  'telephone.trouble': '抱歉，我們的系統暫時發生問題。',
  'telephone.goodbye': '感謝來電，再見。',
};
