import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import pino from 'pino';
import { UnfreezeError } from '../../kit/errors.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { minutes } from '../../kit/time.ts';
import { AuditEntries, AuditTail } from '../../services/tables/auditEntry.ts';
import { trailOf } from '../services/audit/trailOf.ts';
import { liNa, openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';
import { type SmallDisk, smallDisk } from './smallDisk.ts';

describe('a full disk', () => {
  let disk: SmallDisk;
  let bank: TestBank;
  let server: HttpServer;
  let url: string;
  beforeEach(async () => {
    disk = smallDisk();
    const empty = async () => ({
      url: disk.url,
      content: async () => Buffer.alloc(0),
      remove: async () => disk.remove(),
    });
    bank = await openTestBank({ empty });
    const log = pino({ level: 'silent' });
    server = new HttpServer({
      log,
      https: false,
      checks: { needed: { bank: () => bank.ready() } },
      routes: [],
    });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });
  afterEach(async () => {
    await server.close();
    await bank.close();
  });

  const status = async (path: string) => (await fetch(url + path)).status;
  /**
   * Asks about a card again and again, so many at once, as nobody is kept from.
   * @returns how often it was answered, and what the last ones were refused with
   */
  async function asksUntilRefused(atOnce: number) {
    const card = await bank.card(liNa.number);
    const asks = (place: number) => {
      const userTerminal = { channel: 'webChat' as const, address: `conversation ${place}` };
      return bank.customerService.queryCardStatus({ card, userTerminal });
    };
    for (let answered = 0; answered < 5_000; answered += atOnce) {
      const asked = await Promise.allSettled(
        Array.from({ length: atOnce }, (_, place) => asks(answered + place)),
      );
      const errors = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      if (errors.length > 0) return { answered: answered + atOnce - errors.length, errors };
    }
    return assert.fail('the disk is not full');
  }
  const queries = () =>
    bank.store.read(async (manager) => {
      const action = 'cardStatusQueried';
      return (
        (await manager.countBy(AuditEntries, { action })) + (await manager.countBy(AuditTail, { action }))
      );
    });

  function saysThatTheDiskIsFull(error: unknown): void {
    assert.ok(error instanceof UnfreezeError && error.code === 'storeUnavailable', String(error));
    assert.equal(error.message, 'the disk of the database is full');
  }

  it('is told to all whose commit it was, and none of them is written by half', async () => {
    const before = await queries();
    await disk.fill(bank.store);
    const { answered, errors } = await asksUntilRefused(8);
    assert.ok(errors.length > 1);
    for (const error of errors) saysThatTheDiskIsFull(error);
    bank.passes(1 * minutes);
    assert.equal(await queries(), before + answered);
  });

  it('is said, lived through and forgotten when there is room: nothing that was answered is lost', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    assert.equal(await status('/readyz'), 200);
    const before = await queries();
    await disk.fill(bank.store);
    const { answered, errors } = await asksUntilRefused(1);
    for (const error of errors) saysThatTheDiskIsFull(error);
    assert.deepEqual([await status('/readyz'), await status('/healthz')], [503, 200]);
    bank.passes(1 * minutes);
    assert.equal(await queries(), before + answered);

    await disk.makeRoom(bank.store);
    assert.equal(await status('/readyz'), 503, 'a probe writes nothing to find out');
    await bank.store.tryWriting();
    assert.equal(await status('/readyz'), 200);
    const answer = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(answer.outcome, 'unfrozen');
    const trail = await trailOf(bank);
    trail.reduce((last, row) => {
      assert.equal(row.hash, bank.audit.hash(row, last), `entry ${row.number}`);
      return row.hash;
    }, '');
  });
});

describe('a key file that vanishes', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank();
  });
  afterEach(() => bank.close());

  it('stops the service from being ready, with the reason, until it is back', async () => {
    const kept = readFileSync(bank.keysFile);
    await bank.ready();
    rmSync(bank.keysFile);
    await assert.rejects(bank.ready(), {
      code: 'keysUnusable',
      message: /keys\.json cannot be used: it has gone/,
    });
    await assert.rejects(bank.authenticationRequest(liNa.number), { code: 'keysUnusable' });
    writeFileSync(bank.keysFile, kept, { mode: 0o600 });
    await bank.ready();
    await bank.authenticationRequest(liNa.number);
  });
});
