import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programs } from '../cli/programs.ts';
import { demoCustomers } from '../demo/demoBank.ts';
import { readTwiml } from '../demo/twimlDocument.ts';
import { problemsOf } from '../demo/twimlRules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const readmes = ['README.md', 'README.zh-Hans.md'];
const read = (page: string) => readFileSync(join(root, page), 'utf8');

describe('the documents', () => {
  it('point to files that are there', () => {
    assert.ok(pages.includes('README.md'));
    for (const page of pages) {
      for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        assert.ok(existsSync(join(root, dirname(page), target)), `${page} points to ${target}`);
      }
    }
  });

  for (const page of readmes) {
    it(`show the demo bank as it is, in ${page}`, () => {
      const rows = read(page)
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .filter((cells) => /^\d{13,19}$/.test(cells[2] ?? ''))
        .map((cells) => cells.slice(1, 5));
      const expected = demoCustomers().flatMap(({ name, latinName, reserved, cards }) =>
        cards.map(({ number }, place) =>
          place > 0
            ? ['', number, '', '']
            : [
                `${latinName} ${name}`,
                number,
                reserved.identityDocument?.number ?? '',
                reserved.transactionPassword ?? '',
              ],
        ),
      );
      assert.deepEqual(rows, expected);
    });
  }

  it('give the same commands to be typed in each language, and no other in passing', () => {
    const [typed, typedInChinese] = readmes.map((page) => blocksOf(read(page)));
    assert.deepEqual(typedInChinese, typed);
    const [named = [], namedInChinese = []] = readmes.map((page) => inPassing(read(page)));
    assert.deepEqual(
      namedInChinese.filter((command) => !named.includes(command)),
      [],
    );
  });

  it('have a fallback for the telephone that a carrier takes', () => {
    const document = read('docs/telephone-fallback.xml');
    assert.deepEqual(problemsOf(document, readTwiml(document)), []);
  });

  it('have a row for each code that an operator can meet, and for no other', () => {
    const codes = [...read('kit/errors.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code);
    const rows = [...read('docs/operations.md').matchAll(/^\| `([a-z]\w+)` \|/gm)].map(([, code]) => code);
    assert.deepEqual(rows.toSorted(), codes.toSorted());
  });

  it('have a runbook for each of a night’s troubles', () => {
    const [, runbooks = ''] = /^## Runbooks\n(.+?)^## /ms.exec(read('docs/operations.md')) ?? [];
    const titles = [...runbooks.matchAll(/^- \*\*(.+?)\.\*\*/gm)].map(([, title = '']) => title);
    for (const trouble of [
      ...['Card system down', 'Database full', 'Keys leaked', 'Carrier down', 'Flood'],
      ...['Wrong unfreezing', 'Key file lost'],
    ])
      assert.ok(titles.includes(trouble), trouble);
  });

  it('name no command of an operator that is not there, and in operations no setting', () => {
    for (const page of pages)
      for (const [, name = ''] of read(page).matchAll(/npx thawline ([a-z]+)/g))
        assert.ok(name in programs || name === 'help', `${page} names npx thawline ${name}`);
    const known = [...read('.env.example').matchAll(/^#(\w+)=/gm)].map(([, name = '']) => name);
    for (const [, name = ''] of read('docs/operations.md').matchAll(/`([A-Z][A-Z]+_[A-Z_]+)(?:=[^`]*)?`/g))
      assert.ok(known.includes(name), `operations.md names ${name}`);
  });

  it('name no script that is not there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const page of [...pages, '.env.example']) {
      for (const [, script = ''] of read(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)) {
        assert.ok(script in scripts, `${page} names npm run ${script}`);
      }
    }
  });
});

/** What a reader copies into a shell, without its comments. */
function blocksOf(page: string): string[] {
  return [...page.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.replace(/\s+#.*/, '')),
  );
}

/** What a sentence says to type. */
function inPassing(page: string): string[] {
  const sentences = page.replace(/^```.*?^```/gms, '');
  return [...sentences.matchAll(/`([^`]*(?:npx thawline|npm (?:run|start)|npm ci)[^`]*)`/g)].map(
    ([, command = '']) => command.replace(/\s+/g, ' '),
  );
}
