import type { Wordings } from '../../../kit/wording.ts';

/** The words of the form that seals one item on the customer’s own device, in the chat. */
export const secureForm = {
  'form.title': '安全输入',
  'form.whySafe': '内容在您的设备上加密，只有银行的核验系统能打开，对话中不会保留。',
  'form.submit': '安全提交',
  'form.show': '显示',
  'form.hide': '隐藏',
  'form.sent': '已加密提交',
  'form.over': '此输入框已关闭',
  'form.failed': '没有送出去，请检查网络后再输入一次。',
} satisfies Wordings;
