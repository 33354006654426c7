import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packages, rooms, surfaces } from './rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync('{kit,words,brand,topics,services,dialogs,bot,cli,demo,web,build}/**/*.{ts,tsx}', {
  cwd: root,
});
const code = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Import statements and exports from elsewhere, types included, or `import()` where `taken` is `atRunTime`. */
function importsOf(file: string, taken: 'statically' | 'atRunTime' = 'statically'): string[] {
  const pattern = taken === 'statically' ? /(?:from|import)\s*'([^']+)'/g : /import\(\s*'([^']+)'/g;
  return [...(code.get(file) ?? '').matchAll(pattern)].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  );
}

/** The names that a file declares and exports; a schema and its type have one name. */
function exportsOf(file: string): { name: string; file: string }[] {
  const declared =
    /^export (?:default )?(?:async |abstract |declare )*(?:function\*?|const|let|class|type|interface|enum) (\w+)/gm;
  const names = new Set([...(code.get(file) ?? '').matchAll(declared)].map(([, name = '']) => name));
  return [...names].map((name) => ({ name, file }));
}

/** What runs of a file, roughly: a comment may name a step of the patent, or a title of a platform's documentation. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '');
}

const isOurs = (name: string) => files.includes(name);

/** Every arrow between two folders, with the files that it is made of. */
const arrows = files.flatMap((file) =>
  importsOf(file)
    .filter((name) => isOurs(name) && dirname(name) !== dirname(file))
    .map((name) => ({ from: dirname(file), to: dirname(name), file, name })),
);

/** The folders that lead back to themselves. */
function inCircles(): string[] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const reached = (start: string) => {
    const seen = new Set<string>();
    const ahead = [start];
    for (let folder = ahead.pop(); folder !== undefined; folder = ahead.pop()) {
      for (const { to } of next.get(folder) ?? []) {
        if (!seen.has(to)) ahead.push(to);
        seen.add(to);
      }
    }
    return seen;
  };
  return [...next.keys()].filter((folder) => reached(folder).has(folder));
}

describe('the walls', () => {
  it('let a folder import from the folders that are listed for it, and from no other', () => {
    const crossed = arrows
      .filter(({ from, to }) => !rooms[from]?.includes(to))
      .map(({ from, to, file, name }) =>
        rooms[from]
          ? `${file} imports ${name}: move what both need down into a room that ${from} may import, hand it in ` +
            `through the constructor, or, where ${from} may rightly lean on ${to}, add it in test/rooms.ts`
          : `${file} stands in ${from}, which is no room yet: give it a line in test/rooms.ts`,
      );
    assert.deepEqual(crossed, []);
  });

  it('list no folder that is not there, and no import that nobody makes', () => {
    const made = new Set(arrows.map(({ from, to }) => `${from} → ${to}`));
    const optional = new Set(['kit', 'kit/http', 'kit/http/tls', 'kit/store', 'kit/retention', 'kit/pages']);
    const stale = Object.entries(rooms).flatMap(([from, listed]) =>
      listed.filter((to) => !optional.has(to) && !made.has(`${from} → ${to}`)).map((to) => `${from} → ${to}`),
    );
    assert.deepEqual(stale, []);
  });

  it('let no folder lead back to itself, types included', () => {
    assert.deepEqual(inCircles(), []);
  });

  it('let the two halves take the demonstration in at one place each, and only at run time', () => {
    const takers = files.filter(
      (file) =>
        !file.startsWith('demo/') && importsOf(file, 'atRunTime').some((name) => name.startsWith('demo/')),
    );
    assert.deepEqual(takers, ['bot/openDemo.ts', 'services/main.ts']);
  });

  for (const { named, only, mend } of packages) {
    it(`keep ${named.source} in its rooms`, () => {
      const crossed = files
        .filter((file) => !only(file) && importsOf(file).some((name) => named.test(name)))
        .map((file) => `${file}: ${mend}`);
      assert.deepEqual(crossed, []);
    });
  }

  it('let each surface’s words be taken by those that speak with them, and by nobody else', () => {
    const takers = arrows.filter(({ to }) => to === 'words');
    const crossed = takers.filter(({ file, name }) => !surfaces[basename(name, '.ts')]?.test(file));
    assert.deepEqual(
      crossed.map(({ file, name }) => `${file} imports ${name}: say in test/rooms.ts that it speaks there`),
      [],
    );
    assert.deepEqual(
      [...new Set(takers.map(({ name }) => basename(name, '.ts')))].sort(),
      Object.keys(surfaces),
    );
  });

  it('keep every word in Chinese characters in `words`, beside what the demonstration says', () => {
    const strays = files
      .filter((file) => !/^(words|demo)\//.test(file))
      .filter((file) => /\p{Script=Han}/u.test(withoutComments(code.get(file) ?? '')))
      .map((file) => `${file}: write it in the folder of its language in words/, and take it from there`);
    assert.deepEqual(strays, []);
  });

  it('let a channel write only with the turns, and beside them where there is none', () => {
    const besideTurns: Record<string, string> = {
      'bot/channels/directLine/deleteWithConversations.ts': 'what is over goes',
      'bot/channels/twilio/messages/outOfTurn.ts': 'a message that has no turn, or nobody waits for',
      'bot/channels/twilio/messages/redactions.ts': 'a worker',
    };
    const writers = files.filter(
      (file) => file.startsWith('bot/channels/') && /\.transaction\(/.test(code.get(file) ?? ''),
    );
    assert.deepEqual(writers.toSorted(), Object.keys(besideTurns));
  });

  it('keep Node out of the pages', () => {
    const crossed = files.filter(
      (file) => /^web\/|^demo\/web\//.test(file) && importsOf(file).some((name) => name.startsWith('node:')),
    );
    assert.deepEqual(crossed, []);
  });

  it('let one file alone read the environment', () => {
    const readers = files.filter((file) => /process\.env/.test(code.get(file) ?? ''));
    assert.deepEqual(readers, ['kit/config.ts']);
  });

  it('let nobody go on with what `writeHead` gives back: nothing, for every server of a process, once restify is in it', () => {
    const everywhere = globSync('{kit,services,bot,cli,demo,bench,test}/**/*.{ts,js,mjs}', {
      cwd: root,
      exclude: ['bench/peers/**'],
    });
    const chained = everywhere.filter((file) =>
      /\.writeHead\((?:[^()]|\([^()]*\))*\)\s*\./.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(chained, []);
  });

  it('let an exported name mean one thing in the whole house', () => {
    // The languages have the same names by design: a folder is typed by the source language.
    const ofLanguages = /^words\/(?:zh-Hans|zh-Hant|en)\//;
    const homes = Map.groupBy(
      files.filter((file) => !ofLanguages.test(file)).flatMap((file) => exportsOf(file)),
      ({ name }) => name,
    );
    const twice = [...homes].flatMap(([name, places]) =>
      places.length > 1 ? `${name}: ${places.map(({ file }) => file).join(', ')}` : [],
    );
    assert.deepEqual(twice, []);
  });

  it('keep every file small', () => {
    const long = files.filter((file) => (code.get(file) ?? '').split('\n').length > 300);
    assert.deepEqual(long, []);
  });
});
