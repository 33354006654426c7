import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import { ConversationLog } from '../../bot/channels/directLine/conversationLog.ts';
import { MessageLog } from '../../bot/channels/twilio/messages/messageLog.ts';
import { MessageRedactionRows } from '../../bot/channels/twilio/messages/messageTables.ts';
import { CallLog, callFromRow } from '../../bot/channels/twilio/voice/callLog.ts';
import { HandoffNoteRows } from '../../bot/desk/handoffNotesTable.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { StoredAwaitedLinks } from '../../bot/links/awaitedLinks.ts';
import { Turns } from '../../bot/turn/turns.ts';
import { byHand } from '../../cli/operator.ts';
import { retentionCommand } from '../../cli/retentionCommand.ts';
import { run } from '../../kit/command.ts';
import { openStore } from '../../kit/store/openStore.ts';
import type { Store } from '../../kit/store/store.ts';
import { hours, instant } from '../../kit/time.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { openCases } from '../bot/cases/testOpenCases.ts';
import { packet } from '../bot/desk/packet.ts';
import { delivery, NotingTerminal, textForm } from '../bot/turn/notingTerminal.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { emptySqlite } from '../databases/sqlite.ts';
import { entriesOf } from '../services/audit/trailOf.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { liNa, openTestBank, type TestBank } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const marker = 'said-by-a-customer-and-to-be-forgotten';

/** A database and its keys. */
type Kept = { databaseUrl: string; keysFile: string };

