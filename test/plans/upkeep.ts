import type { Activity } from 'botbuilder';
import pino from 'pino';
import sinon from 'sinon';
import { Response } from 'undici';
import { botExpiring } from '../../bot/botRetention.ts';
import { botSchema } from '../../bot/botSchema.ts';
import { ConversationLog } from '../../bot/channels/directLine/conversationLog.ts';
import { MessageLog } from '../../bot/channels/twilio/messages/messageLog.ts';
import { Redactions } from '../../bot/channels/twilio/messages/redactions.ts';
import { ChatwootCases } from '../../bot/desk/chatwoot/chatwootCases.ts';
import { ChatwootClient } from '../../bot/desk/chatwoot/chatwootClient.ts';
import { Desk } from '../../bot/desk/desk.ts';
import { DeskWatch } from '../../bot/desk/deskWatch.ts';
import { AuditedHandoffs } from '../../bot/desk/handoffNotes.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { WaitingRoom } from '../../bot/desk/waitingRoom.ts';
import { StoredAwaitedLinks } from '../../bot/links/awaitedLinks.ts';
import { LinkWatch } from '../../bot/links/linkWatch.ts';
import { Turns } from '../../bot/turn/turns.ts';
import { countExpired, deleteExpired } from '../../kit/retention/expiring.ts';
import { hours, instant, later } from '../../kit/time.ts';
import { bankExpiring, usualRetention } from '../../services/bankRetention.ts';
import { FreezeNotices } from '../../services/notifications/freezeNotices.ts';
import { NoticeRules } from '../../services/notifications/noticeRules.ts';
import { WebhookDelivery } from '../../services/webhooks/webhookDelivery.ts';
import { channelNames } from '../../words/channelNames.ts';
import { deskPage } from '../../words/deskPage.ts';
import { packet } from '../bot/desk/packet.ts';
import { NotingTerminal } from '../bot/turn/notingTerminal.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { RemoteBank } from '../services/cardSystem/remote/remoteBank.ts';
import { Phone } from '../services/secureForm/phone.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';
import { testKey } from '../testKey.ts';

type Empty = () => Promise<EmptyDatabase>;

const log = pino({ level: 'silent' });
const secret = () => [testKey(7)];
const marker = 'somebody';
const caller = { channel: 'voice', address: 'a-call' } as const;

/** What either half does by itself every few seconds, minutes and hours, with something to do for each. */
export async function doUpkeep(empty: Empty): Promise<void> {
  const bank = await openTestBank({ empty, beside: [botSchema], tellsEvents: true });
  try {
    const phone = new Phone(bank);
    for (const stopped of [true, false]) await bank.optOuts.noteOptOut({ phone: zhaoLei.phone, stopped });
    await unfreezeAndDisown(bank);
    await sendLink(bank);
    await phone.delivery.deliverDue();
    await phone.delivery.undelivered();
    await tellEvents(bank);
    await bank.settle();
    await bank.overall();
    await bank.disownments.open();
    await bank.openUnfreezings.standing();
    await tendBot(bank);
    bank.passes(40 * 24 * hours);
    await bank.tend();
    await expire(bank);
  } finally {
    await bank.close();
  }
}

/** What the bank's own system is told, and told again. */
async function tellEvents(bank: TestBank): Promise<void> {
  await bank.chaining.chain();
  const to = { url: 'http://127.0.0.1:9', secrets: [`whsec_${'A'.repeat(43)}=`] };
  const fetch = async () => new Response(null, { status: 204 });
  const delivery = new WebhookDelivery({ ...bank, clock: bank.now, log, to, fetch });
  await delivery.deliverDue();
  await delivery.undelivered();
}

/** The same on a card system elsewhere, where an unfreezing is claimed first and may have to be settled. */
export async function doUpkeepElsewhere(empty: Empty): Promise<void> {
  const here = await RemoteBank.open(empty);
  try {
    const { bank, stub } = here;
    await sendLink(bank);
    const information = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
    stub.faults.unfreezings = Array(9).fill('resetAfterCommit');
    await bank.processor.giveAuthenticationInformation(information).catch(() => {});
    await bank.openUnfreezings.list();
    await bank.openUnfreezings.standing();
    stub.faults.unfreezings = [];
    await bank.settle();
    await bank.disownments.disown({ phone: zhaoLei.phone, userTerminal: caller });
    await new Phone(bank).delivery.deliverDue();
    bank.passes(40 * 24 * hours);
    await bank.tend();
  } finally {
    await here.close();
  }
}

async function unfreezeAndDisown(bank: TestBank): Promise<void> {
  const request = await bank.authenticationRequest(zhaoLei.number);
  await bank.give(request, 'transactionPassword', '000000');
  await bank.give({ ...request, attempt: 2 }, 'transactionPassword', '000001');
  await bank.give({ ...request, attempt: 3 }, 'transactionPassword', zhaoLei.transactionPassword);
  await bank.customerService.disown({ phone: zhaoLei.phone, userTerminal: caller });
  await bank.customerService.freezeCard({ phone: zhaoLei.phone, lastFour: '4446', userTerminal: caller });
  await bank.disownments.settle();
  await tellsOwners(bank);
}

