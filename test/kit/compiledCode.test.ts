// Guards money: who could write compiled code for the service could unfreeze any card
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isOursAlone } from '../../kit/compiledCode.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('compiled code that is kept', () => {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const compiled = join(data, 'compiled');
  beforeEach(() => {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(compiled, { recursive: true, mode: 0o700 });
  });
  after(() => folder.remove());

  /** A program that keeps its code as the services do. @returns the folder that Node keeps it in, if any */
  const keptBy = (settings: Record<string, string> = {}, options = '') => {
    const module = new URL('../../kit/compiledCode.ts', import.meta.url);
    const code = `import { getCompileCacheDir } from 'node:module';
      import { keepCompiledCode } from '${module}';
      keepCompiledCode(${options});
      process.stdout.write(getCompileCacheDir() ?? 'nowhere');`;
    const words = ['--input-type=module', '--eval', code];
    const { stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: folder.path,
      env: settings,
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    return stdout;
  };

  it('stands in a folder of DATA_DIR that nobody else may enter', () => {
    rmSync(data, { recursive: true });
    assert.ok(keptBy().startsWith(realpathSync(compiled)));
    assert.equal(statSync(compiled).mode & 0o777, 0o700);
    assert.ok(
      keptBy({ DATA_DIR: 'elsewhere' }).startsWith(realpathSync(join(folder.path, 'elsewhere/compiled'))),
    );
  });

  it('is kept by a command only where there is a folder of data, which it does not make', () => {
    const command = '{ makesFolder: false }';
    assert.ok(keptBy({}, command).startsWith(realpathSync(compiled)));
    assert.equal(keptBy({ DATA_DIR: 'nowhere' }, command), 'nowhere');
    assert.equal(existsSync(join(folder.path, 'nowhere')), false);
  });

  it('is left by no command in a folder of data that is another account’s', () => {
    // Root can give a folder away; for anybody else the root of all folders is another account's.
    const isRoot = process.getuid?.() === 0;
    rmSync(compiled, { recursive: true });
    if (isRoot) chownSync(data, 65_534, 65_534);
    assert.equal(keptBy({ DATA_DIR: isRoot ? data : '/' }, '{ makesFolder: false }'), 'nowhere');
    assert.equal(existsSync(compiled), false);
    if (isRoot) chownSync(data, 0, 0);
  });

  const broken: Record<string, () => void> = {
    'may be read by others': () => chmodSync(compiled, 0o750),
    'may be written by others': () => chmodSync(compiled, 0o702),
    'stands in one where others could put another in its place': () => chmodSync(data, 0o777),
    'is a link to one that others may write to': () => {
      mkdirSync(join(folder.path, 'open'), { mode: 0o777 });
      chmodSync(join(folder.path, 'open'), 0o777);
      rmSync(compiled, { recursive: true });
      symlinkSync('../open', compiled);
    },
    'is a file': () => {
      rmSync(compiled, { recursive: true });
      writeFileSync(compiled, '');
    },
  };
  for (const [what, does] of Object.entries(broken)) {
    it(`is neither read nor written where that folder ${what}, and the program runs`, () => {
      does();
      assert.equal(keptBy(), 'nowhere');
    });
  }

  it('is not shared with another account', () => {
    assert.equal(isOursAlone(compiled), true);
    assert.equal(isOursAlone(compiled, statSync(compiled).uid + 1), false);
  });

  it('may stand where everybody has folders and nobody can touch those of others', () => {
    chmodSync(data, 0o1777);
    assert.equal(isOursAlone(compiled), true);
  });

  it('stays where the operator has told Node to keep it', () => {
    const named = join(folder.path, 'named');
    assert.ok(keptBy({ NODE_COMPILE_CACHE: named }).startsWith(named));
  });
});
