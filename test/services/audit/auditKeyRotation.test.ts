// Guards money: what was written stays evidence, and who has an old key writes nothing more.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keysCommand } from '../../../cli/keysCommand.ts';
import { run } from '../../../kit/command.ts';
import { minutes } from '../../../kit/time.ts';
import { Audit } from '../../../services/audit/audit.ts';
import { AuditChaining } from '../../../services/audit/auditChaining.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { AuditTail } from '../../../services/tables/auditEntry.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { recordedTerminal } from '../recordedTerminal.ts';
import { AnchoredTrail } from './anchoredTrail.ts';

onEachDatabase('the audit key', (empty) => {
  let trail: AnchoredTrail;
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(async () => {
    folder = temporaryFolder();
    trail = await AnchoredTrail.of(empty);
  });
  afterEach(async () => {
    await trail.close();
    folder.remove();
  });

  async function rotates(...more: string[]): Promise<void> {
    const { databaseUrl, keysFile, now } = trail.bank;
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: databaseUrl, KEYS_FILE: keysFile });
    const program = keysCommand({ terminal, environment, clock: now });
    assert.equal(await run(program, ['rotate', 'audit', ...more], terminal), 0, said.err);
  }
  /** A trail as somebody writes it who has kept the key file of before. */
  function withKeysOfBefore(): Audit {
    const { keyRing, now } = trail.bank;
    const file = join(folder.path, 'before.json');
    rmSync(file, { force: true });
    keyRing.copyTo(file);
    return new Audit(KeyRing.open(file, { clock: now, production: false }));
  }
  const writes = (audit: Audit) => {
    const { store, now } = trail.bank;
    return store.transaction([], (manager) => audit.write(manager, now(), 'cardUnfrozen', { card: 'x' }));
  };

  it('can be rotated again and again, and every entry still holds', async () => {
    await trail.grows(3);
    for (let year = 0; year < 3; year++) {
      await rotates();
      trail.bank.passes(30 * minutes);
      await trail.grows(3);
    }
    const { code, err } = await trail.verify();
    assert.equal(code, 0, err);
    assert.equal(trail.bank.keyRing.secrets('auditKey').length, 4);
  });

  it('is heeded in what waits, for as long as another machine may write with the one before', async () => {
    const before = withKeysOfBefore();
    await writes(before);
    await rotates();
    await writes(before);
    await trail.grows(1);
    const { code, err } = await trail.verify();
    assert.equal(code, 0, err);
  });

  it('writes nothing more when it was rotated: neither into what waits nor behind the chain', async () => {
    const before = withKeysOfBefore();
    await trail.grows(2);
    await rotates();
    await trail.grows(2);
    trail.bank.passes(11 * minutes);
    await trail.grows(2);
    await writes(before);
    await assert.rejects(trail.bank.chaining.chain(), { code: 'auditTrailBroken' });
    assert.equal((await trail.verify()).code, 1);
    const { store } = trail.bank;
    // Somebody who has the database and the old key chains it with that.
    await new AuditChaining({ store, audit: before }).chain();
    assert.equal(await store.read((manager) => manager.count(AuditTail)), 0);
    const { code, err } = await trail.verify();
    assert.equal(code, 1);
    assert.match(err, /written with an audit key that had been rotated before/);
  });

  it('seals backups of before and after', async () => {
    await rotates('--ahead');
    const [now, announced] = trail.bank.keyRing.secrets('auditKey');
    await rotates();
    assert.deepEqual(trail.bank.keyRing.secrets('auditKey'), [announced, now]);
  });
});
