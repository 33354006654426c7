import assert from 'node:assert/strict';
import type { CardsFound, TrailEntry } from '../../../services/contract/operatorFigures.ts';
import { Cards } from '../../../services/tables/card.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { liNa, zhaoLei } from '../testBank.ts';
import { OperatorService } from './operatorService.ts';

/** Longer than anybody waits for the page of one search, however much there is. */
const soon = 1500;

/** What means everything somewhere, or does something. */
const everything = [
  ...['%', '*', '_', '____', '?', '.*', '7', '%%%%', "' OR 1=1 --", "'; DROP TABLE cards; --", '"'],
  ...['<script>alert(1)</script>', '=1+1', '\\', '%00', 'card_', 'card_%', '++++', '１１１４', '\u202e4111'],
];

onEachDatabase('a search for everything on the operator’s page', (empty) => {
  let service: OperatorService;
  let operator: Awaited<ReturnType<OperatorService['as']>>;
  before(async () => {
    service = await OperatorService.open(empty);
    operator = await service.as('tayo.oduya');
    // Three thousand cards that end alike: whole numbers are sealed, so that no two need another.
    await service.bank.store.transaction([], async (manager) => {
      const card = await manager.findOneByOrFail(Cards, { lastFour: liNa.number.slice(-4) });
      for (let from = 0; from < 3000; from += 250) {
        const rows = Array.from({ length: 250 }, (_, place) => {
          const id = String(from + place).padStart(22, '0');
          return {
            ...card,
            id: `copy ${id}`,
            reference: `card_${id}`,
            otherReference: null,
            lastFour: '7777',
          };
        });
        await manager.insert(Cards, rows);
      }
    });
  });
  after(() => service.close());

  async function inTime<Result>(work: Promise<Result>, what: string): Promise<Result> {
    const begun = performance.now();
    const result = await work;
    const took = performance.now() - begun;
    assert.ok(took < soon, `${what} took ${Math.round(took)} ms`);
    return result;
  }

  for (const what of everything)
    it(`finds no card by ${JSON.stringify(what)}, soon`, async () => {
      const { cards, isAll } = await inTime(operator.answer<CardsFound>('find', { what }), what);
      assert.deepEqual([cards, isAll], [[], true]);
    });

  it('is refused with a message where there is nothing to look for, or ten thousand signs', async () => {
    for (const what of [
      '',
      '   ',
      'a\u0000b',
      'card_\u0000',
      '\ud800',
      '\u001b[2J',
      'x'.repeat(201),
      'x'.repeat(10_000),
      7,
      null,
      ['1114'],
      { $ne: '' },
    ]) {
      const response = await inTime(operator.post('find', { what } as object), String(what).slice(0, 9));
      assert.ok([400, 413].includes(response.status), String(response.status));
      const { error, code = error?.code } = (await response.json()) as {
        error?: { code: string };
        code?: string;
      };
      assert.match(String(code), /^message(Invalid|TooLarge)$/);
    }
  });

  it('shows twenty of three thousand cards that end alike, and says that there are more', async () => {
    const { cards, isAll } = await inTime(
      operator.answer<CardsFound>('find', { what: '7777' }),
      'four digits',
    );
    assert.deepEqual([cards.length, isAll], [20, false]);
  });

  it('of the trail finds an entry of any of three thousand cards that end alike', async () => {
    const { bank } = service;
    const card = `card_${'2999'.padStart(22, '0')}`;
    await bank.store.transaction([], (manager) =>
      bank.audit.write(manager, bank.now(), 'cardShown', { card, who: 'somebody' }),
    );
    const found = operator.answer<{ entries: TrailEntry[] }>('trail?last4=7777');
    const { entries } = await inTime(found, 'the trail by four digits');
    assert.deepEqual(
      entries.map((entry) => entry.card),
      [card],
    );
  });

  it('of the trail looks at so many entries and no more, says where it stopped, and goes on there', async () => {
    const { bank } = service;
    const at = bank.now();
    await bank.store.transaction([], async (manager) => {
      for (let entry = 0; entry < 120; entry += 1)
        await bank.audit.write(manager, at, 'cardShown', { card: 'card_x', who: '=HYPERLINK("x")' });
    });
    type Page = { entries: TrailEntry[]; next?: number };
    const auditor = await service.as('mary.quinn');
    const first = await inTime(auditor.answer<Page>('trail'), 'everything');
    assert.equal(first.entries.length, 50);
    const second = await auditor.answer<Page>(`trail?before=${first.next}`);
    assert.ok(second.entries.every(({ number }) => (number ?? 0) < (first.next ?? 0)));
    for (const one of everything) {
      const query = new URLSearchParams({ actor: one }).toString();
      const { entries } = await inTime(auditor.answer<Page>(`trail?${query}`), one);
      assert.deepEqual(entries, [], one);
    }
    for (const wrong of [
      'last4=777',
      'last4=%25%25%25%25',
      `actor=${'x'.repeat(101)}`,
      'before=0',
      'before=x',
    ])
      assert.equal((await auditor.get(`trail?${wrong}`)).status, 400, wrong);
  });

  it('is exported so that a program for tables calculates nothing, whoever named themselves a formula', async () => {
    const auditor = await service.as('mary.quinn');
    const csv = await (await auditor.get('trail.csv?action=cardShown')).text();
    assert.match(csv, /"'=HYPERLINK\(""x""\)/);
    assert.doesNotMatch(csv, /(^|,)"?[=+@]/m);
  });

  it('is asked for sixty times a minute and then no more, by one person', async () => {
    const other = await service.as('zhou.min');
    const statuses: number[] = [];
    for (let time = 0; time < 62; time += 1)
      statuses.push((await other.post('find', { what: zhaoLei.number.slice(-4) })).status);
    assert.deepEqual([...new Set(statuses)], [200, 429]);
  });

  it('of reasons and names with what no database takes is refused as such, and not as if the service were down', async () => {
    const card = await service.bank.card(zhaoLei.number);

    for (const act of [
      { act: 'release', card, why: 'a\u0000b' },
      { act: 'resend', card, message: 'a\u0000b', why: 'because' },
      { act: 'settle', unfreezing: 'a\u0000b', outcome: 'unfrozen', checked: true, why: 'because' },
      { act: 'release', card: 'card_\u0000', why: 'because' },
    ])
      assert.equal((await operator.post('act', act)).status, 400, JSON.stringify(act));
  });
});
