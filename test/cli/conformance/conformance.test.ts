import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ConformanceLine, type LineOptions } from '../../../cli/conformance/line.ts';
import { promises } from '../../../cli/conformance/promises.ts';
import { readTestCards } from '../../../cli/conformance/testCards.ts';
import { TestedBank } from '../../../cli/conformance/testedBank.ts';
import { reportInWords, tryAll } from '../../../cli/conformance/tryAll.ts';
import { CardSystem } from '../../../docs/examples/cardSystem.ts';
import { cards, FullCardSystem, served, token } from './fullCardSystem.ts';
import { wrong, wrongWays } from './wrongWays.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const testCards = readTestCards(join(root, 'docs/examples/testCards.json'));
const page = join(root, 'docs/conformance.md');

describe('the conformance kit', () => {
  function bankAt(url: string, options: Partial<LineOptions> = {}): TestedBank {
    const most = { requests: 2000, milliseconds: 300_000 };
    const pause = (milliseconds: number) => wait(Math.min(milliseconds, 30));
    const line = new ConformanceLine({
      url,
      token,
      patience: 15_000,
      most,
      pause,
      clock: () => new Date(),
      ...options,
    });
    return new TestedBank(line, testCards);
  }
  const tried = (cardSystem: CardSystem, ids = promises.map(({ id }) => id), options = {}) =>
    served(cardSystem, (url) =>
      tryAll(
        bankAt(url, options),
        promises.filter(({ id }) => ids.includes(id)),
      ),
    );

  it('finds every promise kept by the example, but for those that it need not make', async () => {
    const found = await tried(new CardSystem(token, cards()));
    const notKept = found.filter(({ outcome }) => outcome !== 'kept').map(({ id, outcome }) => [id, outcome]);
    assert.deepEqual(notKept, [
      ['cardTokens', 'notTried'],
      ['dates', 'notTried'],
      ['search', 'notTried'],
    ]);
    onThePage('the example', reportInWords(found));
  });

  it('finds every promise kept where verifiers are handed over and cards found by phone', async () => {
    const found = await tried(new FullCardSystem(token, cards()));
    assert.deepEqual(
      found.filter(({ outcome }) => outcome !== 'kept'),
      [],
    );
  });

  it('has an example that a bank can copy: it imports nothing but Node', () => {
    const example = readFileSync(join(root, 'docs/examples/cardSystem.ts'), 'utf8');
    const imported = [...example.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    assert.deepEqual(imported, ['node:http']);
  });

  it('has a way to break each promise', () => {
    assert.deepEqual(
      wrongWays.map(({ breaks }) => breaks),
      promises.map(({ id }) => id),
    );
  });

  for (const { breaks, says } of wrongWays)
    it(`finds ${breaks} broken where a card system ${says}`, async () => {
      const patience = ['inTime', 'slowRequest'].includes(breaks) ? 500 : 15_000;
      const [found] = await tried(wrong([breaks]), [breaks], { patience });
      assert.equal(found?.outcome, 'broken', found?.why);
    });

  it('names ten ways in which a card system is wrong at the same time', async () => {
    const ten = ['tokenRefused', 'closed', 'noPassword', 'dates', 'search', 'wrongVersion'];
    const more = ['wrongReservedVersion', 'sameKeyOtherRequest', 'keyMissing', 'nothingElseResets'];
    const found = await tried(wrong([...ten, ...more]));
    const broken = found.filter(({ outcome }) => outcome === 'broken').map(({ id }) => id);
    assert.deepEqual(broken.toSorted(), [...ten, ...more].toSorted());
    onThePage('one that is wrong in ten ways', reportInWords(found));
  });

  it('leaves the card as it was', async () => {
    const cardSystem = new FullCardSystem(token, cards());
    const freezes = () => [...(cardSystem.cards.get(testCards.cardNumber)?.freezes ?? [])];
    const before = freezes();
    await tried(cardSystem, ['freezing']);
    assert.deepEqual([before, freezes()], [['customerRequest'], ['customerRequest']]);
  });

  it('sends no more requests than it may, and says what it has not tried', async () => {
    await served(new FullCardSystem(token, cards()), async (url) => {
      const bank = bankAt(url, { most: { requests: 40, milliseconds: 300_000 } });
      const found = await tryAll(bank, promises);
      assert.equal(bank.line.requests, 40);
      assert.match(found.at(-1)?.why ?? '', /^the bound of 40 requests/);
      assert.equal(found.length, promises.length);
    });
  });

  it('says of a card system that is not there that it is broken, and is done', async () => {
    const found = await tryAll(bankAt('http://127.0.0.1:1'), promises);
    assert.deepEqual([...new Set(found.map(({ outcome }) => outcome))], ['broken']);
    assert.match(found[0]?.why ?? '', /the connection broke \(ECONNREFUSED\)/);
  });

  it('is described promise by promise', () => {
    const [, rows = ''] = readFileSync(page, 'utf8').split('## The promises');
    const ids = [...rows.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map((row) => row.slice(1));
    assert.deepEqual(
      ids,
      promises.map(({ id, says }) => [id, says]),
    );
  });
});

/** Holds the report under a title of the page, or writes it with CONFORMANCE_DIR. */
function onThePage(title: string, report: string): void {
  const text = readFileSync(page, 'utf8');
  const block = new RegExp(`(## The report of ${title}\\n\\n\`\`\`\\n)[^]*?(\`\`\`\\n)`);
  // How long a request took is another number each time.
  const held = text.replace(block, (_, head: string, end: string) => `${head}${report}${end}`);
  if (process.env.CONFORMANCE_DIR) writeFileSync(page, held);
  assert.equal(readFileSync(page, 'utf8'), held, 'CONFORMANCE_DIR=docs mocha writes it anew');
}
