import type { Wording } from '../../../kit/wording.ts';
import type { messaging as source } from '../../zh-Hans/conversation/messaging.ts';

export const messaging: Record<keyof typeof source, Wording> = {
  'message.replyWithNumber': 'Reply with a number:',
  'message.orReply': 'Or reply with:',
  'message.staysOnPhone': 'Your reply stays on your phone: please delete it after sending.',
  'message.removed':
    'Your last message is being blanked at our provider, but it stays on your phone: please delete it there.',
  'message.about':
    'This is your bank’s card assistant. For a person, {{agent}}. Reply STOP for no more messages, START to begin again.',
  'message.trouble':
    'Sorry, something went wrong on our side. Please send that again in a moment; if it is urgent, {{agent}}. Our reference for this is {{reference}}.',
};
