import type { Wording } from '../../../kit/wording.ts';
import type { person as source } from '../../zh-Hans/conversation/person.ts';

export const person: Record<keyof typeof source, Wording> = {
  'person.queued': {
    text: 'I am passing you to our staff: case {{caseId}}, number {{place}} in the queue. Please stay here, they answer in this conversation and know what you have told me.',
    speech: 'You are number {{place}} in the queue. Your case is {{caseId}}.',
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
      'A colleague can take your call now. Please never say a password or document number aloud: you key it in.',
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
  'person.stillWaiting': {
    text: 'Our staff are still busy, and you are number {{place}} in the queue. You can go on waiting, or say “call me back”.',
    speech: 'Our staff are still busy. You are number {{place}} in the queue.',
  },
  'person.nobody': {
    text: 'Sorry, none of our staff are there just now. Your case {{caseId}} stays open: {{agent}}, say “call me back”, or go on with me.',
    speech: 'Sorry, none of our staff are there just now. Your case is {{caseId}}.',
  },
  'person.back': {
    text: 'I answer you again from now on. Your case {{caseId}} stays open; say “talk to a person” whenever you need one.',
    speech: 'I answer you again. Your case {{caseId}} stays open.',
  },
  'person.closed': {
    text: 'Our staff have ended this case, {{caseId}}, and I answer you again. Is there anything else?',
    speech: 'Our staff have ended this case, {{caseId}}. Anything else?',
  },
  'person.authenticate': {
    text: 'Our staff ask you to verify yourself, so that the card ending {{lastFour}} can be unfrozen. They do not see what you enter.',
    speech:
      'Our staff ask you to verify yourself, to unfreeze card {{lastFour}}. Afterwards I put you back to them.',
  },
  'person.strayedSecret': {
    text: 'What you sent looks like a document number or a password. It is masked, and our staff cannot see it. Please do not send such things here: if one is needed, you get a secure form.',
    speech: 'That sounded like a secret. It is masked; please do not say such things here.',
  },
};