/** The bank speaks first, with a card system that is asked. */
async function tellsOwners(bank: TestBank): Promise<void> {
  const noticeRules = new NoticeRules({ ...bank, ceiling: { allows: async () => true } });
  const isRemote = () => true;
  const notices = new FreezeNotices({ ...bank, clock: bank.now, noticeRules, isRemote, asks: true });
  const frozenAt = bank.now().toISOString();
  await notices.note({ id: 'f-1', cardNumber: zhaoLei.number, reason: 'customerRequest', frozenAt });
  await notices.settle();
}

async function sendLink(bank: TestBank): Promise<void> {
  await bank.freeze(zhaoLei.number, 'transactionPasswordErrors').catch(() => {});
  const asked = { card: await bank.card(zhaoLei.number), userTerminal: browser };
  await bank.customerService.queryCardStatus(asked);
  await bank.processor.requestUnfreezing({ ...asked, through: 'secureLink' });
}

async function tendBot(bank: TestBank): Promise<void> {
  const { store, now: clock, processor, customerService } = bank;
  const conversations = new ConversationLog({ store, clock });
  await store.transaction([], (manager) => conversations.begin(manager, { conversationId: marker }));
  conversations.subscribe(marker, () => {});
  await conversations.lookForOthers();
  const pause = () => new Promise<void>(() => {});
  const notes = new AuditedHandoffs({ store, customerService, clock, log, pause });
  await notes.note({ userTerminal: browser, card: null, caseId: 'K-1000', reason: 'silence' });
  await notes.tell();
  const terminal = new NotingTerminal();
  await new Turns({ store, terminal, clock, pause, log }).recover(() => undefined);
  const links = new StoredAwaitedLinks({ store, reachable: new Set(['emulator']), secret, clock, log });
  const reached = { channelId: 'emulator', serviceUrl: 'http://127.0.0.1', from: { id: marker } };
  const activity = { ...reached, conversation: { id: marker }, recipient: { id: 'bot' } } as Activity;
  await links.note({ activity }, { id: marker, expiresAt: instant(later(clock(), hours)) });
  await new LinkWatch({ links, processor, channels: [], clock, log }).round();
  await blankMessages(bank);
  await keepDesk(bank);
}

/** A case that an agent takes, and another for which nobody comes. */
async function keepDesk({ store, now: clock, passes }: TestBank): Promise<void> {
  const queue = new HandoffQueue({ store, clock, secret });
  const parts = { store, clock, secret, masked: (text: string) => text, log };
  const persons = new WaitingRoom({ ...parts, queue, reachable: new Set(['emulator']) });
  const desk = new Desk(parts);
  const watch = new DeskWatch({ ...parts, channels: [] });
  const opens = (conversation: string) => {
    const reached = { channelId: 'emulator', serviceUrl: 'http://127.0.0.1', from: { id: conversation } };
    const activity = { ...reached, conversation: { id: conversation }, recipient: { id: 'bot' } } as Activity;
    const where = { activity, phone: undefined, from: conversation, isHour: true };
    return persons.opens({ ...packet, conversation }, where);
  };
  const { caseId } = await opens(marker);
  await opens('another');
  const client = sinon.createStubInstance(ChatwootClient);
  client.agents.resolves([]);
  client.opens.resolves(1);
  client.newest.resolves(new Set());
  client.standing.resolves({ status: 'open', assignee: undefined });
  const chatwoot = new ChatwootCases({ ...parts, desk, client, words: deskPage, channels: channelNames });
  await chatwoot.round();
  await chatwoot.looksAt(1);
  await chatwoot.round();
  await desk.isThere('agent', { paused: false });
  await desk.claim(caseId, 'agent');
  await desk.write(caseId, 'agent', { id: marker, text: 'Hello.' });
  const [card] = packet.cards;
  await persons.hears(caseId, { text: 'hello', cards: card ? [card] : [] }, undefined);
  await desk.conversation(caseId, 'agent');
  await desk.lines(caseId, 1);
  await desk.passOn(caseId, { login: 'agent', isSupervisor: false }, null);
  await persons.leaves(caseId, { callBack: true }, undefined);
  await desk.claim(caseId, 'agent');
  await watch.round();
  passes(hours);
  await watch.round();
  await desk.claim(caseId, 'agent');
  await desk.cases();
  await desk.present();
  await desk.close(caseId, { login: 'agent', isSupervisor: true });
  await desk.hasLeft('agent');
}

async function blankMessages({ store, now: clock }: TestBank): Promise<void> {
  const messages = new MessageLog({ clock });
  await store.transaction([], (manager) => messages.holds(manager, marker));
  const redactions = new Redactions({ store, clock, log, redactor: { redact: async () => {} } });
  await redactions.redactDue();
  await redactions.unredacted();
}

async function expire({ store, now }: TestBank): Promise<void> {
  const kinds = [...bankExpiring(usualRetention), ...botExpiring()];
  await countExpired(store, kinds, now());
  await deleteExpired(store, kinds, now());
}
