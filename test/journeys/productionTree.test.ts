import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { KeyRing } from '../../services/security/keyRing.ts';
import { harbour } from '../brand/harbour.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { demoTopics } from '../topics/demoTopics.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rooms = [
  'kit',
  'words',
  'brand',
  'topics',
  'services',
  'dialogs',
  'bot',
  'cli',
  'built',
  'package.json',
];
const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/** All but the packages, which are links to those of the project. */
const written = ['.', '{kit,words,brand,topics,services,dialogs,bot,cli,built}/**'];

/** Every file of it with the moment at which it was written last. */
const asItIs = (tree: string) =>
  globSync(written, { cwd: tree }).map((file) => [file, statSync(join(tree, file)).mtimeMs]);

describe('what production needs', function () {
  this.timeout(120_000);
  const { path, remove } = temporaryFolder();
  const tree = join(path, 'tree');
  const data = join(path, 'data');
  after(() => {
    for (const file of globSync(written, { cwd: tree })) chmodSync(join(tree, file), 0o700);
    remove();
  });

  before(() => {
    for (const room of rooms) cpSync(join(root, room), join(tree, room), { recursive: true });
    const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
    for (const [name, { dev }] of Object.entries(packages)) {
      if (dev || !existsSync(join(root, name)) || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(name)) continue;
      mkdirSync(dirname(join(tree, name)), { recursive: true });
      symlinkSync(join(root, name), join(tree, name));
    }
    mkdirSync(data);
    KeyRing.create(join(data, 'production.json'), 'production');
    for (const file of globSync(written, { cwd: tree })) chmodSync(join(tree, file), 0o555);
  });

  it('is no package for development, no source of a page, and no right to write', async () => {
    const before = asItIs(tree);
    const child = spawn(process.execPath, [join(tree, 'bot/main.ts')], {
      cwd: data,
      env: {
        NODE_ENV: 'production',
        DATA_DIR: data,
        KEYS_FILE: join(data, 'production.json'),
        BRAND_FILE: harbour,
        TOPICS_DIR: demoTopics,
        PUBLIC_URL: 'https://bank.example',
        PORT: '0',
        HOST: '127.0.0.1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    const closed = once(child, 'close');
    await Promise.race([once(child.stdout, 'data'), closed]);
    child.kill('SIGTERM');
    const [code] = await closed;
    assert.match(said, /^Thawline is ready\. Chat: https:\/\/bank\.example\/$/m);
    assert.equal(code, 0);
    assert.deepEqual(asItIs(tree), before, 'not even an administrator’s process writes there');
  });
});
