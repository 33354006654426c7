import type { Catalogue } from './message.ts';

const alike = (text: string) => ({ 'zh-Hans': { text }, 'zh-Hant': { text }, en: { text } });

/** What is said on the telephone alone: short, one thought, then the choice, the key last. */
export const telephone = {
  'language.press.putonghua': alike('普通话请按 1。'),
  'language.press.guoyu': alike('國語請按 2。'),
  'language.press.english': alike('For English, press 3.'),
  'language.press.cantonese': alike('廣東話請按 4。'),
  'telephone.press': {
    'zh-Hans': { text: '{{choice}}，请按 {{key}}。' },
    'zh-Hant': { text: '{{choice}}，請按 {{key}}。' },
    en: { text: '{{choice}}, press {{key}}.' },
  },
  'telephone.oneMoment': {
    'zh-Hans': { text: '正在为您办理，请稍等。' },
    'zh-Hant': { text: '正在為您辦理，請稍等。' },
    en: { text: 'I am working on it. One moment, please.' },
  },
  'telephone.stillWorking': {
    'zh-Hans': { text: '还在办理，请不要挂机。' },
    'zh-Hant': { text: '還在辦理，請不要掛斷。' },
    en: { text: 'Still working on it. Please stay on the line.' },
  },
  'telephone.noSuchKey': {
    'zh-Hans': { text: '没有这个按键选项。' },
    'zh-Hant': { text: '沒有這個按鍵選項。' },
    en: { text: 'That key is not one of the choices.' },
  },
  'telephone.unclear': {
    'zh-Hans': { text: '抱歉，我没有听清。也可以用按键。' },
    'zh-Hant': { text: '抱歉，我沒有聽清楚。也可以用按鍵。' },
    en: { text: 'Sorry, I did not hear that clearly. You can use the keys too.' },
  },
  'telephone.keypadOnly': {
    'zh-Hans': { text: '为了您的安全，请不要说出来，只用按键输入。刚才的内容没有使用，也没有保存。' },
    'zh-Hant': { text: '為了您的安全，請不要說出來，只用按鍵輸入。剛才的內容沒有使用，也沒有儲存。' },
    en: {
      text: 'For your safety, please do not say it aloud: use the keys. What you said was not used and not kept.',
    },
  },
  'telephone.startAgain': {
    'zh-Hans': { text: '已清除，请重新输入。' },
    'zh-Hant': { text: '已清除，請重新輸入。' },
    en: { text: 'That is erased.' },
  },
  'telephone.connecting': {
    'zh-Hans': { text: '现在为您转接工作人员，请稍等。' },
    'zh-Hant': { text: '現在為您轉接服務人員，請稍等。' },
    en: { text: 'I am putting you through to our staff. Please hold the line.' },
  },
  'telephone.nobodyThere': {
    'zh-Hans': { text: '现在没有工作人员能接听。请拨打卡片背面的客服电话，或者稍后再打来。' },
    'zh-Hant': { text: '現在沒有服務人員能接聽。請撥打卡片背面的客服電話，或稍後再打來。' },
    en: {
      text: 'Nobody can take your call just now. Please call the number on the back of your card, or call again later.',
    },
  },
  'telephone.resume': {
    'zh-Hans': { text: '您刚才来过电话，还没有办完。' },
    'zh-Hant': { text: '您剛才來過電話，還沒有辦完。' },
    en: { text: 'You called a moment ago and were not finished.' },
  },
  'telephone.resumeYes': {
    'zh-Hans': { text: '接着办理' },
    'zh-Hant': { text: '接著辦理' },
    en: { text: 'To go on where you were' },
  },
  'telephone.resumeNo': {
    'zh-Hans': { text: '从头开始' },
    'zh-Hant': { text: '從頭開始' },
    en: { text: 'To start anew' },
  },
  'telephone.trouble': {
    'zh-Hans': { text: '抱歉，我们的系统暂时出了问题。' },
    'zh-Hant': { text: '抱歉，我們的系統暫時發生問題。' },
    en: { text: 'Sorry, something went wrong on our side.' },
  },
  'telephone.goodbye': {
    'zh-Hans': { text: '感谢来电，再见。' },
    'zh-Hant': { text: '感謝來電，再見。' },
    en: { text: 'Thank you for calling. Goodbye.' },
  },
} satisfies Catalogue;
