// Guards money: what is asked twice is done once.
import assert from 'node:assert/strict';
import { UnfreezeError } from '../../../kit/errors.ts';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { hours, seconds } from '../../../kit/time.ts';
import { AuditTail } from '../../../services/tables/auditEntry.ts';
import { IdempotentRequests } from '../../../services/tables/idempotentRequest.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

onEachDatabase('a request under an idempotency key', (empty) => {
  let bank: TestBank;
  let times: number;
  beforeEach(async () => {
    bank = await openTestBank({ customers: [], empty });
    times = 0;
  });
  afterEach(() => bank.close());

  const request = { key: 'key', path: '/unfreeze', body: { card: 'a' } };
  const once = (of = request, at?: () => Promise<void>) =>
    bank.idempotency.once(of, async (record) => {
      times += 1;
      await at?.();
      return bank.store.transaction([], async (manager) => {
        await bank.audit.write(manager, bank.now(), 'cardUnfrozen', { times });
        await record(manager, { times });
        return { times };
      });
    });
  const effects = () => bank.store.read((manager) => manager.count(AuditTail));
  const isRefused = (work: Promise<unknown>, code: string) =>
    assert.rejects(work, (error) => error instanceof RequestRefused && error.answer === code);

  it('has one effect, and the same answer each time', async () => {
    assert.deepEqual(await once(), { times: 1 });
    assert.deepEqual(await once(), { times: 1 });
    assert.equal(await effects(), 1);
  });

  it('is the same one when the index key was rotated meanwhile', async () => {
    await once();
    bank.keyRing.rotate('indexKey');
    assert.deepEqual(await once(), { times: 1 });
    await isRefused(once({ ...request, body: { card: 'b' } }), 'idempotencyKeyReused');
    assert.equal(await effects(), 1);
  });

  it('is refused for another body and another address', async () => {
    await once();
    await isRefused(once({ ...request, body: { card: 'b' } }), 'idempotencyKeyReused');
    await isRefused(once({ ...request, path: '/other' }), 'idempotencyKeyReused');
    assert.equal(await effects(), 1);
  });

  it('is not begun a second time while it is worked on, and is after its process must have died', async () => {
    let finish = () => {};
    const first = once(request, () => new Promise((resolve) => (finish = resolve as () => void)));
    while (times === 0) await effects();
    await isRefused(once(), 'requestInProgress');
    bank.passes(30 * seconds);
    assert.deepEqual(await once(), { times: 2 });
    finish();
    await isRefused(first, 'requestInProgress');
    assert.deepEqual(await once(), { times: 2 });
    assert.equal(await effects(), 1, 'what was taken over is undone');
  });

  it('of many at the same moment has one effect', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => once()));
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length >= 1, true);
    assert.equal(times, 1);
    assert.equal(await effects(), 1);
  });

  it('is refused again as it was refused, without being looked at again', async () => {
    const refuse = async () => {
      throw new UnfreezeError('envelopeReused', 'x');
    };
    await rejectsWith('envelopeReused', once(request, refuse));
    await rejectsWith('envelopeReused', once(request));
    assert.equal(times, 1);
  });

  it('can be tried again after what may pass', async () => {
    for (const code of ['storeUnavailable', 'tooManyRequests', 'internal'] as const) {
      const fail = async () => {
        throw new UnfreezeError(code, 'x');
      };
      await rejectsWith(code, once(request, fail));
    }
    assert.deepEqual(await once(), { times: 4 });
  });

  it('keeps the answer where the work came true and only its end was lost', async () => {
    const work = bank.idempotency.once(request, async (record) => {
      await bank.store.transaction([], (manager) => record(manager, { times: 1 }));
      throw new UnfreezeError('storeUnavailable', 'the connection was lost while committing');
    });
    await rejectsWith('storeUnavailable', work);
    assert.deepEqual(await once(), { times: 1 });
    assert.equal(times, 0);
  });

  it('is forgotten after 24 hours, and holds nothing of what was asked', async () => {
    await once({ ...request, body: { envelope: 'sealed-by-the-edge' } as never });
    const rows = await bank.store.read((manager) => manager.find(IdempotentRequests));
    assert.ok(!JSON.stringify(rows).includes('sealed-by-the-edge'));
    bank.passes(24 * hours);
    await bank.tend();
    assert.equal(await bank.store.read((manager) => manager.count(IdempotentRequests)), 0);
  });
});
