import type { Wording } from '../../../kit/wording.ts';
import type { report as source } from '../../zh-Hans/conversation/report.ts';

export const report: Record<keyof typeof source, Wording> = {
  'report.cardNamed': {
    text: 'Thank you. I have added the card ending {{lastFour}} to case {{caseId}}, where our staff can see it. I will not unfreeze it until you tell me that it has been found.',
    speech: 'Card {{lastFour}} is in your case now, {{caseId}}.',
  },
  'report.cardFrozen': {
    text: 'The card ending {{lastFour}} is frozen now, and stands in case {{caseId}}, where our staff can see it. I will not unfreeze it until you tell me that it has been found.',
    speech: 'Card {{lastFour}} is frozen now. Your case is {{caseId}}.',
  },
  'report.cardNumberProblem': {
    text: 'That card number does not look right: a digit may be missing or wrong, so I have not added it to case {{caseId}}. Please give it to me once more.',
    speech: 'That card number does not sound right. Please say it once more.',
  },
  'report.stands': {
    text: 'You have reported a card lost, stolen or to be frozen (case {{caseId}}), so I will not unfreeze any card for now. You can give me its number, and I will add it to the case. If you have found the card, say “I found my card”.',
    speech: 'You reported a loss, so I cannot unfreeze cards.',
  },
  'report.cardFound': {
    text: 'Good to hear. I have noted in case {{caseId}} that the card has been found, and can help you with your cards as usual. What would you like to do?',
    speech: 'Good, I have noted that it was found.',
  },
  'report.cardFoundAndNamed': {
    text: 'Good to hear. I have noted in case {{caseId}} that the card has been found, and will now check the card ending {{lastFour}}.',
    speech: 'Good. I will now check the card ending {{lastFour}}.',
  },
  'report.isItOne': {
    text: 'Just to be sure: are you reporting a card lost, stolen or misused, or asking us to freeze one? If so, I stop at once and pass it to our staff. If not, we carry on.',
    speech: 'Are you reporting a card lost, stolen or misused?',
  },
  'report.isItOneHelp': {
    text: 'After a report I unfreeze nothing until you tell me that the card has been found. That is why I ask first.',
    speech: 'After a report I unfreeze nothing until the card is found.',
  },
  'freezing.which': {
    text: 'I can freeze it now: what are the last four digits of the card? If you do not have them, {{agent}} at once.',
    speech: 'I can freeze it now. Please key in the card’s last four digits, then hash.',
  },
  'freezing.again': {
    text: 'Please give me the last four digits of the card, and I freeze it at once. If you do not have them, say “no”.',
    speech: 'Please key in the last four digits of the card, then hash.',
  },
  'freezing.help': {
    text: 'From the phone that the bank has on file for you, the last four digits of a card are enough to freeze it. They stand on your statements and in the app. Unfreezing it later takes more.',
    speech: 'The last four digits are enough to freeze a card from your own phone.',
  },
  'freezing.offerAgent': {
    text: 'Our staff can freeze it for you too: {{agent}}.',
    speech: 'Our staff can freeze it for you too. Press 0, then hash.',
  },
  'freezing.frozen': {
    text: 'The card ending {{lastFour}} is frozen: nobody can pay with it now.',
    speech: 'The card ending {{lastFour}} is frozen now.',
  },
  'freezing.freezing': {
    text: 'Freezing the card ending {{lastFour}} takes longer than it should; I keep trying until it is done. To be safe, {{agent}} now.',
    speech: 'Freezing the card ending {{lastFour}} takes longer than it should. I keep trying.',
  },
  'freezing.noted': {
    text: 'Our staff have it as case {{caseId}}. If the card is lost or stolen, or payments are not yours, {{agent}} and name the case. Once you have it back, say “I found my card”.',
    speech: 'Your case is {{caseId}}.',
  },
  'freezing.notHere': {
    text: 'I could not freeze it from here, so please do not wait: {{agent}} now.',
    speech: 'I could not freeze it from here. Our staff must do that now.',
  },
};