async function retention(kept: Kept, now: Date, words: string[] = [], more: NodeJS.ProcessEnv = {}) {
  const { terminal, said } = recordedTerminal();
  const environment = () => ({ DATABASE_URL: kept.databaseUrl, KEYS_FILE: kept.keysFile, ...more });
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
  const log = new MessageLog({ clock: () => now });
  for (const id of [marker, 'stopped']) {
    const left = { choices: [{ title: marker, value: marker }], stopped: id === 'stopped' };
    const message = { thread: id, messageSid: id };
    await store.transaction([], async (manager) => {
      const seen = await log.find(manager, id, 'thawline-sms');
      await log.keep(manager, message, id === marker ? left : { ...left, choices: [] }, seen);
      await log.holds(manager, id);
    });
  }
  await store.transaction([], async (manager) => {
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

/** A turn that was answered and one that was lost, of two conversations; web chat's go with what it has shown. */
async function turns(store: Store, now: Date): Promise<void> {
  const terminal = new NotingTerminal();
  const log = pino({ level: 'silent' });
  const engine = new Turns({ store, terminal, clock: () => now, pause: async () => {}, log });
  for (const place of [
    { channelId: 'directline', conversation: 'c1' },
    { channelId: 'sms', conversation: 's1' },
  ]) {
    await engine.take(delivery(marker, place), textForm(marker));
    terminal.before = () => Promise.reject(new Error('it dies'));
    const lost = engine.take(delivery('lost', place), textForm(`${marker} in vain`, { isRecovered: true }));
    await assert.rejects(lost, /it dies/);
    terminal.before = async () => {};
  }
}

async function converse(store: Store, now: Date, keyRing: KeyRing): Promise<void> {
  const log = new ConversationLog({ store, clock: () => now });
  const calls = new CallLog({ store, clock: () => now });
  await store.transaction([], async (manager) => {
    await log.begin(manager, { conversationId: 'c1' });
    await log.append(manager, 'c1', { from: 1, shown: [{ text: marker }] });
    const call = calls.fresh(marker, undefined);
    await calls.leave(manager, call, { step: 0, token: undefined, left: callFromRow(call) });
  });
  await turns(store, now);
  await messages(store, now);
  await openCase(store, now);
  const silent = pino({ level: 'silent' });
  const secret = () => keyRing.secrets('webChatTokenKey');
  const links = new StoredAwaitedLinks({
    store,
    reachable: new Set(['directline', 'emulator', 'msteams', 'webchat']),
    secret,
    clock: () => now,
    log: silent,
  });
  const activity = { channelId: 'emulator', serviceUrl: 'http://127.0.0.1', from: { id: marker } };
  const reached = { ...activity, conversation: { id: marker }, recipient: { id: 'bot' } } as Activity;
  await links.note({ activity: reached }, { id: marker, expiresAt: instant(now) });
  await closedCase(store, now);
}

onEachDatabase('thawline retention', (empty) => {
  let bank: TestBank;
  let bot: Store;
  let content: EmptyDatabase['content'];
  beforeEach(async () => {
    const database = await empty();
    content = database.content;
    bank = await openTestBank({ empty: async () => database });
    bot = await openStore(bank.databaseUrl, [botSchema]);
    await bank.authenticationRequest(liNa.number);
    await converse(bot, bank.now(), bank.keyRing);
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
    ['freezeNotices', 'P7D', 0],
    ['queryCounts', 'PT10M', 2],
    ['throttles', 'P90D', 0],
    ['passwordChecks', 'PT24H', 0],
    ['unfreezings', 'PT24H', 0],
    ['disownableUnfreezings', 'PT72H', 0],
    ['requestedFreezings', 'PT24H', 0],
    ['approvalRequests', 'P30D', 0],
    ['bankEvents', 'P30D', 0],
    ['bankEventHours', 'P730D', 0],
    ['webhookEvents', 'P30D', 0],
    ['operatorSessions', 'PT0M', 0],
    ['bankPageFiles', 'P1D', 0],
    ['sealingKeys', 'PT75M', 1],
    ['conversations', 'PT24H', 1],
    ['calls', 'PT24H', 1],
    ['messageThreads', 'PT24H', 1],
    ['messageRedactions', 'P30D', 1],
    ['deliveries', 'PT24H', 2],
    ['turns', 'PT24H', 1],
    ['openCases', 'PT30M', 1],
    ['wrongGuesses', 'PT30M', 3],
    ['awaitedLinks', 'PT11M', 1],
    ['handoffCases', 'P30D', 1],
    ['deskAgents', 'P30D', 0],
    ['handoffNotes', 'P30D', 0],
    ['deskSessions', 'PT0M', 0],
    ['keptDisownments', 'PT72H', 0],
    ['untoldOptOuts', 'P30D', 0],
    ['sharedCounts', 'PT0M', 0],
    ['botEvents', 'P30D', 0],
    ['botEventHours', 'P730D', 0],
    ['missedSentences', 'P30D', 0],
    ['returnMarks', 'PT24H', 0],
    ['botPageFiles', 'P1D', 0],
  ] as const;

  it('deletes what is past its time in both halves and says what, and the second time nothing', async () => {
    const { code, out, err } = await retention(bank, bank.now(), ['--json']);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const expected = gone.map(([kind, keptFor, deleted]) => ({ kind, keptFor, deleted }));
    assert.deepEqual(JSON.parse(out), expected);
    const [swept = assert.fail(), ...others] = await entriesOf(bank, 'retentionSwept');
    assert.ok(JSON.parse(swept.details).deleted.includes('conversations: 1'), swept.details);
    assert.equal(JSON.parse(swept.details).who, byHand().who);
    assert.deepEqual(others, []);
    const again = await retention(bank, bank.now());
    assert.equal((await entriesOf(bank, 'retentionSwept')).length, 1, 'nothing went the second time');
    assert.match(
      again.out,
      new RegExp(`^what +kept for +deleted\\n(\\w+ +PT?\\d+[DHM] +0\\n){${gone.length}}$`),
    );
  });

  it('only says what is past its time with --dry-run, each row once', async () => {
    const dry = await retention(bank, bank.now(), ['--dry-run', '--json']);
    const expected = gone.map(([kind, keptFor, due]) => ({ kind, keptFor, due }));
    assert.deepEqual(JSON.parse(dry.out), expected);
    assert.ok((await content()).includes(marker));
  });

  it('keeps what the settings keep longer', async () => {
    const more = { RETENTION_CONVERSATIONS: 'P2D', RETENTION_ANSWERS: 'P3D' };
    const { out } = await retention(bank, bank.now(), [], more);
    assert.match(out, /authenticationRequests +P3D +0\n/);
    assert.match(out, /conversations +P2D +0\n/);
  });

  it('leaves nothing of it in the database, beside a service that runs', async () => {
    assert.ok((await content()).includes(marker));
    await retention(bank, bank.now());
    assert.ok(!(await content()).includes(marker));
  });
});

describe('thawline retention where it cannot do all', () => {
  const folder = temporaryFolder();
  const keysFile = join(folder.path, 'keys.json');
  const now = new Date('2026-11-25T08:00:00.001Z');
  let database: EmptyDatabase;
  let kept: Kept;
  beforeEach(async () => {
    database = await emptySqlite();
    kept = { databaseUrl: database.url, keysFile };
  });
  afterEach(() => database.remove());
  after(() => folder.remove());

  it('tends the half that is in the database where the other is apart, and makes no tables of that', async () => {
    const bot = await openStore(database.url, [botSchema]);
    const keyRing = KeyRing.openOrMake(keysFile, { clock: () => now, production: false });
    await converse(bot, new Date('2026-11-24T08:00:00.000Z'), keyRing);
    assert.match(
      (await retention(kept, now)).out,
      /^.*\nconversations.* 1\ncalls.* 1\nmessageThreads.* 1\nmessageRedactions.* 1\ndeliveries.* 2\nturns.* 1\nopenCases.* 1\nwrongGuesses.* 3\nawaitedLinks.* 1\nhandoffCases.* 1\ndeskAgents.* 0\nhandoffNotes.* 0\ndeskSessions.* 0\nkeptDisownments.* 0\nuntoldOptOuts.* 0\nsharedCounts.* 0\nbotEvents.* 0\nbotEventHours.* 0\nmissedSentences.* 0\nreturnMarks.* 0\nbotPageFiles.* 0\n$/,
    );
    const [note = assert.fail()] = await bot.read((manager) => manager.find(HandoffNoteRows));
    assert.equal(JSON.parse(note.handoff).did, 'retentionSwept', 'the bot tells the bank’s side of it');
    const cards = bot.read((manager) => manager.query("SELECT 1 FROM sqlite_master WHERE name = 'cards'"));
    assert.deepEqual(await cards, []);
    await bot.close();
  });

  it('fails where nothing of Thawline is in the database, and where it is used or set wrongly', async () => {
    assert.match((await retention(kept, now)).err, /has no tables of Thawline/);
    assert.equal((await retention(kept, now)).code, 1);
    assert.equal((await retention(kept, now, ['now'])).code, 2);
    const short = await retention(kept, now, [], {
      RETENTION_ANSWERS: 'PT1H',
      RETENTION_THROTTLES: '3',
    });
    assert.equal(short.code, 2);
    assert.match(
      short.err,
      /^RETENTION_ANSWERS: must be from PT24H .*\nRETENTION_THROTTLES: must be a duration/,
    );
    assert.match((await retention(kept, now, ['--help'])).out, /--dry-run/);
  });
});
