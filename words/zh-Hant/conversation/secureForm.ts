import type { Wording } from '../../../kit/wording.ts';
import type { secureForm as source } from '../../zh-Hans/conversation/secureForm.ts';

export const secureForm: Record<keyof typeof source, Wording> = {
  'form.title': '安全輸入',
  'form.whySafe': '內容在您的裝置上加密，只有銀行的核驗系統能打開，對話中不會保留。',
  'form.submit': '安全提交',
  'form.show': '顯示',
  'form.hide': '隱藏',
  'form.sent': '已加密提交',
  'form.over': '此輸入框已關閉',
  'form.failed': '沒有送出去，請檢查網路後再輸入一次。',
};
