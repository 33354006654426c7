import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { HandoffQueue } from '../../../bot/desk/handoffQueue.ts';
import { UnreachedOwners } from '../../../bot/desk/unreachedOwners.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { Store } from '../../../kit/store/store.ts';
import type { ReceiptCase, UnreachedReceipt } from '../../../services/contract/receipts.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';

const receipt: UnreachedReceipt = {
  receipt: '00000000-0000-4000-8000-000000000001',
  lastFour: '1114',
  channel: 'webChat',
  language: 'zh-Hans',
  unfrozenAt: '2026-11-24T08:00:00.000Z',
  why: 'unreached',
};

onEachDatabase('owners who could not be told', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let noted: ReceiptCase[];
  let logged: string;
  /** What is thrown instead of noting a case. */
  let trouble: Error | undefined;
  beforeEach(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    [noted, logged, trouble] = [[], '', undefined];
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  const queue = () => new HandoffQueue({ store, clock: () => new Date('2026-11-24T09:00:00.000Z') });
  const owners = (receipts: UnreachedReceipt[]) =>
    new UnreachedOwners({
      receipts: {
        unreachedReceipts: async () => ({ receipts }),
        async noteReceiptCase(opened) {
          if (trouble) throw trouble;
          noted.push(opened);
          return { noted: true };
        },
      },
      desk: queue(),
      log: pino({ level: 'warn' }, { write: (line: string) => (logged += line) }),
    });

  it('get a case that says which card was unfrozen where and when, and the bank’s side hears of it', async () => {
    await owners([receipt]).look();
    const [one = assert.fail(), ...others] = await queue().list();
    assert.deepEqual(
      [one.reason, one.lastFour, one.channel, one.language, one.at, others],
      ['receiptUnreached', '1114', 'webChat', 'zh-Hans', receipt.unfrozenAt, []],
    );
    assert.deepEqual(noted, [{ receipt: receipt.receipt, caseId: one.case }]);
  });

  it('get one that comes first where they have disowned it on the page of their notice', async () => {
    await owners([{ ...receipt, why: 'disowned' }]).look();
    const [one = assert.fail()] = await queue().list();
    assert.deepEqual([one.reason, one.lastFour, one.language], ['unfreezingDisowned', '1114', 'zh-Hans']);
    assert.match(logged, /has disowned an unfreezing on the page/);
  });

  it('get one case each, though the bank’s side could not be told the first time', async () => {
    trouble = new UnfreezeError('storeUnavailable', 'away');
    await owners([receipt]).look();
    trouble = undefined;
    await owners([receipt, { ...receipt, receipt: '00000000-0000-4000-8000-000000000002' }]).look();
    assert.deepEqual([(await queue().list()).length, noted.length], [2, 2]);
    assert.match(logged, /"level":50.*have no case yet/);
    await owners([]).look();
    assert.equal((await queue().list()).length, 2);
  });
});
