import type { Wording } from '../../../kit/wording.ts';
import type { secureLink as source } from '../../zh-Hans/conversation/secureLink.ts';

export const secureLink: Record<keyof typeof source, Wording> = {
  'secureLink.sent': {
    text: 'We are sending a link by text message to the phone that you registered with the bank. It works for 10 minutes: please open it and finish on that page. Write anything here when you are done.',
    speech: 'We are texting a link to your registered phone. Please finish there; I will wait.',
  },
  'secureLink.onItsWay': {
    text: 'A link is already on its way by text message to the phone that you registered with the bank: please open that one and finish on its page. If it does not come, it ends within 10 minutes, and then I can send another.',
    speech: 'A link is on its way to your registered phone. Please finish there; I will wait.',
  },
  'secureLink.open': {
    text: 'It is not finished on that page yet, and the card is still frozen. The message can take a minute or two. Write anything here when you are done.',
    speech: 'It is not finished on that page yet. There is no hurry.',
  },
  'secureLink.over': {
    text: 'That link has ended, and the card was not unfrozen through it. Shall I send a new one?',
    speech: 'That link has ended, and the card is still frozen.',
  },
  'secureLink.locked': {
    text: 'The information did not match several times. To protect your account, unfreezing this card is paused; the page says when you can try again. The card stays frozen, nothing else has changed. If it is urgent, {{agent}}.',
    speech: 'It did not match several times, so unfreezing this card is paused. The card stays frozen.',
  },
  'secureLink.left': {
    text: 'All right, I leave it there, and the card is still frozen. What we sent stops working by itself after its 10 minutes.',
    speech: 'All right. The card is still frozen, and the link ends by itself.',
  },
  'secureLink.tooMany': {
    text: 'I cannot send another text message for this just now; the next one can go out in about {{wait}}. If it is urgent, {{agent}}.',
    speech: 'I can send the next text message in about {{wait}}. For a person, press 0.',
  },
  'secureLink.tooManyHere': {
    text: 'I cannot send another text message for this from here just now; the next one can go out in about {{wait}}. If you write to us or call from your registered phone, it can go out sooner. If it is urgent, {{agent}}.',
    speech: 'From here the next text message can go in {{wait}}; from your registered phone, sooner.',
  },
  'secureLink.none': {
    text: 'I am sorry, no text message can be sent for this just now. Our staff can help: {{agent}}.',
    speech: 'I am sorry, no text message can be sent just now. For a person, press 0.',
  },
  'secureLink.help': {
    text: 'Our text message goes to your registered phone alone, and what you enter on the page is encrypted on your device: I cannot see it. If it does not come, ask me for a new one; you can also say “cancel” or “agent”.',
    speech: 'The text goes to your registered phone alone, and I cannot see what you enter.',
  },
  'choice.linkDone': { text: 'I have finished', speech: 'When finished' },
  'choice.newLink': { text: 'Send a new link', speech: 'For a new link' },
  'secureCode.sent': {
    text: 'We are sending a code by text message to the phone that you registered with the bank. Open the site or app of ours that you know, choose card service, and enter it there within 10 minutes. Write anything here when you are done.',
    speech:
      'We are texting a code to your registered phone. Enter it at card service in our app. I will wait.',
  },
  'secureCode.page':
    'When it has come, you can open our page from here: in this browser the first 8 digits of the code are enough.',
  'secureCode.toPage': 'Enter the code',
  'secureCode.onItsWay': {
    text: 'A code is already on its way by text message to the phone that you registered with the bank: please enter that one at card service on the site or app of ours that you know. If it does not come, it ends within 10 minutes, and then I can send another.',
    speech: 'A code is on its way to your registered phone. Enter it at card service in our app.',
  },
  'secureCode.over': {
    text: 'That code has ended, and the card was not unfrozen with it. Shall I send a new one?',
    speech: 'That code has ended, and the card is still frozen.',
  },
  'secureCode.notHere': {
    text: 'Please do not write that code here: it belongs on our own site or app alone, at card service. I have not kept it.',
    speech: 'Please do not say that code here: it belongs in our own app alone.',
  },
  'choice.newCode': { text: 'Send a new code', speech: 'For a new code' },
};
