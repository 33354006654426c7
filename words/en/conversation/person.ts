import type { Wording } from '../../../kit/wording.ts';
import type { person as source } from '../../zh-Hans/conversation/person.ts';

export const person: Record<keyof typeof source, Wording> = {
  'person.queued': {
    text: 'I am passing you to our staff: case {{caseId}}, number {{place}} in the queue. Please stay here, they answer in this conversation and know what you have told me.',
    speech: 'I am passing you to our staff. You are number {{place}} in the queue, case {{caseId}}.',
  },
  'person.hours': 'Our staff are there {{hours}}.',
  'person.hold': 'Thank you for waiting. Please stay on the line, our staff will be with you shortly.',
  'person.noted': {
    text: 'Our staff will read what you write. To go on with me instead, say “back to the bot”.',
    speech: 'Our staff will see what you say. To go on with me instead, say “back to the bot”.',
  },
  'person.here': {
    text: 'A colleague is here now, and a person answers you from now on. Please send no password or document number here: if one is needed, you get a secure form for it.',
    speech:
      'A colleague can take your call now. Please never say a password or a document number aloud: if one is needed, you key it in.',
  },
  'person.goesOn': 'Thank you. The colleague you spoke with goes on from here.',
  'person.has': {
    text: 'Our staff have your case, {{caseId}}, and answer you here.',
    speech: 'Our staff have your case, {{caseId}}.',
  },
  'person.left': {
    text: 'Sorry, the colleague who wrote with you has left. You are number {{place}} in the queue again, and somebody else goes on with you here.',
    speech:
      'Sorry, the colleague could not be reached. You are number {{place}} in the queue again. Please stay on the line.',
  },
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
  'person.authenticate': {
    text: 'Our staff ask you to verify yourself, so that the card ending {{lastFour}} can be unfrozen. They do not see what you enter.',
    speech:
      'Our staff ask you to verify yourself, so that the card ending {{lastFour}} can be unfrozen. They do not hear what you key in, and I put you back to them afterwards.',
  },
  'person.strayedSecret':
    'What you sent looks like a document number or a password. It is masked, and our staff cannot see it. Please do not send such things here: if one is needed, you get a secure form.',
};
