import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import { ConversationLog } from '../../bot/channels/directLine/conversationLog.ts';
import { MessageLog } from '../../bot/channels/twilio/messages/messageLog.ts';
import {
  MessageRedactionRows,
  ReceivedMessageRows,
} from '../../bot/channels/twilio/messages/messageTables.ts';
import { CallLog } from '../../bot/channels/twilio/voice/callLog.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { AwaitedLinks } from '../../bot/links/awaitedLinks.ts';
import { ConversationStates } from '../../bot/turn/conversationStates.ts';
import { TurnLock } from '../../bot/turn/turnLock.ts';
import { retentionCommand } from '../../cli/retentionCommand.ts';
import { run } from '../../kit/command.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, instant } from '../../kit/time.ts';
import { openStore } from '../../services/bankSettings.ts';
import { openCases } from '../bot/cases/testOpenCases.ts';
import { packet } from '../bot/desk/packet.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { emptySqlite } from '../databases/sqlite.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { liNa, openTestBank, type TestBank } from '../services/testBank.ts';

const marker = 'said-by-a-customer-and-to-be-forgotten';

async function retention(url: string, now: Date, words: string[] = [], more: NodeJS.ProcessEnv = {}) {
  const { terminal, said } = recordedTerminal();
  const environment = () => ({ DATABASE_URL: url, ...more });
  const code = await run(retentionCommand({ terminal, environment, clock: () => now }), words, terminal);
  return { code, ...said };
}

/** One case closed long ago, one just now, and one that waits. */
async function closedCase(store: Store, now: Date): Promise<void> {
  const queue = (at: Date) => new HandoffQueue({ store, clock: () => at });
  const long = new Date(now.getTime() - 30 * 24 * hours);
  for (const [conversation, at] of Object.entries({ long, recent: now })) {
    await queue(at).close(await queue(at).open({ ...packet, conversation }));
  }
  await queue(long).open({ ...packet, conversation: 'waits' });
}

/** A thread that is over and one that has said STOP; a message blanked long ago, and one that waits to be. */
async function messages(store: Store, now: Date): Promise<void> {
  const log = new MessageLog({ store, clock: () => now });
  const turnLock = new TurnLock({ store, clock: () => now, pause: async () => {} });
  for (const id of [marker, 'stopped']) {
    // The lease is the one of `converse`, so that there is one to delete.
    await turnLock.run({ channelId: 'msteams', conversationId: 'c1' }, async (lease) => {
      const inTurn = { thread: id, messageSid: id, lease };
      await log.begin(inTurn);
      const left = { choices: [], stopped: id === 'stopped' };
      await store.transaction((manager) => log.keep(manager, inTurn, marker, left));
    });
    await log.queueRedaction(id);
  }
  await store.transaction(async (manager) => {
    await manager.delete(ReceivedMessageRows, 'stopped');
    const redactedAt = instant(new Date(now.getTime() - 30 * 24 * hours));
    await manager.update(MessageRedactionRows, marker, { redactedAt });
  });
}

/** A case that nobody has gone on with, and a code that was none. */
async function openCase(store: Store, now: Date): Promise<void> {
  const cases = openCases({ store, clock: () => now, log: pino({ enabled: false }) });
  const userTerminal = { channel: 'webChat', address: 'c1' } as const;
  const place = { channelId: 'directline', conversationId: 'c1', userTerminal, phone: undefined };
  await cases.note(place, { card: { card: `card_${'A'.repeat(22)}`, lastFour: '1114' }, language: 'en' });
  await cases.takeByCode(place, 'no code');
}

async function converse(store: Store, now: Date): Promise<void> {
  const log = new ConversationLog({ store, clock: () => now });
  const states = new ConversationStates({ store, clock: () => now });
  await log.begin({ conversationId: 'c1' });
  await log.append('c1', () => ({ text: marker }));
  const calls = new CallLog({ store, clock: () => now });
  await calls.open(marker, undefined);
  await calls.claim(marker, 0, undefined);
  await calls.finish(marker, 0, instant(now), marker, {
    ...{ conversationId: marker, tongue: undefined, expects: { what: 'tongue' }, silences: 0 },
  });
  await messages(store, now);
  const turnLock = new TurnLock({ store, clock: () => now, pause: async () => {} });
  const delivered = { channelId: 'msteams', conversationId: 'c1', activityId: marker };
  await turnLock.runOnce(delivered, async () => marker);
  await openCase(store, now);
  const silent = pino({ level: 'silent' });
  const links = new AwaitedLinks({
    store,
    reachable: new Set(['directline', 'emulator', 'msteams', 'webchat']),
    secret: Buffer.alloc(32, 7),
    clock: () => now,
    log: silent,
  });
  const activity = { channelId: 'emulator', serviceUrl: 'http://127.0.0.1', from: { id: marker } };
  const reached = { ...activity, conversation: { id: marker }, recipient: { id: 'bot' } } as Activity;
  await links.note({ activity: reached }, { id: marker, expiresAt: instant(now) });
  await closedCase(store, now);
  await states.write({ 'directline/conversations/c1/': { marker }, 'sms/conversations/s1/': { marker } });
}

