import type { channelNames as source } from '../zh-Hans/channelNames.ts';

export const channelNames: typeof source = {
  webChat: '線上對話',
  voice: '電話',
  sms: '簡訊',
  whatsApp: 'WhatsApp',
  weChat: '微信',
  botFramework: '聊天應用程式',
  otherApp: '聊天應用程式',
  secureForm: '簡訊辦理',
};
