import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import what; `never` holds for every file under `of` but those under `but`. */
type Wall = { of: string; but?: readonly string[]; never: RegExp; fix: string };

const walls: Wall[] = [
  {
    of: 'services/contract/',
    never: /^(?!services\/contract\/|zod$|jose$)/,
    fix: 'the contract stands alone (zod and jose aside): move what it needs into services/contract',
  },
  {
    of: 'services/',
    never: /^(bot|dialogs|web)\//,
    fix: 'the bank’s side knows nothing of the conversation: pass it in, or put the message into services/contract',
  },
  {
    of: 'dialogs/',
    never: /^(bot|web)\/|^services\/(?!contract\/)/,
    fix: 'dialogs know services/contract and its client interfaces only: take the client as a constructor argument',
  },
  {
    of: 'web/',
    never: /^(bot|dialogs)\/|^services\/(?!contract\/)|^node:/,
    fix: 'a page runs in a browser and shares services/contract only',
  },
  {
    of: 'bot/',
    // services/http and services/pages are what both halves serve with: the secure form's page is the bank's own.
    but: [
      'bot/main.ts',
      'cli/cases.ts',
      'cli/retentionCommand.ts',
      'cli/retentionProgram.ts',
      'cli/preflight.ts',
      'cli/preflightCommand.ts',
    ],
    never:
      /^services\/(?!contract\/|store\/(store|schema|columns|keyFingerprints)\.ts|installation\/keyedSchema\.ts|http\/|pages\/|security\/loggedError\.ts|retention\/(expiring|period)\.ts|(bankSettings|command)\.ts)|^web\//,
    fix: 'only bot/main.ts and the commands of both halves wire the bank’s side in: take a client interface of services/contract',
  },
  {
    of: 'bot/channels/',
    never: /^dialogs\/(?!awaited\.ts)/,
    fix: 'a channel only translates: what it says comes from the terminal',
  },
];

const builders = /^bot(builder|framework-)/;

function importsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  const found = code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  );
}

const files = globSync(['bot/**/*.ts', 'dialogs/**/*.ts', 'services/**/*.ts', 'web/**/*.{ts,tsx}'], {
  cwd: root,
});

describe('the walls', () => {
  for (const { of, but, never, fix } of walls) {
    it(`hold around ${of}`, () => {
      const inside = files.filter((file) => file.startsWith(of) && !but?.includes(file));
      assert.ok(inside.length > 0, `there is nothing under ${of}`);
      const crossed = inside.flatMap((file) =>
        importsOf(file)
          .filter((name) => never.test(name))
          .map((name) => `${file} imports ${name}: ${fix}`),
      );
      assert.deepEqual(crossed, []);
    });
  }

  it('let botbuilder into bot/ and dialogs/ only', () => {
    const crossed = files.filter(
      (file) => !/^(bot|dialogs)\//.test(file) && importsOf(file).some((name) => builders.test(name)),
    );
    assert.deepEqual(crossed, []);
  });

  it('let services/config.ts alone read the environment', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));
    assert.deepEqual(readers, ['services/config.ts']);
  });

  it('keep every file small', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
    assert.deepEqual(long, []);
  });
});
