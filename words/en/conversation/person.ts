import type { Wording } from '../../../kit/wording.ts';
import type { person as source } from '../../zh-Hans/conversation/person.ts';

export const person: Record<keyof typeof source, Wording> = {
  'person.queued': {
    text: 'I am passing you to our staff: case {{caseId}}, number {{place}} in the queue. Please stay here, they answer in this conversation and know what you have told me.',
    speech: 'I am passing you to our staff. You are number {{place}} in the queue, case {{caseId}}.',
  },
  'person.hours': 'Our staff are there {{hours}}.',
  'person.noted': 'Our staff will read what you write. To go on with me instead, say “back to the bot”.',
  'person.here':
    'A colleague is here now, and a person answers you from now on. Please send no password or document number here: if one is needed, you get a secure form for it.',
  'person.has': {
    text: 'Our staff have your case, {{caseId}}, and answer you here.',
    speech: 'Our staff have your case, {{caseId}}.',
  },
  'person.left':
    'Sorry, the colleague who wrote with you has left. You are number {{place}} in the queue again, and somebody else goes on with you here.',
  'person.stillWaiting':
    'Our staff are still busy, and you are number {{place}} in the queue. You can go on waiting, or say “call me back”.',
  'person.nobody': {
    text: 'Sorry, none of our staff are there just now. Your case {{caseId}} stays open: {{agent}}, say “call me back”, or go on with me.',
    speech:
      'Sorry, none of our staff are there just now. Your case is {{caseId}}. You can ask to be called back, or go on with me.',
  },
  'person.back':
    'I answer you again from now on. Your case {{caseId}} stays open; say “talk to a person” whenever you need one.',
  'person.closed':
    'Our staff have ended this case, {{caseId}}, and I answer you again. Is there anything else?',
  'person.authenticate':
    'Our staff ask you to verify yourself, so that the card ending {{lastFour}} can be unfrozen. They do not see what you enter.',
  'person.strayedSecret':
    'What you sent looks like a document number or a password. It is masked, and our staff cannot see it. Please do not send such things here: if one is needed, you get a secure form.',
};