onEachDatabase('npm run retention', (empty) => {
  let bank: TestBank;
  let bot: Store;
  let content: EmptyDatabase['content'];
  beforeEach(async () => {
    const database = await empty();
    content = database.content;
    bank = await openTestBank({ empty: async () => database });
    bot = await openStore(bank.databaseUrl, [botSchema]);
    await bank.authenticationRequest(liNa.number);
    await converse(bot, bank.now());
    bank.passes(25 * hours);
  });
  afterEach(async () => {
    await bot.close();
    await bank.close();
  });

  const gone = [
    ['frozenCardRecords', 'PT24H', 1],
    ['authenticationRequests', 'PT24H', 1],
    ['secureLinks', 'PT24H', 0],
    ['answers', 'PT24H', 0],
    ['sentMessages', 'P30D', 0],
    ['queryCounts', 'PT10M', 2],
    ['throttles', 'P90D', 0],
    ['passwordChecks', 'PT24H', 0],
    ['unfreezings', 'PT24H', 0],
    ['disownableUnfreezings', 'PT72H', 0],
    ['receiptCustomers', 'P30D', 0],
    ['conversations', 'PT24H', 1],
    ['calls', 'PT24H', 1],
    ['receivedMessages', 'PT24H', 1],
    ['messageThreads', 'PT24H', 1],
    ['messageRedactions', 'P30D', 1],
    ['conversationStates', 'PT24H', 1],
    ['handledActivities', 'PT24H', 1],
    ['turnLeases', 'PT24H', 1],
    ['openCases', 'PT30M', 1],
    ['wrongGuesses', 'PT30M', 3],
    ['awaitedLinks', 'PT11M', 1],
    ['handoffCases', 'P30D', 1],
    ['handoffNotes', 'P30D', 0],
  ] as const;

  it('deletes what is past its time in both halves and says what, and the second time nothing', async () => {
    const { code, out, err } = await retention(bank.databaseUrl, bank.now(), ['--json']);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const expected = gone.map(([kind, keptFor, deleted]) => ({ kind, keptFor, deleted }));
    assert.deepEqual(JSON.parse(out), expected);
    const again = await retention(bank.databaseUrl, bank.now());
    assert.match(again.out, /^what +kept for +deleted\n(\w+ +PT?\d+[DHM] +0\n){24}$/);
  });

  it('only says what is past its time with --dry-run', async () => {
    const dry = await retention(bank.databaseUrl, bank.now(), ['--dry-run', '--json']);
    const expected = gone.map(([kind, keptFor, due]) => ({ kind, keptFor, due }));
    // What dialogs kept of a conversation of web chat goes with it and is not counted apart.
    assert.deepEqual(JSON.parse(dry.out), expected);
    assert.ok((await content()).includes(marker));
  });

  it('keeps what the settings keep longer', async () => {
    const more = { RETENTION_CONVERSATIONS: 'P2D', RETENTION_ANSWERS: 'P3D' };
    const { out } = await retention(bank.databaseUrl, bank.now(), [], more);
    assert.match(out, /authenticationRequests +P3D +0\n/);
    assert.match(out, /conversations +P2D +0\n/);
  });

  it('leaves nothing of it in the database, beside a service that runs', async () => {
    assert.ok((await content()).includes(marker));
    await retention(bank.databaseUrl, bank.now());
    assert.ok(!(await content()).includes(marker));
  });
});

describe('npm run retention where it cannot do all', () => {
  let database: EmptyDatabase;
  const now = new Date('2026-11-25T08:00:00.001Z');
  beforeEach(async () => {
    database = await emptySqlite();
  });
  afterEach(() => database.remove());

  it('tends the half that is in the database where the other is apart, and makes no tables of that', async () => {
    const bot = await openStore(database.url, [botSchema]);
    await converse(bot, new Date('2026-11-24T08:00:00.000Z'));
    assert.match(
      (await retention(database.url, now)).out,
      /^.*\nconversations.* 1\ncalls.* 1\nreceivedMessages.* 1\nmessageThreads.* 1\nmessageRedactions.* 1\nconversationStates.* 1\nhandledActivities.* 1\nturnLeases.* 1\nopenCases.* 1\nwrongGuesses.* 3\nawaitedLinks.* 1\nhandoffCases.* 1\nhandoffNotes.* 0\n$/,
    );
    const cards = bot.read((manager) => manager.query("SELECT 1 FROM sqlite_master WHERE name = 'cards'"));
    assert.deepEqual(await cards, []);
    await bot.close();
  });

  it('fails where nothing of Thawline is in the database, and where it is used or set wrongly', async () => {
    assert.match((await retention(database.url, now)).err, /holds nothing of Thawline/);
    assert.equal((await retention(database.url, now)).code, 1);
    assert.equal((await retention(database.url, now, ['now'])).code, 2);
    const short = await retention(database.url, now, [], {
      RETENTION_ANSWERS: 'PT1H',
      RETENTION_THROTTLES: '3',
    });
    assert.equal(short.code, 2);
    assert.match(
      short.err,
      /^RETENTION_ANSWERS: must be from PT24H .*\nRETENTION_THROTTLES: must be a duration/,
    );
    assert.match((await retention(database.url, now, ['--help'])).out, /--dry-run/);
  });
});
