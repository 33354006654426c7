import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byHand } from '../../cli/operator.ts';
import { reconcileCommand } from '../../cli/reconcileCommand.ts';
import { run } from '../../kit/command.ts';
import { AuditEntries } from '../../services/tables/auditEntry.ts';
import { type ClaimedUnfreezing, ClaimedUnfreezings } from '../../services/tables/unfreezing.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { liNa, openTestBank, type TestBank } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const head = 'idempotencyKey,cardNumber,at';
const at = '2026-03-01T09:30:00.000Z';

onEachDatabase('thawline reconcile', (empty) => {
  const { path, remove } = temporaryFolder();
  const file = join(path, 'unfrozen.csv');
  let bank: TestBank;
  let card: string;
  before(async () => {
    bank = await openTestBank({ customers: [], empty });
    card = await bank.cardSystem.referenceOf(liNa.number);
    for (const [id, concludedAt] of [
      ['done', at],
      ['asked', null],
    ] as const)
      await claims(id, concludedAt);
  });
  after(async () => {
    await bank.close();
    remove();
  });

  function claims(id: string, concludedAt: string | null): Promise<unknown> {
    const unfreezing: ClaimedUnfreezing = {
      id,
      authenticationRequest: id,
      envelopeId: id,
      card,
      lastFour: '1114',
      cardVersion: 1,
      freezes: [],
      customerId: 'c',
      language: 'en',
      reservedVersion: 1,
      channel: 'webChat',
      claimedAt: at,
      idempotencyKey: null,
      answer: null,
      concludedAt,
    };
    return bank.store.transaction([], (manager) => manager.insert(ClaimedUnfreezings, unfreezing));
  }

  async function reconciles(words: string[] = []) {
    const { databaseUrl, keysFile, now } = bank;
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: databaseUrl, KEYS_FILE: keysFile });
    const code = await run(
      reconcileCommand({ terminal, environment, clock: now }),
      [file, ...words],
      terminal,
    );
    return { code, ...said };
  }
  const holds = (...rows: string[]) => writeFileSync(file, `${[head, ...rows].join('\n')}\n`);
  const row = (id: string) => `${id},${liNa.number},${at}`;
  const standing = async () =>
    JSON.parse((await reconciles(['--json'])).out).map(({ standing }: { standing: string }) => standing);

  it('tells what is known, what is still asked for, and what is lost, and writes nothing unasked', async () => {
    holds(row('done'), row('asked'), row('gone'));
    assert.deepEqual(await standing(), ['known', 'open', 'lost']);
    await bank.chaining.chain();
    assert.equal(await bank.store.read((manager) => manager.count(AuditEntries)), 0);
    assert.doesNotMatch((await reconciles()).out, new RegExp(liNa.number));
  });

  it('writes what is lost into the audit trail once, with who has found it', async () => {
    holds(row('done'), row('gone'));
    const { code, err } = await reconciles(['--by', 'J. Chen']);
    assert.deepEqual([code, err], [0, '1 written into the audit trail as lost\n']);
    assert.equal((await reconciles(['--by', 'J. Chen'])).err, '');
    await bank.chaining.chain();
    assert.equal((await reconciles(['--by', 'J. Chen'])).err, '', 'nor when it is chained');
    const entries = await bank.store.read((manager) => manager.find(AuditEntries));
    assert.deepEqual(
      entries.map(({ action, details }) => [action, JSON.parse(details)]),
      [['unfreezingLost', { unfreezing: 'gone', card, at, ...byHand(undefined, { by: 'J. Chen' }) }]],
    );
    assert.deepEqual(await standing(), ['known', 'noted']);
  });

  it('refuses a file that is not as it should be, with its line and without what stands there', async () => {
    for (const [content, reason] of [
      ['number\n', /line 1: the head must be/],
      [`${head}\na b,${liNa.number},${at}\n`, /line 2: no Idempotency-Key/],
      [`${head}\n${row('gone')}\nx,4111,${at}\n`, /line 3: no card number/],
      [`${head}\nx,${liNa.number},yesterday\n`, /line 2: no moment/],
      [`${head}\n"x\n`, /line 2: has a quotation mark/],
    ] as const) {
      writeFileSync(file, content);
      const { code, out, err } = await reconciles(['--by', 'J. Chen']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, reason);
      assert.doesNotMatch(err, /6200|4111|yesterday/);
    }
  });
});
