import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rooms } from '../rooms.ts';
import { root } from './imports.ts';
import { brings, comesAgain, isQuick, isUnit, type Membership, membershipOf } from './membership.ts';
import { filesOf, membershipOfFile } from './testFiles.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const all = globSync('**/*.test.*', { cwd: join(root, 'test') }).map((file) => `test/${file}`);

describe('the runs of the tests', () => {
  it('have every test file in either the quick or the full one, and all of them in the long one', () => {
    const quick = new Set(filesOf('quick'));
    const own = filesOf('full').filter((file) => !comesAgain(membershipOfFile(file)));
    assert.deepEqual(
      all.filter((file) => quick.has(file) === own.includes(file)),
      [],
      'in both, or in none',
    );
    assert.deepEqual(filesOf('long').toSorted(), all.toSorted());
  });

  it('have the unit run in the quick one', () => {
    const quick = new Set(filesOf('quick'));
    const unit = filesOf('unit');
    assert.ok(unit.length > 100);
    assert.deepEqual(
      unit.filter((file) => !quick.has(file)),
      [],
    );
  });

  it('take up in the full run what the quick one leaves out of its own files', () => {
    const full = new Set(filesOf('full'));
    const left = filesOf('quick').filter((file) => {
      const { takesCounts, takesDatabases, guards } = membershipOfFile(file);
      return takesCounts || (takesDatabases && !guards);
    });
    assert.ok(left.length > 20);
    assert.deepEqual(
      left.filter((file) => !full.has(file)),
      [],
    );
  });

  it('hear what a file guards where that changes something, said in one form', () => {
    for (const file of all) {
      const said = [...read(file).matchAll(/^\W*guards.*$/gim)].map(([line]) => line);
      const { guards, needs, takesDatabases } = membershipOfFile(file);
      assert.ok(said.length === (guards ? 1 : 0), `${file}: ${said}`);
      assert.ok(!guards || needs.length > 0 || takesDatabases, `${file} is quick without it`);
    }
  });

  it('are called by the scripts, and the quick and the full one by what runs on a clean checkout', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const run of ['quick', 'unit', 'full', 'long']) {
      assert.match(scripts[`test:${run}`], new RegExp(`test/runs/run\\.ts ${run}( --jobs \\d)?$`));
    }
    assert.equal(scripts.test, 'npm run check && npm run --silent test:quick');
    assert.match(read('.ci/run'), /^npm ci && npm test\nnpm run --silent test:full$/m);
  });
});

describe('the run of a test file', () => {
  const helpers = {
    'test/databases/databases.ts': "import { emptyPostgres } from './postgres.ts';",
    'test/databases/postgres.ts': "import pg from 'pg';",
    'test/serviceProcess.ts': "import { spawn } from 'node:child_process';",
    'test/thawline.ts': "import {\n  ServiceProcess,\n} from './serviceProcess.ts';",
    'test/page.ts': "import type { Page } from 'playwright-core';",
    'test/window.ts': "const { chromium } = await import('playwright-core');",
    'bot/takeAway.ts': "import { spawn } from 'node:child_process';",
    'bot/sink.ts': "import { handTo } from './takeAway.ts';",
    'cli/audit.ts': "import { sink } from '../bot/sink.ts';",
    'kit/openPostgres.ts': "import pg from 'pg';",
  };
  const of = (code: string): Membership =>
    membershipOf('test/x.test.ts', new Map(Object.entries({ ...helpers, 'test/x.test.ts': code })));

  it('looks for files that are there', () => {
    for (const name of Object.keys(brings).filter((name) => name.endsWith('.ts')))
      assert.ok(read(name), name);
  });

  const needs: [string, string, string[]][] = [
    ['what it imports itself', "import { fork } from 'node:child_process';", ['a process']],
    ['what helpers of its helpers import', "import { Thawline } from './thawline.ts';", ['a process']],
    ['what is imported at run time', "import { open } from './window.ts';", ['a browser']],
    ['no types', "import { Page } from './page.ts';", []],
    [
      'PostgreSQL where it names that',
      "import { emptyPostgres } from './databases/postgres.ts';",
      ['PostgreSQL'],
    ],
    ['no PostgreSQL where SQLite will do', "import { onEachDatabase } from './databases/databases.ts';", []],
    [
      'the process that a room of the product starts',
      "import { sink } from '../bot/sink.ts';",
      ['a process'],
    ],
    ['nothing of rooms that it does not enter', "import { audit } from '../cli/audit.ts';", []],
    ['no PostgreSQL for what could open it', "import { open } from '../kit/openPostgres.ts';", []],
  ];
  for (const [title, code, expected] of needs) {
    it(`is known by its needs: ${title}`, () => {
      const membership = of(code);
      assert.deepEqual(membership.needs, expected);
      assert.equal(isUnit(membership), expected.length === 0);
      assert.equal(isQuick(membership), expected.length === 0);
      const guarding = of(`// Guards money: a card is unfrozen once.\n${code}`);
      assert.equal(isUnit(guarding), expected.length === 0);
      assert.ok(isQuick(guarding));
    });
  }

  it('is the quick one and not the unit one for what answers over HTTP and needs nothing else', () => {
    const answers = of("import { createServer } from 'node:http';");
    assert.deepEqual([isUnit(answers), isQuick(answers)], [false, true]);
    const asks = of("import { createServer } from 'node:http';\nimport pg from 'pg';");
    assert.ok(!isQuick(asks));
  });

  it('is the full one as well for a second database that guards nothing, and for greater counts', () => {
    const eachDatabase = "import { onEachDatabase } from './databases/databases.ts';";
    assert.ok(comesAgain(of(eachDatabase)));
    assert.ok(!comesAgain(of(`// Guards a secret: it opens once.\n${eachDatabase}`)));
    assert.ok(comesAgain(of(`// Guards money: once.\nimport { counts } from './counts.ts';`)));
    assert.ok(!comesAgain(of("import { counts } from '../bench/counts.ts';")));
  });
});

describe('npm run dev', () => {
  it('watches every room that a running service is made of, and its settings, but nothing that it writes', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const watched = [...scripts.dev.matchAll(/--watch-path=(\S+)/g)].map(([, path]) => path);
    const tops = new Set(Object.keys(rooms).map((room) => room.split('/')[0]));
    tops.delete('cli');
    assert.deepEqual(watched.toSorted(), [...tops, '.env'].toSorted());
  });
});
