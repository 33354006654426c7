import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporaryFolder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = [
  'build',
  'kit',
  'words',
  'brand',
  'topics',
  'services',
  'dialogs',
  'bot',
  'cli',
  'demo',
  'web',
];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** What one file of the copy becomes: of `was` the first place is changed; without it the file is new. */
type Change = { file: string; was?: string; is: string };

const itemFile = 'services/contract/items/transactionPassword.ts';
const itemWords = 'words/zh-Hans/conversation/transactionPassword.ts';
const likeThePassword = (file: string) =>
  read(file)
    .replaceAll('transactionPassword', 'securityPhrase')
    .replaceAll('TransactionPassword', 'SecurityPhrase');
const named = (file: string) => file.replace('transactionPassword', 'securityPhrase');
const [wordsOfForm = assert.fail()] =
  /^ {4}transactionPassword: \{.*?^ {4}\},\n/ms.exec(read('words/zh-Hans/secureForm.ts')) ?? [];

/** What CONTRIBUTING.md says to begin with, by the headings there. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  'a language': [{ file: 'kit/language.ts', was: "'en'] as const", is: "'en', 'ja'] as const" }],
  'a freeze reason': [
    {
      file: 'services/contract/freezeReason.ts',
      was: '  reportedLost: {',
      is: '  sanctions: { neverRemote: false },\n  reportedLost: {',
    },
  ],
  'a sentence': [
    {
      file: 'words/zh-Hans/conversation/lock.ts',
      was: 'export const lock = {',
      is: "export const lock = {\n  'lock.later': '请稍后再试。',",
    },
  ],
  "an address of the bank's side": [
    {
      file: 'services/bankApi/addresses.ts',
      was: "  'case-moves': post({",
      is: `  'case-ends': post({
    does: 'Notes that a case has ended',
    takes: CaseMove,
    answers: CaseMoveAnswer,
    refuses: [],
    idempotencyKey: true,
    calls: ({ customerService }, move, _id, record) => customerService.noteCaseMove(move, record),
  }),
  'case-moves': post({`,
    },
  ],
  'an intent': [
    {
      file: 'dialogs/understanding/intents.ts',
      was: "  'greet',",
      is: "  'greet',\n  'complain',",
    },
  ],
  'an authentication item': [
    { file: named(itemFile), is: likeThePassword(itemFile) },
    {
      file: 'services/contract/items/rows.ts',
      was: 'import { transactionPassword }',
      is: "import { securityPhrase } from './securityPhrase.ts';\nimport { transactionPassword }",
    },
    {
      file: 'services/contract/items/rows.ts',
      was: 'transactionPassword } as const',
      is: 'transactionPassword, securityPhrase } as const',
    },
    { file: named(itemWords), is: likeThePassword(itemWords) },
    {
      file: 'words/zh-Hans/conversation/index.ts',
      was: "export * from './telephone.ts';",
      is: "export * from './securityPhrase.ts';\nexport * from './telephone.ts';",
    },
    {
      file: 'words/zh-Hans/secureForm.ts',
      was: wordsOfForm,
      is: wordsOfForm + wordsOfForm.replace('transactionPassword', 'securityPhrase'),
    },
  ],
};

/** A sentence, and something that is listened for, that one language lacks. */
const lacks: readonly (Change & { missing: RegExp; named: string })[] = [
  {
    file: 'words/en/page.ts',
    was: "  privacy: 'Privacy',\n",
    is: '',
    missing: /privacy/,
    named: 'words/en/page.ts',
  },
  {
    file: 'words/en/heard/answers.ts',
    was: 'export const goingOn',
    is: 'export const goesOn',
    missing: /goingOn/,
    named: 'words/heard.ts',
  },
];

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
    return [...new Set(found.join('').match(/^[\w/.-]+\.tsx?(?=\()/gm))].sort();
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

  for (const [what, all] of Object.entries(changes)) {
    it(`${what} is what the compiler then asks for`, async () => {
      const files = [...new Set(all.map(({ file }) => file))];
      try {
        for (const change of all) make(change);
        assert.deepEqual(await lacking(), listedUnder(what));
      } finally {
        for (const file of files) {
          if (existsSync(join(root, file))) writeFileSync(copy(file), read(file));
          else rmSync(copy(file));
        }
      }
    });
  }

  for (const change of lacks)
    it(`a language does not do without what ${change.file} gives: the compiler names it`, async () => {
      try {
        make(change);
        const errors = await errorsOf('.', 'house');
        assert.match(errors, change.missing);
        assert.ok(errors.includes(`${change.named}(`), errors);
      } finally {
        writeFileSync(copy(change.file), read(change.file));
      }
    });

  function make({ file, was, is }: Change): void {
    const before = was === undefined ? '' : readFileSync(copy(file), 'utf8');
    assert.ok(before.includes(was ?? ''), `${file} is no longer as the test has it`);
    writeFileSync(copy(file), was === undefined ? is : before.replace(was, is));
  }
});

/** The files that stand under a heading of CONTRIBUTING.md, each on a line of its own. */
function listedUnder(what: string): string[] {
  const [, section = ''] = read('CONTRIBUTING.md').split(`### … ${what}\n`);
  const [own = ''] = section.split('\n### ');
  return [...own.matchAll(/^- `([^`]+)`$/gm)].map(([, file = '']) => file).sort();
}
