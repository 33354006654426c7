/** Every word of the chat page that is not the bot’s. The bot’s own come with its messages. */
export const chatPage = {
  title: '银行卡服务',
  titleOfWindow: '银行卡服务 · Thawline',
  chat: '对话',
  language: '语言',
  newConversation: '新对话',
  loading: '正在连接，请稍候…',
  lost: '连接中断，正在重新连接…',
  tryAgain: '立即重试',
  over: '这次对话已结束。您可以开始新的对话。',
  elsewhere: '这次对话已在另一个窗口中打开。',
  continueHere: '在此继续',
  placeholder: '请输入您的问题',
  sending: '正在加密发送…',
  working: '正在处理，请稍候',
  unreadableForm: '安全输入框无法显示，请刷新页面后再试。',
};
