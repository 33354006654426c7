import assert from 'node:assert/strict';
import { copyFileSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupCommand } from '../../cli/backupCommand.ts';
import { restoreCommand } from '../../cli/restoreCommand.ts';
import { run } from '../../kit/command.ts';
import { openStore } from '../../kit/store/openStore.ts';
import { createBank } from '../../services/bank.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { SealingKeyRows } from '../../services/tables/sealingKey.ts';
import { rowsOf, withDataSource } from '../databases/dataSource.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const item = 'transactionPassword' as const;

describe('an envelope that was recorded', () => {
  const { path, remove } = temporaryFolder();
  let bank: TestBank;
  before(async () => {
    bank = await openTestBank();
  });
  after(async () => {
    await bank.close();
    remove();
  });

  it('opens with the service as it runs, and with no backup of it and the key file together', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    const envelope = await seal(zhaoLei.transactionPassword, { authenticationRequest: request, item });
    const { kid } = request.sealingKey;
    const keysFile = join(path, 'stolen.json');
    copyFileSync(bank.keysFile, keysFile);
    const folder = join(path, 'backup');
    const restored = `sqlite:${join(path, 'restored.db')}`;
    const { terminal, said } = recordedTerminal();
    const settings = {
      DATABASE_URL: bank.databaseUrl,
      KEYS_FILE: keysFile,
      AUDIT_ANCHORS: join(path, 'anchors'),
    };
    const around = { terminal, environment: () => settings, clock: bank.now };
    assert.equal(await run(backupCommand(around), [folder], terminal), 0, said.err);
    const there = { ...around, environment: () => ({ ...settings, DATABASE_URL: restored }) };
    assert.equal(await run(restoreCommand(there), [folder], terminal), 0, said.err);

    const held = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    assert.ok(!Buffer.concat(held).includes(kid), 'not even its name is in the backup');
    assert.ok(!readFileSync(keysFile, 'utf8').includes(kid), 'nor in the key file');
    const keyRing = KeyRing.open(keysFile, { clock: bank.now, production: false });
    const store = await openStore(restored, [bankSchema]);
    try {
      const thief = createBank({ store, keyRing, clock: bank.now, pause: async () => {} });
      assert.equal(await store.read((manager) => manager.count(SealingKeyRows)), 0);
      const of = { authenticationRequest: request.id, userTerminal: browser, item, envelope };
      await assert.rejects(thief.processor.giveAuthenticationInformation(of), { code: 'envelopeExpired' });
      const { outcome } = await bank.processor.giveAuthenticationInformation(of);
      assert.equal(outcome, 'unfrozen');
    } finally {
      await store.close();
    }
    assert.deepEqual(await withDataSource(restored, (all) => rowsOf(all, 'sealing_keys')), []);
  });

  it('is left out of a dump of PostgreSQL by name, by the script that operators are given', () => {
    const dumps = globSync('deploy/**/*.sh').filter((file) => /^pg_dump /m.test(readFileSync(file, 'utf8')));
    assert.deepEqual(dumps, ['deploy/postgres/backup.sh']);
    assert.match(
      readFileSync('deploy/postgres/backup.sh', 'utf8'),
      /^pg_dump .*--exclude-table-data='\*\.sealing_keys'/m,
    );
  });
});
