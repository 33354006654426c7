import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { HandoffNoteRows } from '../../../bot/desk/handoffNotesTable.ts';
import { HandoffQueue } from '../../../bot/desk/handoffQueue.ts';
import { BotEventRows, botEvents } from '../../../bot/events/eventsTables.ts';
import type { EventRow } from '../../../kit/events/eventTables.ts';
import { EventWriting } from '../../../kit/events/writeEvents.ts';
import { In } from '../../../kit/store/query.ts';
import { instant, later, minutes } from '../../../kit/time.ts';
import type { CardReference } from '../../../services/contract/card.ts';
import type {
  CardFile,
  Figures,
  OperatorCardRow,
  Waiting,
} from '../../../services/contract/operatorFigures.ts';
import { queueSecureLink, queueUnfreezeReceipt } from '../../../services/notifications/outbox.ts';
import { standingNow } from '../../../services/operatorPage/standing.ts';
import { Cards } from '../../../services/tables/card.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { packet } from '../../bot/desk/packet.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { HandBrowser } from '../../kit/login/handBrowser.ts';
import { liNa, type TestBank, zhaoLei, zhengKai } from '../testBank.ts';
import { OperatorService } from './operatorService.ts';

/** A receipt and a link of this card that were given up. @returns their ids */
async function givenUp(bank: TestBank, reference: CardReference): Promise<string[]> {
  return bank.store.transaction([], async (manager) => {
    const card = await manager.findOneByOrFail(Cards, { reference });
    const reserved = { customerId: card.customerId, language: 'en' as const };
    const promised = { card, reserved, at: bank.now(), ownMessages: bank.ownMessages };
    await queueUnfreezeReceipt(manager, promised, 'receipt');
    const link = { id: 'link', kind: 'secureLink' as const, secret: 'x', expiresAt: instant(bank.now()) };
    await queueSecureLink(manager, promised, { ...link, fields: bank.fields });
    await manager.update(Outbox, { id: In(['receipt', 'link']) }, { givenUpAt: instant(bank.now()) });
    return ['receipt', 'link'];
  });
}

