/** What stands on the button and around the frame on a bank’s page. */
export const embed = {
  chat: '{{service}}',
  open: '卡片用不了？',
  close: '关闭对话',
  failed: '对话无法在此页面显示，请点这里在新窗口中打开。',
};
