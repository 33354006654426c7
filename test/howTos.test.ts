import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporaryFolder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = ['build', 'kit', 'words', 'brand', 'services', 'dialogs', 'bot', 'cli', 'demo', 'web'];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** A change of one file, with what it imports where that is new. */
type Change = { file: string; was: string; is: string; added?: { file: string; code: string } };

/** What CONTRIBUTING.md says to begin with, by the headings there. */
const changes: Readonly<Record<string, Change>> = {
  'a language': { file: 'kit/language.ts', was: "'en'] as const", is: "'en', 'ja'] as const" },
  'a freeze reason': {
    file: 'services/contract/freezeReason.ts',
    was: '  reportedLost: {',
    is: '  sanctions: { neverRemote: false },\n  reportedLost: {',
  },
  'an authentication item': {
    file: 'services/contract/items/rows.ts',
    was: 'transactionPassword } as const',
    is: 'transactionPassword, securityPhrase } as const',
    added: {
      file: 'services/contract/items/securityPhrase.ts',
      code: read('services/contract/items/transactionPassword.ts')
        .replaceAll('transactionPassword', 'securityPhrase')
        .replaceAll('TransactionPassword', 'SecurityPhrase'),
    },
  },
};

describe('what CONTRIBUTING.md says of how to add', function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  after(() => folder.remove());
  const copy = (file: string) => join(folder.path, file);

  before(() => {
    for (const one of [...source, 'package.json', 'tsconfig.json'])
      cpSync(join(root, one), copy(one), { recursive: true });
    symlinkSync(join(root, 'node_modules'), copy('node_modules'));
  });

  /** The files in which the compiler finds something to do. */
  async function lacking(): Promise<string[]> {
    const found = await Promise.all([errorsOf('.', 'house'), errorsOf('web', 'pages')]);
    return [...new Set(found.join('').match(/^[\w/.]+\.tsx?(?=\()/gm))].sort();
  }

  function errorsOf(project: string, name: string): Promise<string> {
    const compiler = join(root, 'node_modules/.bin/tsc');
    const words = ['-p', project, '--noEmit', '--pretty', 'false', '--incremental'];
    const child = spawn(compiler, [...words, '--tsBuildInfoFile', copy(`${name}.tsbuildinfo`)], {
      cwd: folder.path,
    });
    return text(child.stdout);
  }

  it('begins from a copy in which nothing is lacking', async () => {
    assert.deepEqual(await lacking(), []);
  });

  for (const [what, { file, was, is, added }] of Object.entries(changes)) {
    it(`${what} is what the compiler then asks for`, async () => {
      const before = read(file);
      const imported = added ? "import { securityPhrase } from './securityPhrase.ts';\n" : '';
      assert.ok(before.includes(was), `${file} is no longer as the test has it`);
      writeFileSync(copy(file), imported + before.replace(was, is));
      if (added) writeFileSync(copy(added.file), added.code);
      try {
        assert.deepEqual(await lacking(), listedUnder(what));
      } finally {
        writeFileSync(copy(file), before);
        if (added) rmSync(copy(added.file));
      }
    });
  }
});

/** The files that stand under a heading of CONTRIBUTING.md, each on a line of its own. */
function listedUnder(what: string): string[] {
  const [, section = ''] = read('CONTRIBUTING.md').split(`### … ${what}\n`);
  const [own = ''] = section.split('\n### ');
  return [...own.matchAll(/^- `([^`]+)`$/gm)].map(([, file = '']) => file).sort();
}