onEachDatabase('the operator’s page', (empty) => {
  let service: OperatorService;
  beforeEach(async () => {
    service = await OperatorService.open(empty);
  });
  afterEach(() => service.close());

  const addresses = ['figures', 'approvals', 'trail', 'trail.csv'];
  const acts: [string, object][] = [
    ['find', { what: '1114' }],
    ['card', { card: 'card_x' }],
    ['act', { act: 'release', card: 'card_x', why: 'because' }],
    ['decide', { id: 'ABCDEF', decision: 'approve', why: 'because' }],
    ['trail/verify', {}],
  ];

  it('answers nobody without a log-in, at any address, and no page of another site', async () => {
    for (const path of addresses)
      assert.equal((await fetch(`${service.url}/operator/${path}`)).status, 401, path);
    const stranger = new HandBrowser();
    const operator = await service.as('tayo.oduya');
    for (const [path, body] of acts) {
      assert.equal((await stranger.post(`${service.url}/operator/${path}`, body)).status, 401, path);
      const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
      const sent = await operator.browser.post(`${service.url}/operator/${path}`, body, foreign);
      assert.equal(sent.status, 403, path);
    }
  });

  it('shows nothing to an agent, and lets an auditor and a supervisor do nothing', async () => {
    const agent = await service.as('chen.jie');
    for (const path of addresses) assert.equal((await agent.get(path)).status, 403, path);
    for (const [path, body] of acts) assert.equal((await agent.post(path, body)).status, 403, path);
    const card = await service.bank.card(liNa.number);
    for (const login of ['mary.quinn', 'lin.yating']) {
      const other = await service.as(login);
      const release = await other.post('act', { act: 'release', card, why: 'because' });
      assert.equal(release.status, 403, login);
      assert.equal((await other.get('figures')).status, 200);
    }
  });

  it('shows a database with no events yet as nothing', async () => {
    const operator = await service.as('tayo.oduya');
    const { conversations, bank, cases, missed } = await operator.answer<Figures>('figures?period=month');
    assert.deepEqual([conversations?.counts, conversations?.hours, bank, cases], [[], [], [], []]);
    assert.deepEqual(missed, []);
    assert.equal((await operator.get('figures?period=year')).status, 400);
  });

  it('finds a card by its last four, by telephone and by reference, and says of nothing else', async () => {
    const operator = await service.as('tayo.oduya');
    const card = await service.bank.card(liNa.number);
    for (const what of [liNa.number.slice(-4), liNa.phone, card]) {
      const { cards } = await operator.answer<{ cards: OperatorCardRow[] }>('find', { what });
      assert.ok(
        cards.some((one) => one.card === card),
        what,
      );
      assert.ok(!JSON.stringify(cards).includes(liNa.number));
    }
    for (const what of ['%', '*', "' OR 1=1 --", '0000', 'K-1234', 'x'.repeat(200)])
      assert.deepEqual(
        (await operator.answer<{ cards: OperatorCardRow[] }>('find', { what })).cards,
        [],
        what,
      );
    assert.equal((await operator.post('find', { what: 'x'.repeat(201) })).status, 400);
  });

  it('answers why somebody is locked out: since when, until when, through what, after how many tries', async () => {
    const { bank } = service;
    const card = await bank.card(liNa.number);
    await locksOut(bank);
    const operator = await service.as('tayo.oduya');
    const file = await operator.answer<CardFile>('card', { card });
    const { since, until, channels, tries } = file.lock ?? assert.fail('no lock');
    assert.deepEqual([channels, tries], [['webChat'], 3]);
    assert.equal(Date.parse(until) - Date.parse(since ?? ''), 15 * minutes);
    const told = file.entries.map(({ action }) => action);
    assert.deepEqual(told.slice(0, 2).sort(), ['cardShown', 'remoteUnfreezingLocked']);
    assert.equal(told.filter((one) => one === 'authenticationFailed').length, 3);
    const looked = file.entries.find(({ action }) => action === 'cardShown');
    assert.equal(looked?.actor, 'tayo.oduya', 'each look has a name');
    assert.ok(!JSON.stringify(file).includes(liNa.number) && !JSON.stringify(file).includes(liNa.phone));
  });

  it('does what an operator asks for, with their name and reason in the trail', async () => {
    const operator = await service.as('tayo.oduya');
    const card = await service.bank.card(zhaoLei.number);
    const { freezes } = await operator.answer<CardFile>('card', { card });
    const [freeze = assert.fail()] = freezes;
    const act = { act: 'lift', card, freeze: freeze.reason, why: 'the customer was at the branch' };
    assert.equal((await operator.post('act', { ...act, why: '' })).status, 400, 'not without a reason');
    assert.deepEqual(await operator.answer('act', act), { outcome: 'done' });
    assert.deepEqual(await operator.answer('act', act), { outcome: 'nothing' });
    const { freezes: left, entries } = await operator.answer<CardFile>('card', { card });
    assert.ok(!left.some(({ reason }) => reason === freeze.reason));
    const lifted = entries.find(({ action }) => action === 'freezeLifted');
    assert.deepEqual([lifted?.actor, lifted?.details.why], ['tayo.oduya', act.why]);
  });

  it('has a message that was given up sent again, once, and none that went out or is of no use any more', async () => {
    const { bank } = service;
    const operator = await service.as('tayo.oduya');
    const card = await bank.card(zhengKai.number);
    const [lost, gone] = await givenUp(bank, card);
    const messages = async () => (await operator.answer<CardFile>('card', { card })).messages;
    assert.deepEqual(
      (await messages()).map(({ kind, fate, isToResend }) => [kind, fate, isToResend]).sort(),
      [
        ['secureLink', 'givenUp', false],
        ['unfreezeReceipt', 'givenUp', true],
      ],
    );
    const act = { act: 'resend', card, message: lost, why: 'the carrier was down' };
    assert.deepEqual(await operator.answer('act', act), { outcome: 'done' });
    assert.deepEqual(await operator.answer('act', act), { outcome: 'nothing' });
    assert.deepEqual(await operator.answer('act', { ...act, message: gone }), { outcome: 'nothing' });
    assert.equal((await messages()).find(({ message }) => message === lost)?.fate, 'waiting');
    const { entries } = await operator.answer<CardFile>('card', { card });
    const resent = entries.find(({ action }) => action === 'messageResent');
    assert.deepEqual([resent?.actor, resent?.details.why], ['tayo.oduya', act.why]);
  });

  it('says how it stands now: who answers, what waits, and what was given up', async () => {
    const { bank } = service;
    const supervisor = await service.as('lin.yating');
    const standing = async () => (await supervisor.answer<Figures>('figures?period=day')).standing;
    const quiet = {
      database: true,
      cardSystem: true,
      openUnfreezings: 0,
      messagesWaiting: 0,
      messagesGivenUp: 0,
      carrier: { takenAt: null, failingSince: null, taken: 0, failed: 0, reasons: [] },
    };
    assert.deepEqual(await standing(), quiet);
    const [receipt = ''] = await givenUp(bank, await bank.card(zhengKai.number));
    assert.deepEqual(await standing(), { ...quiet, messagesGivenUp: 2 });
    await bank.store.transaction([], (manager) =>
      manager.update(Outbox, { id: receipt }, { givenUpAt: null }),
    );
    assert.deepEqual(await standing(), { ...quiet, messagesWaiting: 1, messagesGivenUp: 1 });
    const down = { ...bank, clock: bank.now, cardSystemReady: () => Promise.reject(new Error('down')) };
    assert.equal((await standingNow(down)).cardSystem, false);
  });

  it('closes a case of a person, once, in its operator’s name', async () => {
    const { bank } = service;
    const operator = await service.as('tayo.oduya');
    const card = await bank.card(zhengKai.number);
    const caseId = await new HandoffQueue({ store: bank.store, clock: bank.now }).open(packet);
    const userTerminal = { channel: 'webChat', address: 'a browser' } as const;
    await bank.customerService.noteHandoff({ userTerminal, card, caseId, reason: 'silence' });
    const cases = async () => (await operator.answer<CardFile>('card', { card })).cases;
    assert.deepEqual(await cases(), [caseId]);
    const act = { act: 'close', card, case: caseId, why: 'called them back' };
    assert.equal((await operator.post('act', { ...act, case: 'everything' })).status, 400);
    assert.deepEqual(await operator.answer('act', act), { outcome: 'done' });
    assert.deepEqual(await operator.answer('act', act), { outcome: 'nothing' });
    assert.deepEqual(await cases(), []);
    const [note] = await bank.store.read((manager) => manager.find(HandoffNoteRows));
    const { did, who, why } = JSON.parse(note?.handoff ?? '{}');
    assert.deepEqual([did, who, why], ['caseClosed', 'tayo.oduya', act.why]);
  });

  it('exports the trail as a table in which nothing is calculated', async () => {
    const { bank } = service;
    await bank.store.transaction([], (manager) =>
      bank.audit.write(manager, bank.now(), 'casesRead', {
        who: '=HYPERLINK("http://evil.example")',
        cases: 1,
      }),
    );
    const auditor = await service.as('mary.quinn');
    const answer = await auditor.get('trail.csv?action=casesRead');
    assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/);
    const text = await answer.text();
    assert.match(text, /,"'=HYPERLINK\(""http/);
    assert.doesNotMatch(text, /(^|,)"?[=+@]/m);
    const { entries } = await auditor.answer<{ entries: { action: string; actor: string }[] }>('trail');
    assert.ok(entries.some(({ action, actor }) => action === 'trailExported' && actor === 'mary.quinn'));
  });

  it('reads the trail a page at a time, searches it, and verifies it', async () => {
    const { bank } = service;
    await bank.store.transaction([], (manager) =>
      bank.audit.writeAll(
        manager,
        bank.now(),
        Array.from({ length: 60 }, () => ({
          action: 'casesRead' as const,
          details: { who: 'anna', cases: 1 },
        })),
      ),
    );
    const auditor = await service.as('mary.quinn');
    type Found = { entries: { number: number }[]; next?: number };
    const first = await auditor.answer<Found>('trail?actor=anna');
    assert.equal(first.entries.length, 50);
    const rest = await auditor.answer<Found>(`trail?actor=anna&before=${first.next}`);
    assert.equal(rest.entries.length, 10);
    assert.equal((await auditor.get('trail?last4=11')).status, 400);
    await service.anchors();
    const verdict = await auditor.answer<{ holding: number; problem: string | null }>('trail/verify', {});
    assert.equal(verdict.problem, null);
    assert.ok(verdict.holding >= 60);
  });
});

onEachDatabase('the operator’s page where two people are needed', (empty) => {
  let service: OperatorService;
  beforeEach(async () => {
    service = await OperatorService.open(empty, { fourEyes: true });
  });
  afterEach(() => service.close());

  it('asks for a second person, takes nobody’s own yes, and does it once for two at the same moment', async () => {
    const [one, other] = [await service.as('tayo.oduya'), await service.as('zhou.min')];
    const card = await service.bank.card(zhaoLei.number);
    const { freezes } = await one.answer<CardFile>('card', { card });
    const [freeze = assert.fail()] = freezes;
    const act = { act: 'lift', card, freeze: freeze.reason, why: 'the customer was at the branch' };
    const asked = await one.answer<{ outcome: string; request: string }>('act', act);
    assert.equal(asked.outcome, 'asked');
    const { waiting } = await other.answer<{ waiting: Waiting[] }>('approvals');
    assert.deepEqual(
      waiting.map(({ id, who, isOwn, isDoable }) => [id, who, isOwn, isDoable]),
      [[asked.request, 'tayo.oduya', false, true]],
    );
    const yes = { id: asked.request, decision: 'approve', why: 'I have seen the form' };
    assert.equal((await one.post('decide', yes)).status, 400, 'not one’s own');
    const both = await Promise.all([other.post('decide', yes), other.post('decide', yes)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 400]);
    const { freezes: left, entries } = await one.answer<CardFile>('card', { card });
    assert.ok(!left.some(({ reason }) => reason === freeze.reason));
    const lifted = entries.find(({ action }) => action === 'freezeLifted');
    assert.deepEqual([lifted?.actor, lifted?.details.approvedBy], ['tayo.oduya', 'zhou.min']);
  });

  it('asks for a second person before a message goes out again', async () => {
    const [one, other] = [await service.as('tayo.oduya'), await service.as('zhou.min')];
    const card = await service.bank.card(zhengKai.number);
    const [message] = await givenUp(service.bank, card);
    const act = { act: 'resend', card, message, why: 'the carrier was down' };
    const { outcome, request } = await one.answer<{ outcome: string; request: string }>('act', act);
    assert.equal(outcome, 'asked');
    const fate = async () =>
      (await one.answer<CardFile>('card', { card })).messages.find((each) => each.message === message)?.fate;
    assert.equal(await fate(), 'givenUp');
    const yes = { id: request, decision: 'approve', why: 'so it was' };
    assert.deepEqual(await other.answer('decide', yes), { outcome: 'done' });
    assert.equal(await fate(), 'waiting');
  });
});

onEachDatabase('a supervisor’s day', (empty) => {
  it('of 10,000 conversations is shown as it was played', async () => {
    const service = await OperatorService.open(empty);
    try {
      const { store } = service.bank;
      const played = playedDay(service.bank.now(), 10_000);
      const writing = new EventWriting(botEvents);
      await store.transaction([], (manager) => writing.write(manager, played.events));
      const supervisor = await service.as('lin.yating');
      const { conversations, cases } = await supervisor.answer<Figures>('figures?period=day');
      const counts = conversations?.counts ?? [];
      const sums = Object.groupBy(counts, ({ channel, step }) => `${channel} ${step}`);
      const shown = Object.entries(sums).map(([name, some = []]) => [
        name,
        some.reduce((all, { count }) => all + count, 0),
      ]);
      assert.deepEqual(Object.fromEntries(shown), played.counted);
      const byHour = conversations?.hours.reduce((all, { unfrozen }) => all + unfrozen, 0);
      assert.equal(byHour, played.unfrozen);
      assert.equal(cases.length, 50);
      assert.equal(await store.read((manager) => manager.count(BotEventRows)), played.events.length);
    } finally {
      await service.close();
    }
  });
});

/** Three wrong passwords through web chat: the card's remote unfreezing is paused for a quarter of an hour. */
async function locksOut(bank: TestBank): Promise<void> {
  let request = await bank.authenticationRequest(liNa.number);
  for (const last of ['notAccepted', 'notAccepted', 'locked']) {
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    const answer = await bank.give(request, 'transactionPassword', '000000');
    assert.equal(answer.outcome, last);
    // The next envelope is sealed for the next attempt.
    if (answer.outcome === 'notAccepted') request = { ...request, attempt: answer.attempt };
  }
}

/** Conversations that come as far as their number says, on two channels, over the last twelve hours. */
function playedDay(
  now: Date,
  many: number,
): { events: EventRow[]; counted: Record<string, number>; unfrozen: number } {
  const stages = ['begun', 'cardNamed', 'frozen', 'requested', 'attempted', 'unfrozen'];
  const events: EventRow[] = [];
  const counted: Record<string, number> = {};
  let unfrozen = 0;
  for (let number = 0; number < many; number += 1) {
    const subject = randomUUID();
    const channel = number % 3 === 0 ? 'sms' : 'webChat';
    const language = number % 2 === 0 ? 'zh-Hans' : 'en';
    const at = instant(later(now, -((number * 7) % 720) * minutes));
    const reached = stages.slice(0, 1 + ((number * 5) % stages.length));
    for (const step of reached) {
      const rest = { outcome: '', reason: '', policy: '', release: '1' };
      events.push({
        id: `${subject}.${step}`,
        at,
        subject,
        kind: 'reached',
        channel,
        language,
        step,
        ...rest,
      });
      counted[`${channel} ${step}`] = (counted[`${channel} ${step}`] ?? 0) + 1;
    }
    if (reached.includes('unfrozen')) unfrozen += 1;
  }
  return { events, counted, unfrozen };
}
