import type { notices as source } from '../zh-Hans/notices.ts';

export const notices: typeof source = {
  call: {
    byPhone: 'call {{phone}}',
    byCard: 'call the number on your card',
  },
  signed: '{{short}}: {{text}}',
  signedInBrackets: '【{{short}}】{{text}}',
  unanswered: '{{text}} This message cannot be answered.',
  unfreezeReceipt:
    'Your card ending {{lastFour}} was unfrozen on {{at}} by {{channel}}. If that was not you, reply NOT ME or {{call}} now.',
  unfreezeReceiptByCode:
    'Your card ending {{lastFour}} was unfrozen on {{at}} by {{channel}}. If that was not you, enter {{code}} at card service on the site or app of ours that you know, or {{call}} now.',
  attemptsFailed:
    'Wrong details were given for your card ending {{lastFour}} by {{channel}}, last on {{at}}. The card stays frozen. If it was you, there is nothing to do. If not, {{call}}.',
  attemptsLocked:
    'After several wrong tries by {{channel}}, unfreezing your card ending {{lastFour}} is paused ({{at}}). The card stays frozen. If it was you, you can try again later. If not, {{call}}.',
  cardFrozen:
    'Your card ending {{lastFour}} was frozen as you asked by {{channel}} on {{at}}. To use it again, ask us to unfreeze it. If you did not ask for this, {{call}}.',
  freezeNoticed:
    'Your card ending {{lastFour}} was frozen on {{at}}. To unfreeze it, reply UNFREEZE, or {{call}}.',
  freezeNoticedNoReply:
    'Your card ending {{lastFour}} was frozen on {{at}}. To unfreeze it, go to card service on the site or app of ours that you know, or {{call}}.',
  freezeNoticedForStaff:
    'Your card ending {{lastFour}} was frozen on {{at}}. It cannot be unfrozen online: {{call}}.',
  secureLink:
    'Someone asked by {{channel}} to unfreeze your card ending {{lastFour}}. If it was you, open {{address}} within 10 minutes, and pass it on to nobody. If not, open it and choose "This was not me".',
  secureCode:
    'Someone asked by {{channel}} to unfreeze your card ending {{lastFour}}. If it was you, open the site or app of ours that you know, choose card service and enter {{code}} within 10 minutes. Tell this code to nobody. If not, {{call}}.',
};
