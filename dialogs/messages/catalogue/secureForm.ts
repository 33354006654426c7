import type { Catalogue } from './message.ts';

/** The words of the form that seals one item on the customer's own device. */
export const secureForm = {
  'form.title': {
    'zh-Hans': { text: '安全输入' },
    'zh-Hant': { text: '安全輸入' },
    en: { text: 'Secure entry' },
  },
  'form.whySafe': {
    'zh-Hans': { text: '内容在您的设备上加密，只有银行的核验系统能打开，对话中不会保留。' },
    'zh-Hant': { text: '內容在您的裝置上加密，只有銀行的核驗系統能打開，對話中不會保留。' },
    en: {
      text: 'It is encrypted on your device, only the bank’s verification system can open it, and the chat does not keep it.',
    },
  },
  'form.submit': {
    'zh-Hans': { text: '安全提交' },
    'zh-Hant': { text: '安全提交' },
    en: { text: 'Send securely' },
  },
  'form.show': {
    'zh-Hans': { text: '显示' },
    'zh-Hant': { text: '顯示' },
    en: { text: 'Show' },
  },
  'form.hide': {
    'zh-Hans': { text: '隐藏' },
    'zh-Hant': { text: '隱藏' },
    en: { text: 'Hide' },
  },
  'form.sent': {
    'zh-Hans': { text: '已加密提交' },
    'zh-Hant': { text: '已加密提交' },
    en: { text: 'Sent, encrypted' },
  },
  'form.over': {
    'zh-Hans': { text: '此输入框已关闭' },
    'zh-Hant': { text: '此輸入框已關閉' },
    en: { text: 'This form is closed' },
  },
  'form.failed': {
    'zh-Hans': { text: '没有送出去，请检查网络后再输入一次。' },
    'zh-Hant': { text: '沒有送出去，請檢查網路後再輸入一次。' },
    en: { text: 'It could not be sent. Please check your connection and enter it again.' },
  },
} satisfies Catalogue;
