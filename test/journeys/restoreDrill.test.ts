import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, globSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Cluster } from '../databases/cluster.ts';
import { liNa, zhaoLei } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import type { Settings } from './serviceProcess.ts';
import { Thawline } from './thawline.ts';

const program = resolve(import.meta.dirname, '../../cli/thawline.ts');

/** A service on a database, how its operator keeps a copy of that, and how it comes back. */
type Drill = {
  settings: Settings;
  /** @returns what puts the database back as it was then */
  backup(thawline: Thawline): Promise<() => Promise<void>>;
  end(): Promise<void>;
};

const drills: Record<string, () => Promise<Drill>> = {
  SQLite: async () => ({
    settings: {},
    backup: async (thawline) => async () => {
      const data = join(thawline.folder, 'data');
      for (const file of globSync('thawline.db*', { cwd: data })) rmSync(join(data, file));
      const { code, err } = await thawline.run('cli/thawline.ts', ['restore', 'kept']);
      assert.equal(code, 0, err);
    },
    end: async () => {},
  }),
  PostgreSQL: async () => {
    const cluster = await Cluster.started();
    return {
      settings: { DATABASE_URL: cluster.url('postgres') },
      backup: () => cluster.backup(),
      end: () => cluster.stop(),
    };
  },
};

for (const [database, opened] of Object.entries(drills))
  describe(`a restore on ${database}`, function () {
    this.timeout(180_000);
    let drill: Drill;
    let thawline: Thawline;
    before(async () => {
      drill = await opened();
      thawline = await Thawline.started(drill.settings);
    });
    after(async () => {
      await thawline.close();
      await drill.end();
    });

    const operator = (...words: string[]) => thawline.run('cli/thawline.ts', words);
    async function unfreezes(card: { number: string; transactionPassword: string }, document?: string) {
      const conversation = await Conversation.with(thawline);
      await conversation.say(`unfreeze ${card.number}`);
      await conversation.say('yes');
      if (document !== undefined) await conversation.give('identityDocument', document);
      const [outcome] = await conversation.give('transactionPassword', card.transactionPassword);
      assert.equal(outcome, 'outcome.unfrozen');
      return conversation;
    }
    const status = async (last4: string) => (await thawline.cards())[last4]?.status;

    it('has all of the moment of its backup and nothing of after it, and goes on', async () => {
      const conversation = await unfreezes(liNa, liNa.identityDocument);
      const said = await thawline.activities(conversation.started);
      const made = await operator('backup', 'kept');
      assert.equal(made.code, 0, made.err);
      const putBack = await drill.backup(thawline);
      await unfreezes(zhaoLei);
      await thawline.kill();
      await putBack();
      const checked = await operator('restore', 'kept', '--check');
      assert.deepEqual([checked.code, checked.err], [0, '']);
      assert.match(checked.out, /of these keys; \d+ entries hold/);
      assert.deepEqual([await status('1114'), await status('4446')], ['active', 'frozen']);
      const anchors = { AUDIT_ANCHORS: 'data/anchors-after-restore.jsonl' };
      await thawline.up(anchors);
      assert.deepEqual(await thawline.activities(conversation.started), said);
      assert.ok((await conversation.say('help')).length > 0, 'a conversation of before goes on');
      await unfreezes(zhaoLei);
      assert.equal(await thawline.down(), 0);
      const verified = await thawline.run('cli/thawline.ts', ['audit', 'verify'], anchors);
      assert.equal(verified.code, 0, verified.err);
    });
  });

describe('a backup whose disk fills', () => {
  it('says so, leaves nothing, and can be made again', async () => {
    const thawline = await Thawline.started();
    try {
      // What may be written to one file ends as a full disk does, for any account.
      const shell = `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`;
      const words = ['-c', shell, process.execPath, program, 'backup', 'kept'];
      const { PATH = '' } = process.env;
      const failed = await promisify(execFile)('bash', words, { cwd: thawline.folder, env: { PATH } }).then(
        () => assert.fail('it was made'),
        (error: { code: number; stderr: string }) => error,
      );
      assert.equal(failed.code, 1);
      assert.match(failed.stderr, /cannot copy the database/);
      assert.deepEqual(readdirSync(join(thawline.folder, 'kept')), []);
      assert.equal((await thawline.run('cli/thawline.ts', ['backup', 'kept'])).code, 0);
      assert.ok(existsSync(join(thawline.folder, 'kept/manifest.json')));
    } finally {
      await thawline.close();
    }
  });
});
