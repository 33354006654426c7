import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { botSchema } from '../../../../../bot/botSchema.ts';
import { IncomingMessage } from '../../../../../bot/channels/twilio/messages/messageRequest.ts';
import { TextMessages } from '../../../../../bot/channels/twilio/messages/messages.ts';
import { MessageRedactionRows } from '../../../../../bot/channels/twilio/messages/messageTables.ts';
import { leaseLasts } from '../../../../../bot/turn/leasedTurns.ts';
import { Turns } from '../../../../../bot/turn/turns.ts';
import { readMessages } from '../../../../../demo/messagesDocument.ts';
import { UnfreezeError } from '../../../../../kit/errors.ts';
import { openStore } from '../../../../../kit/store/openStore.ts';
import type { Store } from '../../../../../kit/store/store.ts';
import { later, seconds } from '../../../../../kit/time.ts';
import { type EmptyDatabase, onEachDatabase } from '../../../../databases/databases.ts';
import { NotingTerminal } from '../../../turn/notingTerminal.ts';

/** What stops a turn before or after it is written; nothing, where a test says nothing. */
type Stops = { before?: (text: string) => Promise<void>; after?: () => void };

const forever = () => new Promise<void>(() => {});

onEachDatabase('messages that come to several processes', (empty) => {
  let database: EmptyDatabase;
  let stores: Store[];
  let now = new Date('2026-11-24T08:00:00.000Z');
  let atWork: number;
  let most: number;
  let number = 100;
  let From: string;
  /** How a number is called now, and was called before. */
  let names = ['of'];

  before(async () => {
    database = await empty();
    // Two connections to one SQLite file in one process would wait for each other: there the store is shared.
    const urls = database.url.startsWith('sqlite') ? [database.url] : [database.url, database.url];
    stores = await Promise.all(urls.map((url) => openStore(url, [botSchema])));
  });
  beforeEach(() => {
    [atWork, most] = [0, 0];
    names = ['of'];
    From = `+12025550${++number}`;
  });
  after(async () => {
    for (const store of stores) await store.close();
    await database.remove();
  });

  const clock = () => now;
  const passes = (milliseconds: number) => {
    now = later(now, milliseconds);
  };

  /** Answers with all that the conversation has heard so far. */
  function terminal({ before }: Stops): NotingTerminal {
    const noting = new NotingTerminal();
    noting.before = async (text) => {
      most = Math.max(most, ++atWork);
      try {
        await before?.(text);
      } finally {
        atWork--;
      }
    };
    return noting;
  }
  type Process = Stops & { patience?: number; pause?: () => void; store?: Store };
  function oneProcess(which: 0 | 1, stops: Process = {}): TextMessages {
    const { pause = () => {}, patience = 10_000, store = stores.at(-which) ?? assert.fail() } = stops;
    const log = pino({ level: 'silent' });
    return new TextMessages({
      store,
      turns: new Turns({
        ...{ store, clock, log, heartbeat: () => () => {} },
        terminal: terminal(stops),
        pause: async () => void (await setImmediate(pause())),
      }),
      urgency: { isUrgent: async () => false, soundsUrgent: () => false, heed: async () => false },
      sentences: { say: (id) => id },
      metrics: { sent: () => stops.after?.() },
      clock,
      log,
      publicUrl: () => 'https://bank.example',
      pseudonyms: (sender) => names.map((name) => `${name} ${sender.address}`),
      patience,
    });
  }
  /** The body names the message; the same one again is the same message. */
  const message = (Body: string) => {
    const digits = `${From.slice(-4)}${Body}`.padEnd(32, '0').replace(/[^\da-f]/g, 'f');
    return IncomingMessage.parse({ MessageSid: `SM${digits}`, From, Body });
  };
  const texts = (document: string) => readMessages(document).texts.join();
  const heard = async () => {
    const store = stores[0] ?? assert.fail();
    const log = pino({ level: 'silent' });
    const turns = new Turns({ store, terminal: terminal({}), clock, pause: async () => {}, log });
    const { state } = await turns.standing('thawline-sms', `of ${From}`);
    return (state as { noted?: string[] } | undefined)?.noted;
  };

  it('are handled one after the other, each once, and the same one again has the same answer', async () => {
    const processes = [oneProcess(0), oneProcess(1), oneProcess(1)];
    const sent = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a'].map(message);
    const answers = await Promise.all(
      sent.map((form, place) => processes[place % 3]?.receive(form) ?? assert.fail()),
    );
    const said = answers.map(texts);
    assert.equal(most, 1);
    assert.deepEqual([...((await heard()) ?? [])].sort(), ['a', 'b', 'c', 'd']);
    assert.deepEqual(said.slice(4, 8), said.slice(0, 4));
    // Each answer is the one before and one message more.
    const lengths = new Set(said.slice(0, 4).map((each) => each.split(' ').length));
    assert.deepEqual([...lengths].sort(), [1, 2, 3, 4]);
  });

  it('go on in their conversation when the key of its name was rotated, and begin one under the new name', async () => {
    await oneProcess(0).receive(message('a'));
    names = ['anew of', 'of'];
    assert.equal(texts(await oneProcess(1).receive(message('b'))), 'a b');
    assert.deepEqual(await heard(), ['a', 'b']);
    From = `+12025550${++number}`;
    assert.equal(texts(await oneProcess(1).receive(message('c'))), 'c');
    assert.equal(await heard(), undefined);
  });

  it('keep the order in which they came in one process, in whatever order they are asked for again', async () => {
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const impatient = oneProcess(0, { before: () => goesOn, patience: 1 });
    const first = await Promise.all(['a', 'b', 'c', 'd'].map((each) => impatient.receive(message(each))));
    for (const document of first) assert.equal(readMessages(document).redirect, '/twilio/messages?waited=1');
    const again = ['d', 'b', 'c'].map((each) => impatient.receive(message(each), 1));
    goOn();
    await Promise.all(again);
    const patient = oneProcess(0);
    for (const each of ['a', 'b', 'c', 'd']) await patient.receive(message(each), 2);
    assert.deepEqual(await heard(), ['a', 'b', 'c', 'd']);
  });

  it('have their turn in another process where the first has died, as soon as its lease is over', async () => {
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    const dies = async () => {
      begins();
      await forever();
    };
    void oneProcess(0, { before: dies }).receive(message('a'));
    await begun;
    const died = now.getTime();
    const survivor = oneProcess(1, { pause: () => passes(leaseLasts / 4) });
    assert.equal(texts(await survivor.receive(message('a'))), 'a');
    assert.equal(now.getTime() - died, leaseLasts);
    assert.deepEqual(await heard(), ['a']);
  });

  it('have no second turn where the first process has died after it was written, and the same answer', async () => {
    const dies = () => {
      throw new Error('dead');
    };
    assert.equal(texts(await oneProcess(0, { after: dies }).receive(message('a'))), 'trouble');
    const survivor = oneProcess(1, { pause: () => passes(leaseLasts) });
    assert.equal(texts(await survivor.receive(message('b'))), 'a b');
    assert.equal(texts(await survivor.receive(message('a'))), 'a');
    assert.deepEqual(await heard(), ['a', 'b']);
  });

  it('have one effect where a process goes on that had lost its turn, and whoever asked it gets the one answer', async () => {
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const stalls = async (text: string) => {
      begins();
      if (text === 'a') await goesOn;
    };
    const stalled = oneProcess(0, { before: stalls });
    const late = stalled.receive(message('a'));
    await begun;
    passes(leaseLasts);
    const other = oneProcess(1);
    assert.equal(texts(await other.receive(message('a'))), 'a');
    assert.equal(texts(await other.receive(message('b'))), 'a b');
    goOn();
    assert.equal(texts(await late), 'a');
    assert.deepEqual(await heard(), ['a', 'b']);
  });

  it('say once more what was said last where a lost one comes after another, and nothing is done', async () => {
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    const dies = async () => {
      begins();
      await forever();
    };
    void oneProcess(0, { before: dies }).receive(message('a'));
    await begun;
    passes(leaseLasts);
    const survivor = oneProcess(1);
    await survivor.receive(message('b'));
    await survivor.receive(message('a'));
    assert.deepEqual(await heard(), ['b', '(repeat)']);
  });

  it('have their answer with the next message where the customer has heard that something is wrong', async () => {
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const impatient = oneProcess(0, { before: () => goesOn, patience: 1 });
    assert.equal(texts(await impatient.receive(message('a'), 5)), 'trouble');
    assert.equal(texts(await impatient.receive(message('b'), 5)), 'trouble');
    goOn();
    const other = oneProcess(1);
    // What was said to a conversation that the customer has not heard is not worked on.
    assert.deepEqual(
      ['a', 'a'],
      [texts(await other.receive(message('b'))), texts(await other.receive(message('b')))],
    );
    assert.equal(texts(await other.receive(message('c'))), 'a c');
    assert.deepEqual(await heard(), ['a', 'c']);
  });

  it('wait a minute for their turn, as long as the carrier asks, and are blanked where they had none', async () => {
    await oneProcess(0).receive(message('a'));
    await stores[0]?.transaction([], (manager) =>
      manager.query("UPDATE conversations SET expires_at = '2027-01-01T00:00:00.000Z'"),
    );
    const since = now.getTime();
    const waiting = oneProcess(1, { pause: () => passes(1 * seconds) });
    assert.equal(texts(await waiting.receive(message('b'))), 'trouble');
    assert.equal(now.getTime() - since, 60 * seconds);
    assert.deepEqual(await heard(), ['a']);
    const { MessageSid: messageSid } = message('b');
    assert.ok(await stores[0]?.read((manager) => manager.existsBy(MessageRedactionRows, { messageSid })));
  });

  it('are to be blanked after a minute where their process dies before anybody has looked at them, and not before', async () => {
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    const dies = async () => {
      begins();
      await forever();
    };
    const first = oneProcess(0, { before: dies });
    void first.receive(message('a'));
    await begun;
    void first.receive(message('b'));
    const due = async () => {
      const rows = await stores[0]?.read((manager) => manager.find(MessageRedactionRows));
      const here = ['a', 'b'].map((each) => message(each).MessageSid);
      return rows
        ?.filter(({ messageSid, nextTryAt }) => here.includes(messageSid) && nextTryAt <= now.toISOString())
        .map(({ messageSid }) => messageSid);
    };
    while (
      (await stores[0]?.read((manager) =>
        manager.countBy(MessageRedactionRows, { messageSid: message('b').MessageSid }),
      )) === 0
    )
      await setImmediate();
    passes(60 * seconds - 1);
    assert.deepEqual(await due(), []);
    passes(1);
    assert.deepEqual(await due(), [message('b').MessageSid], 'the first was looked at, and holds nothing');
  });

  it('say nothing of what was missed after STOP, nor where the turn has failed that was waited for', async () => {
    const [fails, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const begun = Promise.withResolvers<void>();
    const waits = async (text: string) => {
      if (text === 'c') begun.resolve();
      await (text === 'a' ? fails : slow).promise;
      if (text === 'a') throw new Error('the bank is away');
    };
    const impatient = oneProcess(0, { before: waits, patience: 1 });
    const other = oneProcess(1);
    assert.equal(texts(await impatient.receive(message('a'), 5)), 'trouble');
    fails.resolve();
    assert.equal(texts(await other.receive(message('b'))), 'b');
    assert.equal(texts(await impatient.receive(message('c'), 5)), 'trouble');
    await begun.promise;
    slow.resolve();
    assert.equal(texts(await other.receive({ ...message('d'), Body: 'STOP' })), '');
    assert.equal(texts(await other.receive(message('e'))), '');
    assert.equal(texts(await other.receive({ ...message('f'), Body: 'START' })), 'b c (arrives)');
  });

  it('are answered with one calm sentence where not even the database answers', async () => {
    const away = () => Promise.reject(new UnfreezeError('storeUnavailable', 'away'));
    const store = { read: away, transaction: away } as unknown as Store;
    const document = await oneProcess(0, { store }).receive(message('a'));
    assert.deepEqual(readMessages(document).texts, ['trouble']);
    assert.equal(await heard(), undefined);
  });
});
