// Guards money: a card that somebody else has unfrozen is frozen again, though the bank's side was away.

import assert from 'node:assert/strict';
import type { KeyObject } from 'node:crypto';
import pino from 'pino';
import sinon from 'sinon';
import { botSchema } from '../../../bot/botSchema.ts';
import { KeptDisownments } from '../../../bot/disowning/keptDisownments.ts';
import { KeptDisownmentRows } from '../../../bot/disowning/keptDisownmentsTable.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';
import { testKey } from '../../testKey.ts';

const phone = '+12025550104';
const userTerminal = { channel: 'sms', address: 'a-thread', network: '198.51.100.7' } as const;
const from = { phone, userTerminal };
const ordinary = testKey(7);
const away = new UnfreezeError('storeUnavailable', 'away');

onEachDatabase('"that was not me" while the bank’s side is away', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let disown: sinon.SinonStub;
  const now = new Date('2026-11-24T08:00:00.000Z');
  beforeEach(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    disown = sinon.stub().rejects(away);
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  const started = (...secrets: KeyObject[]) =>
    new KeptDisownments({
      ...{ store, customerService: { disown }, secret: () => (secrets.length > 0 ? secrets : [ordinary]) },
      clock: () => now,
      log: pino({ level: 'silent' }),
    });
  const kept = () => store.read((manager) => manager.find(KeptDisownmentRows));

  it('is kept, said so, and told once the bank’s side is back, after the bot’s end and start too', async () => {
    assert.deepEqual(await started().disown(from), { outcome: 'kept' });
    disown.resetBehavior();
    disown.resolves({ outcome: 'nothingUnfrozen' });
    disown.resetHistory();
    const after = started();
    await after.tell();
    const { network: _network, ...terminal } = userTerminal;
    assert.deepEqual(disown.args, [[{ phone, userTerminal: terminal }]]);
    await after.tell();
    assert.equal(disown.callCount, 1, 'it is forgotten once it is answered');
    assert.deepEqual(await kept(), []);
  });

  it('is told although the key was rotated meanwhile', async () => {
    const fresh = testKey(9);
    await started().disown(from);
    await started(fresh, ordinary).disown(from);
    disown.reset();
    disown.resolves({ outcome: 'nothingUnfrozen' });
    await started(fresh, ordinary).tell();
    assert.equal(disown.callCount, 2);
    assert.deepEqual(await kept(), []);
  });

  it('stays kept as long as the bank’s side is away', async () => {
    const bot = started();
    await bot.disown(from);
    for (let times = 0; times < 5; times++) await bot.tell();
    assert.equal((await kept()).length, 1);
  });

  it('is one row however often it is said, from whatever channel', async () => {
    const bot = started();
    for (let times = 0; times < 30; times++) await bot.disown(from);
    await bot.disown({ phone, userTerminal: { channel: 'voice', address: 'a-call' } });
    assert.equal((await kept()).length, 1);
  });

  it('is answered by the bank’s side where that is there, and nothing is kept', async () => {
    disown.resetBehavior();
    disown.resolves({ outcome: 'nothingUnfrozen' });
    assert.deepEqual(await started().disown(from), { outcome: 'nothingUnfrozen' });
    assert.deepEqual(await kept(), []);
  });

  it('is not kept where it can never be taken', async () => {
    disown.rejects(new UnfreezeError('messageInvalid', 'no telephone'));
    await rejectsWith('messageInvalid', started().disown(from));
    assert.deepEqual(await kept(), []);
  });

  it('leaves no number in the database, and opens under no other key', async () => {
    await started().disown(from);
    const [row] = await kept();
    assert.ok(row);
    assert.doesNotMatch(JSON.stringify(row), /2025550104|a-thread/);
    disown.resetBehavior();
    disown.resolves({ outcome: 'nothingUnfrozen' });
    disown.resetHistory();
    await started(testKey(8)).tell();
    assert.equal(disown.callCount, 0);
    assert.equal((await kept()).length, 1);
  });
});
