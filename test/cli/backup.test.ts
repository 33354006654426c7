import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { backupCommand } from '../../cli/backupCommand.ts';
import { restoreCommand } from '../../cli/restoreCommand.ts';
import type { Surroundings } from '../../cli/surroundings.ts';
import { run } from '../../kit/command.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { emptySqlite } from '../databases/sqlite.ts';
import { anOperator } from '../services/anOperator.ts';
import { AnchoredTrail } from '../services/audit/anchoredTrail.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

type Opens = (surroundings: Pick<Surroundings, 'terminal' | 'environment' | 'clock' | 'operator'>) => Command;

/** The audit trail in a database file, chained or not yet. */
async function rowsOf(file: string): Promise<{ action: string; details: string }[]> {
  const database = await new DataSource({ type: 'better-sqlite3', database: file }).initialize();
  const of = (table: string) => database.query(`SELECT action, details FROM ${table} ORDER BY at, action`);
  const rows = [...(await of('audit_entries')), ...(await of('audit_tail'))];
  await database.destroy();
  return rows;
}

describe('a backup of SQLite', () => {
  const { path, remove } = temporaryFolder();
  const folder = join(path, 'backup');
  let trail: AnchoredTrail;
  before(async () => {
    trail = await AnchoredTrail.of(emptySqlite);
    await trail.grows(5);
    const { code, out, err } = await does(backupCommand, [folder]);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^a backup of 2026-\S+ is in \S+: 2 files and its manifest\n$/);
    await trail.grows(3);
  });
  after(async () => {
    await trail.close();
    remove();
  });

  async function does(opens: Opens, words: string[], more: NodeJS.ProcessEnv = {}) {
    const { databaseUrl, keysFile, now } = trail.bank;
    const { terminal, said } = recordedTerminal();
    const own = { DATABASE_URL: databaseUrl, KEYS_FILE: keysFile, AUDIT_ANCHORS: trail.file };
    const environment = () => ({ ...own, ...more });
    const operator = anOperator;
    const code = await run(opens({ terminal, environment, clock: now, operator }), words, terminal);
    return { code, ...said };
  }
  const check = (from = folder, more: NodeJS.ProcessEnv = {}) =>
    does(restoreCommand, [from, '--check'], more);

  /** The backup as somebody or something has left it. */
  function changed(how: (copy: string) => void): string {
    const copy = join(path, 'changed');
    rmSync(copy, { recursive: true, force: true });
    cpSync(folder, copy, { recursive: true });
    how(copy);
    return copy;
  }

  it('is of its owner alone, without a log beside it and without a key', () => {
    assert.deepEqual(readdirSync(folder).toSorted(), ['audit-anchors.jsonl', 'manifest.json', 'thawline.db']);
    for (const file of readdirSync(folder))
      assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600, file);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    const keys = JSON.parse(readFileSync(trail.bank.keysFile, 'utf8'));
    const held = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join();
    for (const secret of [keys.auditKey, keys.indexKey, keys.cardReferenceKey, keys.fieldKeys[0].key])
      assert.ok(!held.includes(secret));
  });

  it('holds as it was made, whatever was written since, and is not written to by looking', async () => {
    const before = readdirSync(folder);
    const { code, out } = await check();
    assert.equal(code, 0);
    assert.match(
      out,
      /^complete and unchanged: a backup of 2026-\S+, by version \S+\nof these keys; 5 entries hold\n$/,
    );
    assert.deepEqual(readdirSync(folder), before);
  });

  it('goes back to where no database is, and nowhere else', async () => {
    const there = await does(restoreCommand, [folder]);
    assert.equal(there.code, 2);
    assert.match(there.err, /is not overwritten/);
    const file = join(path, 'restored/thawline.db');
    const elsewhere = { DATABASE_URL: `sqlite:${file}`, AUDIT_ANCHORS: join(path, 'restored/anchors.jsonl') };
    const { code, out } = await does(restoreCommand, [folder], elsewhere);
    assert.equal(code, 0);
    assert.match(out, /put back\n$/);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const backed = await rowsOf(join(folder, 'thawline.db'));
    const restored = await rowsOf(file);
    assert.deepEqual(restored.slice(0, backed.length), backed);
    assert.deepEqual(
      restored.slice(backed.length).map(({ action, details }) => [action, JSON.parse(details).who]),
      [['databaseRestored', anOperator.who]],
    );
    const again = await does(restoreCommand, [folder], { ...elsewhere, DATABASE_URL: `sqlite:${file}2` });
    assert.match(again.out, /keep it as evidence, and let AUDIT_ANCHORS name another file/);
  });

  it('is not made over anything', async () => {
    const { code, err } = await does(backupCommand, [folder]);
    assert.equal(code, 2);
    assert.match(err, /is not empty/);
    assert.ok(existsSync(join(folder, 'manifest.json')));
  });

  const faults: [string, (copy: string) => void, RegExp][] = [
    ['was cut off while it was made', (copy) => rmSync(join(copy, 'manifest.json')), /not made to its end/],
    [
      'lacks a file',
      (copy) => rmSync(join(copy, 'audit-anchors.jsonl')),
      /audit-anchors\.jsonl cannot be read/,
    ],
    ['is truncated', (copy) => truncateSync(join(copy, 'thawline.db'), 8192), /thawline\.db has 8192 bytes/],
    [
      'has more',
      (copy) => appendFileSync(join(copy, 'thawline.db'), 'x'),
      /thawline\.db has \d+ bytes, and had/,
    ],
    ['was changed in a byte', flipped, /thawline\.db was changed/],
    ['was changed, its hashes too', rehashed, /manifest\.json was changed/],
    ['has another manifest', (copy) => writeFileSync(join(copy, 'manifest.json'), '{}'), /has written/],
  ];
  for (const [shown, how, reason] of faults)
    it(`does not hold where it ${shown}`, async () => {
      const { code, err } = await check(changed(how));
      assert.equal(code, 2);
      assert.match(err, reason);
    });

  it('does not hold with the keys of another installation, and names what they lack', async () => {
    const keysFile = join(path, 'other.json');
    KeyRing.create(keysFile, 'development');
    const { code, err } = await check(folder, { KEYS_FILE: keysFile });
    assert.equal(code, 2);
    assert.match(err, /lacks the database’s auditKey, cardReferenceKey, fieldKeys, indexKey/);
  });
});

function flipped(copy: string): void {
  const file = join(copy, 'thawline.db');
  const bytes = readFileSync(file);
  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function rehashed(copy: string): void {
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, head: { number: 1, hash: '' } }));
}
