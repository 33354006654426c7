import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { EntityManager } from 'typeorm';
import type { Store } from '../../../kit/store/store.ts';
import { instant } from '../../../kit/time.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { DatabaseKeys } from '../../../services/installation/databaseKeys.ts';
import { keyedBank } from '../../../services/keyedBank.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { KeyRingFile } from '../../../services/security/keyRingFile.ts';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';
import { BankKeyFingerprints } from '../../../services/tables/bankKeyFingerprint.ts';
import { Cards } from '../../../services/tables/card.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { liNa, openTestBank, type TestBank } from '../testBank.ts';

/** A database of an older version: the demo bank, a frozen card record and audit entries, but no fingerprints. */
onEachDatabase('the keys of a database', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    await bank.authenticationRequest(liNa.number);
    await bank.chaining.chain();
  });
  afterEach(() => bank.close());

  const inFile = () => KeyRingFile.parse(JSON.parse(readFileSync(bank.keysFile, 'utf8')));
  const secret = () => randomBytes(32).toString('base64url');
  const fresh = () => ({ id: randomUUID(), key: secret() });

  /** Beside a key file with these keys instead. */
  function keysWith(changed: Partial<KeyRingFile>): DatabaseKeys {
    const keysFile = `${bank.keysFile}.${randomUUID()}`;
    writeFileSync(keysFile, JSON.stringify({ ...inFile(), ...changed }), { mode: 0o600 });
    return keysIn(keysFile);
  }
  function keysIn(keysFile = bank.keysFile): DatabaseKeys {
    const keyRing = KeyRing.open(keysFile, { clock: bank.now, production: false });
    return new DatabaseKeys({ ...bank, keyRing, keysFile, schemas: [keyedBank], clock: bank.now });
  }
  const recorded = () =>
    bank.store.read((manager) => manager.find(BankKeyFingerprints, { order: { name: 'ASC' } }));
  async function refuses(keys: DatabaseKeys, names: string): Promise<void> {
    const before = await recorded();
    await assert.rejects(keys.settle(), (error: { code: string; message: string }) => {
      assert.equal(error.code, 'keysForeign');
      const [, lacking] = /it lacks the database’s ([\w, ]+)\./.exec(error.message) ?? [];
      assert.equal(lacking, names);
      return true;
    });
    assert.deepEqual(await recorded(), before);
  }

  it('are recorded once, each by name and id, with the moment and the version', async () => {
    await keysIn().settle();
    const first = await recorded();
    const [{ id } = fresh()] = inFile().fieldKeys;
    assert.deepEqual(
      first.map(({ name, keyId }) => [name, keyId]),
      [
        ['auditKey', null],
        ['cardReferenceKey', null],
        ['fieldKeys', id],
        ['indexKey', null],
      ],
    );
    assert.equal(new Set(first.map(({ fingerprint }) => fingerprint)).size, 4);
    for (const { recordedAt, version, retiredAt } of first)
      assert.deepEqual([recordedAt, version, retiredAt], [instant(bank.now()), manifest.version, null]);
    bank.passes(1);
    await Promise.all([keysIn().settle(), keysIn().settle()]);
    assert.deepEqual(await recorded(), first);
  });

  const others = {
    fieldKeys: () => [fresh()],
    indexKey: secret,
    cardReferenceKey: secret,
    auditKey: secret,
  };
  for (const [name, other] of Object.entries(others)) {
    it(`are refused for another ${name} alone, by what an older version has left and by the record`, async () => {
      const changed = keysWith({ [name]: other() });
      await refuses(changed, name);
      await keysIn().settle();
      await refuses(changed, name);
    });
  }

  it('are refused where a field key is there by its id and is another key', async () => {
    const [{ id } = fresh()] = inFile().fieldKeys;
    await refuses(keysWith({ fieldKeys: [{ id, key: secret() }] }), 'fieldKeys');
  });

  it('are not asked for keys that only the bot’s side rests on, nor for those that die', async () => {
    await keysIn().settle();
    await keysWith({ webChatTokenKey: secret(), sealingKeys: [], anchorKeys: [] }).settle();
  });

  it('are those of an older version although a row was altered, and entries were written under another key', async () => {
    await bank.store.transaction([], async (manager) => {
      const [customer] = await manager.find(Customers, { order: { id: 'ASC' }, take: 1 });
      const [card] = await manager.find(Cards, { order: { id: 'ASC' }, take: 1 });
      assert.ok(customer && card);
      const phoneSealed = customer.phoneSealed.replace(/.{8}$/, 'AAAAAAAA');
      await manager.update(Customers, customer.id, { phoneSealed });
      await manager.update(Cards, card.id, { reference: `card_${'A'.repeat(22)}` });
      const { number, hash } = await bank.audit.head(manager);
      const entry = {
        id: null,
        number: number + 1,
        at: instant(bank.now()),
        action: 'messageSent',
        details: '{}',
      };
      await manager.insert(AuditEntries, { ...entry, hash: `another key’s after ${hash}` });
    });
    await keysIn().settle();
    assert.equal((await recorded()).length, 4);
  });

  it('are refused in an old copy that lacks what some rows of an older version are closed with', async () => {
    const old = inFile();
    bank.keyRing.rotate();
    await bank.store.transaction([], async (manager) => {
      const [card] = await manager.find(Cards, { order: { id: 'ASC' }, take: 1 });
      assert.ok(card);
      const place = { table: 'cards', column: 'number_sealed', row: card.id };
      const numberSealed = bank.fields.seal(bank.fields.open(card.numberSealed, place), place);
      await manager.update(Cards, card.id, { numberSealed });
    });
    await refuses(keysWith({ fieldKeys: old.fieldKeys }), 'fieldKeys');
    await keysIn().settle();
  });

  it('take in a rotation that was cut off before it was recorded', async () => {
    await keysIn().settle();
    const old = inFile().fieldKeys;
    bank.keyRing.rotate();
    await keysIn().settle();
    assert.equal((await recorded()).length, 5);
    await refuses(keysWith({ fieldKeys: old }), 'fieldKeys');
  });

  it('are its own also while another process rotates or rewraps between two looks', async () => {
    await keysIn().settle();
    const [{ id } = fresh()] = inFile().fieldKeys;
    /** Settles while something happens just before, or just after, the record is read. */
    const settlesWhile = (before: () => Promise<void>, after: () => Promise<void>) => {
      const read: Store['read'] = (look) => {
        const find = async () => {
          await before();
          const rows = await bank.store.read((manager) => manager.find(BankKeyFingerprints));
          await after();
          return rows;
        };
        return look({ find } as unknown as EntityManager);
      };
      const store: Store = Object.assign(Object.create(bank.store), { read });
      return new DatabaseKeys({ ...bank, store, schemas: [keyedBank], clock: bank.now }).settle();
    };
    const nothing = async () => {};
    const rotates = async () => {
      KeyRing.open(bank.keysFile, { clock: bank.now, production: false }).rotate();
      await keysIn().settle();
    };
    await settlesWhile(rotates, nothing);
    const rewraps = async () => {
      await keysIn().retireFieldKeys([id]);
      KeyRing.open(bank.keysFile, { clock: bank.now, production: false }).dropFieldKeys([id]);
    };
    await settlesWhile(nothing, rewraps);
  });

  it('can do without a retired field key, and with one that a crash has left in the file', async () => {
    const [{ id } = fresh()] = inFile().fieldKeys;
    bank.keyRing.rotate();
    await keysIn().settle();
    await keysIn().retireFieldKeys([id]);
    await keysIn().settle();
    bank.keyRing.dropFieldKeys([id]);
    await keysIn().settle();
    const retired = (await recorded()).filter(({ retiredAt }) => retiredAt !== null);
    assert.deepEqual(
      retired.map(({ name, keyId }) => [name, keyId]),
      [['fieldKeys', id]],
    );
  });

  it('are any that are at hand where nothing stands in the database', async () => {
    const database = await empty();
    const other = await openTestBank({ empty: async () => database, customers: [] });
    const keys = new DatabaseKeys({ ...other, schemas: [keyedBank], clock: other.now });
    await keys.settle();
    const count = await other.store.read((manager) => manager.count(BankKeyFingerprints));
    await other.close();
    assert.equal(count, 4);
  });
});
