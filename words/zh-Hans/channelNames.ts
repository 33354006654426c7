/** How the customer knows each channel, after “by” and its like. */
export const channelNames = {
  webChat: '网上对话',
  voice: '电话',
  sms: '短信',
  whatsApp: 'WhatsApp',
  weChat: '微信',
  botFramework: '聊天应用',
  otherApp: '聊天应用',
  secureForm: '短信办理',
};
