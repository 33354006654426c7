import type { secureForm as source } from '../zh-Hans/secureForm.ts';

export const secureForm: typeof source = {
  shell: {
    service: '{{service}}',
    title: 'Unfreeze your card',
    loading: 'One moment please…',
    failed: 'The page could not be loaded. Please check your connection.',
    tryAgain: 'Try again',
    language: 'Language',
  },
  entry: {
    title: 'Enter the code from our text message',
    about: 'Enter it on this page alone. Nobody from {{bank}} ever asks you for this code.',
    label: 'Code',
    hint: '13 digits in three groups, from our newest text message.',
    hintHere:
      'In this browser the first 8 of its 13 digits are enough. A code works once, and for 10 minutes.',
    submit: 'Continue',
    sending: 'Checking…',
    failed: 'It could not be sent. Please check your connection and try again.',
    problems: {
      empty: 'Please enter the code.',
      letters: 'A code has digits only. Please check.',
      length: 'A code has 13 digits, and this has {{count}}. Please check.',
      lengthHere: 'Please enter the first 8 digits of the code, or all 13. This has {{count}}.',
      cardNumber: 'This looks like a card number. Please enter the code from our text message.',
    },
    unknown:
      'We do not know this code. Please compare it with our text message, digit by digit. A code for unfreezing works for 10 minutes, and one from a notice for 72 hours.',
    over: 'This code has ended: a code works for 10 minutes. Please ask for a new one where you began, or {{call}}.',
    used: 'This code was entered already, and a code works once. If that was not you, {{call}} now. If it was, ask for a new one.',
    thirteen: 'Please enter all 13 digits of the code.',
    ended:
      'That was wrong five times, and what was begun has ended. Please ask for a new code where you began, or {{call}}.',
    tooMany: 'Too many wrong codes came from your network. Please wait 10 minutes, or {{call}}.',
  },
  notice: {
    title: 'Card ending {{lastFour}} was unfrozen',
    text: 'On {{at}}, by {{channel}}. If that was not you, freeze the card again here. This code can do nothing else.',
    freeze: 'Freeze it again now',
    itWasMe: 'It was me',
    failed: 'It could not be sent. Please check your connection and try again.',
    wasMe: {
      title: 'Thank you. Nothing was changed',
      text: 'If you are in doubt later, enter the code again within 72 hours, or {{call}}.',
    },
    frozenAgain: {
      title: 'The card is frozen again',
      text: 'Our staff have a case for it and will call you. If it is urgent, {{call}}.',
    },
    freezing: {
      title: 'The card is being frozen',
      text: 'That takes a moment, and you need do nothing more. Our staff have a case for it and will call you. If it is urgent, {{call}}.',
    },
  },
  open: {
    about: 'Card ending {{lastFour}}',
    asked: 'Asked for by {{channel}} on {{at}}. This page works until {{until}}.',
    whySafe:
      'What you enter is encrypted on this device, and only the bank’s verification system can open it.',
    submit: 'Send securely',
    sending: 'Encrypting and checking…',
    show: 'Show',
    hide: 'Hide',
    notMe: 'This was not me',
    notMeHint: 'You did not ask for this? Then stop it here. Nothing will be unfrozen.',
    again: 'That did not arrive safely and was not used. Please enter it once more.',
    failed: 'It could not be sent. Please check your connection. You need not type it again.',
    sendAgain: 'Send again',
    tries: 'Tries left: {{count}}',
  },
  consent: {
    text: 'Before you enter anything we need your consent: we use what you enter here only to check that you are you and to unfreeze this card. It is sent encrypted, compared and not kept; that it was compared, and with what outcome, is kept as long as the law demands. Our privacy notice stands under “Privacy” on our site and in our app.',
    agree: 'I agree',
    decline: 'I do not agree',
    declined: {
      title: 'Then our staff will help you',
      text: 'Nothing was entered, and the card stays frozen. To unfreeze it with a person, {{call}}.',
    },
  },
  why: 'Why it is frozen: {{reasons}}.',
  reasons: {
    transactionPasswordErrors: 'the transaction password was entered wrongly several times',
    abnormalTransaction: 'an unusual transaction made us stop it for safety',
    customerRequest: 'you asked us to freeze it for a while',
    dormant: 'it was not used for a long time',
    identityDocumentExpired: 'the identity document that we have on file has expired',
  },
  items: {
    identityDocument: {
      label: 'Identity document number',
      hint: '18 characters on a resident identity card, or the document you have on file',
      problems: {
        empty: 'Please enter the document number.',
        length: 'An ID number has 18 characters, and this has {{count}}. Please check.',
        characters: 'An ID number has digits only, and the last may be X.',
        birthDate: 'The birth date in the middle of the number is not a real date. Please check.',
        checkCharacter: 'The last character does not fit the others. Please check.',
        lettered:
          'That does not look like a document number. Please give it with its letters, as it stands on the document.',
        telephone: 'This looks like a telephone number. Please check.',
        cardNumber: 'This looks like a card number. Please check.',
      },
    },
    transactionPassword: {
      label: 'Transaction password',
      hint: 'The {{passwordDigits}} digits that you use for payments and withdrawals',
      problems: {
        empty: 'Please enter the transaction password.',
        length: 'The transaction password has {{passwordDigits}} digits, and this has {{count}}.',
        notDigits: 'The transaction password is digits only, {{passwordDigits}} of them.',
        telephone: 'This looks like a telephone number. Please check.',
        cardNumber: 'This looks like a card number. Please check.',
      },
    },
  },
  call: {
    byPhone: 'call {{phone}}',
    byCard: 'call the number on the back of your card',
  },
  notAccepted:
    'Those details do not match what the bank has on file, and the card is still frozen. Tries left: {{count}}. Please check carefully.',
  tooSoon:
    'To protect your account there has to be a short pause between tries. What you entered is sent by itself in {{seconds}} s.',
  unfrozen: {
    title: 'Your card ending {{lastFour}} is unfrozen',
    text: 'It can be used now. You can close this page and go back to your conversation.',
  },
  matched: {
    title: 'Thank you, that all matches',
    text: 'The card is not unfrozen yet: our staff go on from here. You can close this page and go back to your conversation.',
  },
  locked: {
    title: 'Unfreezing here is paused',
    until:
      'The information did not match several times. To protect your account, you can try again after {{until}}. The card stays frozen, nothing else has changed. If it is urgent, {{call}}.',
    untilReleased:
      'The information did not match many times. To protect your account, our staff must speak with you first: {{call}}. The card stays frozen, nothing else has changed.',
  },
  agent: {
    title: 'Our staff must help with this card',
    text: 'It is frozen, and this kind of freeze cannot be lifted here. Please {{call}}.',
  },
  branch: {
    title: 'A branch must help with this card',
    text: 'It is frozen, and this kind of freeze cannot be lifted here. Please visit a branch with your identity document and the card.',
  },
  notYet: {
    title: 'Not by this way yet',
    text: 'The card was frozen, or a phone number or password that protects it changed, a short time ago, and we wait for a while after that. Try again after {{until}}, or {{call}}.',
  },
  gone: {
    title: 'This link does not work any more',
    text: 'A link works once, and for 10 minutes. Ask for a new one in the conversation where you began, or {{call}}.',
  },
  goneCode: {
    title: 'This code has ended',
    text: 'A code works once, and for 10 minutes. Ask for a new one in the conversation where you began, or {{call}}.',
  },
  denied: {
    title: 'Stopped. Nothing was unfrozen',
    text: 'What was begun has ended, and so has every link and code for this card. Somebody may know your card number: give nobody a password, a code or a link. If you are worried, {{call}}.',
  },
};
