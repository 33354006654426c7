import type { HandoffPacket } from '../../../services/contract/handoffPacket.ts';

/** What an agent gets of a conversation in the middle of the verification. */
export const packet: HandoffPacket = {
  reason: 'askedForPerson',
  conversation: 'one',
  channel: 'webChat',
  language: 'zh-Hant',
  lastFour: '4446',
  cards: [{ card: `card_${'A'.repeat(22)}`, lastFour: '4446' }],
  freezeReasons: ['abnormalTransaction'],
  step: 'transactionPassword',
  attemptsLeft: 2,
  cardFound: false,
  callBack: false,
  optedOut: false,
  at: '2026-11-24T08:00:00.000Z',
  transcript: [{ from: 'customer', text: '專人客服' }],
};
