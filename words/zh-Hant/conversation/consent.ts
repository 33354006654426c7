import type { Wording } from '../../../kit/wording.ts';
import type { consent as source } from '../../zh-Hans/conversation/consent.ts';

export const consent: Record<keyof typeof source, Wording> = {
  'consent.ask': {
    text: '輸入前需要您單獨同意：您輸入的內容只用於核實您本人並解凍這張卡，加密傳輸，核對後不保留；核對過這一事實及其結果，依法律規定的期限保存。隱私聲明見本行網站或 App 的「隱私」。您同意嗎？',
    speech: '您輸入的內容只用於核實您本人，核對後不保留，詳見隱私聲明。您同意嗎？',
  },
  'consent.again': { text: '請回答是否同意：同意，或不同意。', speech: '請說同意，或不同意。' },
  'consent.help': {
    text: '證件號碼和交易密碼屬於敏感個人資料，法律要求先徵得您單獨同意。不同意的，可以由服務人員辦理，卡片保持凍結。',
    speech: '法律要求先徵得您同意。不同意的，可以由服務人員辦理。',
  },
  'consent.offerAgent': '也可以由服務人員為您辦理。',
  'consent.declined': '好的，沒有輸入任何內容，卡片仍然凍結。由服務人員為您辦理。',
  'choice.consent': '同意',
  'choice.noConsent': '不同意',
};
