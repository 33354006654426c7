import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../docs/decisions/', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** A page begins with its title and with the row that says which room it is about, since when, and whether it holds. */
const form =
  /^# (?<title>.+)\n\n\| Room \| Since \| Status \|\n\| --- \| --- \| --- \|\n\| `(?<room>[\w/]+)` \| \d{4}-\d{2}-\d{2} \| (?<status>.+) \|\n\n\S/;

describe('the decisions', () => {
  const pages = globSync('*.md', { cwd: folder }).filter((file) => file !== 'README.md');
  const partsOf = (file: string) => form.exec(readFileSync(folder + file, 'utf8'))?.groups;
  const index = readFileSync(`${folder}README.md`, 'utf8');

  it('have a page each, which says what room it is about, since when, and whether it holds', () => {
    for (const file of pages) {
      const { room = '', status = '' } = partsOf(file) ?? {};
      assert.ok(existsSync(root + room) && room !== '', file);
      const [, newer] = /^replaced by \[.+\]\((.+\.md)\)$/.exec(status) ?? [];
      assert.ok(status === 'holds' || (newer !== undefined && pages.includes(newer)), file);
    }
  });

  it('stand in the index under their room, by their titles', () => {
    const listed = index.split('\n## ').flatMap((section) => {
      const [room = ''] = section.split('\n');
      return [...section.matchAll(/^- \[(.+)\]\((.+\.md)\)$/gm)].map(([, title, file]) => [
        file,
        room,
        title,
      ]);
    });
    const expected = pages.map((file) => {
      const { title, room } = partsOf(file) ?? {};
      return [file, `\`${room}\``, title];
    });
    const sorted = (rows: (string | undefined)[][]) => rows.map((row) => row.join(' | ')).sort();
    assert.deepEqual(sorted(listed), sorted(expected));
  });
});
