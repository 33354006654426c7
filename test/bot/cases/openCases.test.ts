import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import type { OpenCases } from '../../../bot/cases/openCases.ts';
import type { CasePlace } from '../../../dialogs/state/caseBook.ts';
import type { Store } from '../../../kit/store/store.ts';
import { minutes, seconds } from '../../../kit/time.ts';
import type { CaseMove } from '../../../services/contract/caseMove.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { testKey } from '../../testKey.ts';
import { openCases } from './testOpenCases.ts';

const card = { card: `card_${'A'.repeat(22)}`, lastFour: '1114' };
const phone = '+12025550101';
const request = '5f8a9c3e-7b1d-4e2a-9c5f-0a1b2c3d4e5f';

const chat = (conversationId: string, network?: string): CasePlace => ({
  channelId: 'directline',
  conversationId,
  userTerminal: { channel: 'webChat', address: conversationId, ...(network && { network }) },
  phone: undefined,
});
const telephone = (channel: 'voice' | 'sms', conversationId = 'a-call', number = phone): CasePlace => ({
  channelId: channel,
  conversationId,
  userTerminal: { channel, address: `${channel} ${number}` },
  phone: number,
});

onEachDatabase('the open cases', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let now = new Date('2026-03-02T08:00:00.000Z');
  const logged: string[] = [];
  const paused: number[] = [];
  const moved: CaseMove[] = [];
  let cases: OpenCases;
  before(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    cases = openCases({
      store,
      clock: () => now,
      log: pino({ level: 'warn' }, { write: (line: string) => logged.push(line) }),
      pause: async (milliseconds) => paused.push(milliseconds),
      moves: { noteMove: async (_manager, move) => void moved.push(move) },
    });
  });
  after(() => store.close());
  beforeEach(() => passes(31 * minutes));

  const passes = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };
  const nameOf = (code: string | undefined) => cases.nameCode((code ?? '').replaceAll(' ', ''));
  const begun = async (place: CasePlace) => {
    await cases.note(place, { card, language: 'en' });
    return cases.code(place);
  };

  it('tell whoever takes them over when and on which channel they were begun, and note each move once', async () => {
    moved.length = 0;
    const at = now.toISOString();
    const code = await begun(chat('first'));
    passes(2 * minutes);
    const second = telephone('sms', 'second', '+12025550177');
    const taken = await cases.takeByCode(second, nameOf(code));
    assert.ok(taken.outcome === 'taken');
    assert.deepEqual(taken.begun, { at, on: 'webChat' });
    await cases.takeByCode(second, nameOf(code));
    assert.deepEqual(moved, [{ card: card.card, from: 'webChat', userTerminal: second.userTerminal }]);
    const third = await cases.takeByCode(chat('third'), nameOf(await cases.code(second)));
    assert.ok(third.outcome === 'taken');
    assert.deepEqual(third.begun, { at, on: 'webChat' }, 'also of a case that has moved before');
  });

  it('go to whoever gives the code first, with the request that is to be superseded, and to nobody else', async () => {
    const here = chat('begun');
    await cases.note(here, { card, language: 'zh-Hant' });
    await cases.noteRequest(here, request);
    const code = await cases.code(here);
    assert.match(code ?? '', /^\d{4} \d{4} \d{5}$/);
    const places = ['one', 'two', 'three'].map((id) => chat(id));
    const all = await Promise.all(places.map((place) => cases.takeByCode(place, nameOf(code))));
    const taken = all.filter(({ outcome }) => outcome === 'taken');
    assert.deepEqual(taken, [
      {
        outcome: 'taken',
        card,
        language: 'zh-Hant',
        begun: { at: now.toISOString(), on: 'webChat' },
        supersedes: request,
      },
    ]);
    assert.equal(await cases.hasMoved(here), true);
    const winner = places[all.findIndex(({ outcome }) => outcome === 'taken')];
    assert.ok(winner);
    assert.equal(await cases.hasMoved(winner), false);
    assert.equal((await cases.takeByCode(winner, nameOf(code))).outcome, 'taken', 'its answer may be lost');
  });

  it('move on and back, and know where they are', async () => {
    const [first, second] = [chat('to'), chat('fro')];
    await cases.takeByCode(second, nameOf(await begun(first)));
    await cases.takeByCode(first, nameOf(await cases.code(second)));
    assert.deepEqual([await cases.hasMoved(first), await cases.hasMoved(second)], [false, true]);
    await cases.close(first);
    assert.equal(await cases.code(first), undefined);
  });

  it('have codes that end after ten minutes, with the case, and with thirty minutes without news', async () => {
    const refused = async (code: string | undefined) => {
      assert.deepEqual(await cases.takeByCode(chat('too late'), nameOf(code)), { outcome: 'refused' });
    };
    const code = await begun(chat('ten'));
    passes(10 * minutes);
    await refused(code);
    const closed = await begun(chat('closed'));
    await cases.close(chat('closed'));
    await refused(closed);
    await begun(chat('thirty'));
    passes(30 * minutes);
    assert.equal(await cases.code(chat('thirty')), undefined);
  });

  it('are found by one telephone on all its other channels, and not on the same one', async () => {
    await cases.note(telephone('voice'), { card, language: 'zh-Hans' });
    assert.equal(await cases.languageByPhone(telephone('sms')), 'zh-Hans');
    assert.equal(await cases.languageByPhone(telephone('voice', 'the next call')), undefined);
    assert.equal(await cases.languageByPhone(telephone('sms', 'other', '+12025550102')), undefined);
    assert.equal(await cases.languageByPhone(chat('no telephone')), undefined);
    const other = { card: `card_${'B'.repeat(22)}`, lastFour: '1114' };
    assert.equal((await cases.takeByPhone(telephone('sms'), other)).outcome, 'refused');
    assert.equal((await cases.takeByPhone(telephone('sms'), { lastFour: '2228' })).outcome, 'refused');
    assert.equal((await cases.takeByPhone(telephone('sms'), { lastFour: '1114' })).outcome, 'taken');
    assert.equal(await cases.hasMoved(telephone('voice')), true);
  });

  it('refuse a sixth guess within ten minutes from one network, conversation or telephone, even a right one', async () => {
    const code = await begun(chat('guessed at'));
    const guess = (id: string, name = 'wrong') => cases.takeByCode(chat(id, '192.0.2.1'), name);
    for (let times = 0; times < 5; times++) assert.equal((await guess(`${times}`)).outcome, 'refused');
    assert.deepEqual(await guess('sixth', nameOf(code)), { outcome: 'tooMany' });
    passes(10 * minutes - 1 * seconds);
    assert.equal((await guess('seventh')).outcome, 'tooMany');
    passes(1 * seconds);
    assert.equal((await guess('eighth')).outcome, 'refused');
  });

  it('hold answers back, and refuse nobody for it, when hundreds guess from everywhere', async () => {
    for (let times = 0; times < 300; times++) await cases.takeByCode(chat(`guesser ${times}`), 'wrong');
    assert.deepEqual([paused, logged], [[], []]);
    await cases.takeByCode(chat('one more'), 'wrong');
    assert.deepEqual(paused, [2 * seconds]);
    assert.match(logged.join(), /somebody may be guessing/);
    const code = await begun(chat('a customer'));
    assert.equal((await cases.takeByCode(chat('elsewhere'), nameOf(code))).outcome, 'taken');
  });

  it('leave neither a code, nor a telephone’s number, nor a conversation’s id in the database', async () => {
    const code = await begun(telephone('sms', 'conversation-of-somebody'));
    const rows = await store.read(async (manager) =>
      JSON.stringify([
        await manager.query('SELECT * FROM open_cases'),
        await manager.query('SELECT * FROM wrong_guesses'),
      ]),
    );
    assert.match(rows, /1114/);
    for (const plain of [
      code,
      code?.replaceAll(' ', ''),
      phone.slice(1),
      'conversation-of-somebody',
      '192.0.2.1',
    ])
      assert.ok(plain && !rows.includes(plain), plain);
  });

  it('are found by their telephone when the key was rotated, and get a code of the new one', async () => {
    const secrets = [testKey(7)];
    const given = { store, clock: () => now, log: pino({ level: 'silent' }), secrets };
    const bot = openCases(given);
    const number = '+12025550177';
    const call = telephone('voice', 'a-call-before', number);
    await bot.note(call, { card, language: 'en' });
    const before = await bot.code(call);
    secrets.unshift(testKey(9));
    const after = await bot.code(call);
    assert.notEqual(after, before);
    assert.equal(await bot.code(call), after);
    assert.equal(await bot.languageByPhone(telephone('sms', 'a-thread', number)), 'en');
    const digits = (code: string | undefined) => bot.nameCode((code ?? '').replaceAll(' ', ''));
    assert.equal((await bot.takeByCode(chat('c-old'), digits(before))).outcome, 'refused');
    assert.equal((await bot.takeByCode(chat('c-new'), digits(after))).outcome, 'taken');
  });
});
