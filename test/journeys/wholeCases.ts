import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { Redactions } from '../../bot/channels/twilio/messages/redactions.ts';
import { demoRedactor } from '../../bot/channels/twilio/messages/redactor.ts';
import { OutboxDelivery } from '../../services/notifications/delivery.ts';
import { sendsNothing } from '../../services/notifications/startDelivery.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { CallService } from '../demo/callService.ts';
import { MessageService } from '../demo/messageService.ts';
import { FormCarrier, sentence } from '../scenarios/channel.ts';
import { liNa, type TestBank } from '../services/testBank.ts';
import { type Cost, costOf } from './costOf.ts';
import { WebChatService } from './webChatService.ts';

/** What each step of a case costs, in their order; at the end stands what workers do about it. */
export type Costs = Record<string, Cost>;

/** A whole case of a customer who gives both items, on one channel. */
type WholeCase = (empty: () => Promise<EmptyDatabase>, isAlone: boolean) => Promise<Costs>;

const asks = 'is my card frozen?';
/** How often a lease is renewed depends on how busy the machine is. */
const never = () => () => {};

/** A case in web chat, with a poll after each message and one more that finds nothing. */
const onWebChat: WholeCase = async (empty, isAlone) => {
  const service = await WebChatService.open(empty, isAlone);
  const form = new FormCarrier();
  let started = { conversationId: '', token: '', streamUrl: '' };
  let watermark = '';
  let heard = '';
  const polls = async () => {
    const news = await service.poll(started, watermark);
    const sentences = news.activities.filter(({ from }) => from.role === 'bot').map(sentence);
    form.sees(sentences);
    heard = sentences.map(({ text }) => text).join(' ');
    watermark = news.watermark;
    assert.deepEqual((await service.poll(started, watermark)).activities, []);
  };
  const posts = async (activity: object) => {
    assert.equal((await service.post(started, activity)).status, 200);
    await polls();
  };
  const says = (text: string) =>
    posts({ type: 'message', text, channelData: { clientActivityID: randomUUID() } });
  const gives = async (item: 'identityDocument' | 'transactionPassword') =>
    posts(await form.activity({ does: 'gives', item, value: liNa[item] }));
  const begins = async () => {
    started = await service.start({ 'Accept-Language': 'en' });
    await polls();
  };
  return costsOf(service, service.bank, {
    begins,
    asks: () => says(asks),
    card: () => says(liNa.number),
    yes: () => says('yes'),
    document: () => gives('identityDocument'),
    password: () => gives('transactionPassword').finally(() => assert.match(heard, /unfrozen/)),
  });
};

const onTheTelephone: WholeCase = async (empty, isAlone) => {
  const service = await CallService.open({ empty, isAlone, heartbeat: never });
  let call = await service.carrier.call(liNa.phone);
  const heard = () => call.heard.map((one) => (one.what === 'say' ? one.words : '')).join(' ');
  return costsOf(service, service.bank, {
    begins: async () => {
      call = await service.carrier.call(liNa.phone);
    },
    language: () => call.press('3'),
    asks: () => call.speak(asks),
    card: () => call.press(`${liNa.number}#`),
    yes: () => call.press('1'),
    document: () => call.press(`${liNa.identityDocument.replace('X', '*')}#`),
    password: () =>
      call.press(`${liNa.transactionPassword}#`).finally(() => assert.match(heard(), /unfrozen/)),
    hangsUp: () => call.hangUp(),
  });
};

const bySms: WholeCase = async (empty, isAlone) => {
  const service = await MessageService.open({ empty, isAlone, heartbeat: never });
  const thread = service.thread(liNa.phone);
  const heard = () => thread.shown.map(({ text }) => text).join(' ');
  return costsOf(service, service.bank, {
    asks: () => thread.send(asks),
    card: () => thread.send(liNa.number),
    yes: () => thread.send('yes'),
    document: () => thread.send(liNa.identityDocument),
    password: () => thread.send(liNa.transactionPassword).finally(() => assert.match(heard(), /unfrozen/)),
  });
};

export const wholeCases = { 'in web chat': onWebChat, 'on the telephone': onTheTelephone, 'by SMS': bySms };

async function costsOf(
  service: { close(): Promise<void> },
  bank: TestBank,
  steps: Record<string, () => Promise<unknown>>,
): Promise<Costs> {
  const costs: Costs = {};
  // The process that unfreezes also sends the receipt, as a running service does.
  bank.ownMessages.begin();
  try {
    for (const [name, work] of Object.entries({ ...steps, workers: () => workersDo(bank) })) {
      costs[name] = await costOf(bank.store, work);
    }
  } finally {
    await service.close();
  }
  return costs;
}

/** What is left to do once the customer has heard that the card is unfrozen: the receipt, and what is blanked. */
async function workersDo(bank: TestBank): Promise<void> {
  const parts = { ...bank, clock: bank.now, log: pino({ level: 'silent' }) };
  const letterhead = { timeZone: 'Asia/Shanghai', agentPhone: undefined };
  const sent = await new OutboxDelivery({ ...parts, sender: sendsNothing, letterhead }).deliverDue();
  assert.equal(sent, 1, 'a receipt for the unfreezing');
  await new Redactions({ ...parts, redactor: demoRedactor }).redactDue();
}
