import type { channelNames as source } from '../zh-Hans/channelNames.ts';

export const channelNames: typeof source = {
  webChat: 'web chat',
  voice: 'telephone',
  sms: 'SMS',
  whatsApp: 'WhatsApp',
  weChat: 'WeChat',
  botFramework: 'a chat app',
  otherApp: 'a chat app',
  secureForm: 'our text message',
};
