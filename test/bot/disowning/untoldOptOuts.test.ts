import assert from 'node:assert/strict';
import type { KeyObject } from 'node:crypto';
import pino from 'pino';
import sinon from 'sinon';
import { botSchema } from '../../../bot/botSchema.ts';
import { UntoldOptOuts } from '../../../bot/disowning/untoldOptOuts.ts';
import { UntoldOptOutRows } from '../../../bot/disowning/untoldOptOutsTable.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { Store } from '../../../kit/store/store.ts';
import { later } from '../../../kit/time.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { testKey } from '../../testKey.ts';

const phones = ['+12025550101', '+12025550102', '+12025550103'] as const;
const [first, second, third] = phones;
const away = new UnfreezeError('storeUnavailable', 'away');

const ordinary = testKey(7);

onEachDatabase('who has said STOP', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let noteOptOut: sinon.SinonStub;
  let logged: string;
  let now = new Date('2026-11-29T08:00:00.000Z');
  beforeEach(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    noteOptOut = sinon.stub().rejects(away);
    logged = '';
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  const started = (...secrets: KeyObject[]) =>
    new UntoldOptOuts({
      ...{ store, optOuts: { noteOptOut }, secret: () => (secrets.length > 0 ? secrets : [ordinary]) },
      clock: () => {
        now = later(now, 1);
        return now;
      },
      log: pino({ level: 'error' }, { write: (line: string) => (logged += line) }),
    });
  const kept = () => store.read((manager) => manager.find(UntoldOptOutRows));
  function back(): void {
    noteOptOut.reset();
    noteOptOut.resolves({ noted: true });
  }

  it('is told to the bank’s side in order, each number’s newest word, after the bot’s end and start too', async () => {
    const before = started();
    await before.note(first, true);
    await before.note(second, true);
    await before.note(first, false);
    await before.tell();
    back();
    const after = started();
    await after.tell();
    assert.deepEqual(noteOptOut.args, [
      [{ phone: second, stopped: true }],
      [{ phone: first, stopped: false }],
    ]);
    await after.tell();
    assert.equal(noteOptOut.callCount, 2, 'each once');
    assert.deepEqual(await kept(), []);
  });

  it('is told in order although the key was rotated between two words of one number', async () => {
    const fresh = testKey(9);
    await started().note(first, true);
    await started(fresh, ordinary).note(first, false);
    back();
    await started(fresh, ordinary).tell();
    assert.deepEqual(noteOptOut.lastCall.args, [{ phone: first, stopped: false }]);
    assert.deepEqual(await kept(), []);
  });

  it('keeps nobody else waiting who can never be told of', async () => {
    back();
    noteOptOut.onFirstCall().rejects(new UnfreezeError('messageInvalid', 'no number'));
    const bot = started();
    for (const phone of phones) await bot.note(phone, true);
    await bot.tell();
    await bot.tell();
    assert.deepEqual(noteOptOut.lastCall.args, [{ phone: third, stopped: true }]);
    assert.deepEqual(await kept(), []);
    assert.match(logged, /refuses a STOP or START for good/);
  });

  it('is one row however often it is said, and leaves no number in the database or the log', async () => {
    const bot = started();
    for (let times = 0; times < 20; times++) await bot.note(first, times % 2 === 0);
    await bot.tell();
    const rows = await kept();
    assert.equal(rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows) + logged, /2025550/);
  });

  it('keeps no answer from the customer where it cannot even be kept, and the log says so', async () => {
    const bot = started();
    await store.close();
    await bot.note(first, true);
    assert.match(logged, /will not hear/);
    store = await openTestStore(database.url, [botSchema]);
  });
});
