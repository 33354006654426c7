import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { auditCommand } from '../../cli/auditCommand.ts';
import { run } from '../../kit/command.ts';
import { hours, minutes } from '../../kit/time.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { anOperator } from '../services/anOperator.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { liNa, openTestBank, type TestBank, wuMin, zhaoLei } from '../services/testBank.ts';

onEachDatabase('thawline audit show', (empty) => {
  let bank: TestBank;
  let card: string;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    card = await bank.card(zhaoLei.number);
    const userTerminal = { channel: 'voice', address: '+12025550104' } as const;
    await bank.customerService.queryCardStatus({ card, userTerminal });
    bank.passes(1 * hours);
    await writes('lockReleased', { card, released: true, failures: 3, ...anOperator, by: 'J. Chen' });
    bank.passes(1 * hours);
    await writes('handedOver', {
      case: 'K-4821',
      card: null,
      reason: 'silence',
      channel: 'webChat',
      address: 'x',
    });
    await bank.chaining.chain();
  });
  afterEach(() => bank.close());

  const writes = (
    ...entry: [Parameters<typeof bank.audit.write>[2], Parameters<typeof bank.audit.write>[3]]
  ) => bank.store.transaction([], (manager) => bank.audit.write(manager, bank.now(), ...entry));

  async function show(
    words: string[],
    { input = '', isHeard = () => true }: { input?: string; isHeard?: () => boolean } = {},
  ) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile });
    const around = { terminal: { ...terminal, isHeard }, environment, clock: bank.now };
    const program = auditCommand({ ...around, input: Readable.from([input]) });
    return { code: await run(program, ['show', ...words], terminal), ...said };
  }
  const actions = async (words: string[], input?: string) =>
    (await show([...words, '--json'], input === undefined ? {} : { input })).out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).action);

  it('reads the newest first, in columns, with who did it and no telephone', async () => {
    const { code, out, err } = await show([]);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const [head, ...rows] = out.trim().split('\n');
    assert.match(head ?? '', /^entry +at +what +who +card +more$/);
    assert.match(rows[0] ?? '', /^3 +2026-11-24T10:00:00.000Z +handedOver +webChat x +- +case="K-4821"/);
    assert.match(
      rows[1] ?? '',
      /^2 .* lockReleased +liming +card_\S+ +released=true failures=3 by="J. Chen"$/,
    );
    assert.match(rows[2] ?? '', /^1 .* cardStatusQueried +voice …0104 +card_\S+ +status="frozen"$/);
    assert.equal(rows.length, 3);
    assert.doesNotMatch(out, /\d{8}/);
  });

  it('prints a line of JSON for each, with the fields that programs rely on', async () => {
    const { out } = await show(['--json', '--action', 'lockReleased']);
    const { who, uid } = anOperator;
    assert.deepEqual(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
      [
        {
          number: 2,
          at: '2026-11-24T09:00:00.000Z',
          action: 'lockReleased',
          actor: 'liming',
          card,
          details: { released: true, failures: 3, who, uid, by: 'J. Chen', why: null },
        },
      ],
    );
  });

  it('finds by card, however it is named, by case, by actor and by time', async () => {
    const ofCard = ['lockReleased', 'cardStatusQueried'];
    assert.deepEqual(await actions(['--card', card]), ofCard);
    assert.deepEqual(await actions(['--card', '4446']), ofCard);
    assert.deepEqual(await actions(['--card', '-'], `${zhaoLei.number}\n`), ofCard);
    assert.deepEqual(await actions(['--card', '-'], liNa.number), []);
    assert.deepEqual(await actions(['--card', '7776']), []);
    assert.deepEqual(await actions(['--case', 'k-4821']), ['handedOver']);
    for (const actor of ['liming', 'J. Chen'])
      assert.deepEqual(await actions(['--actor', actor]), ['lockReleased']);
    assert.deepEqual(await actions(['--actor', 'voice']), ['cardStatusQueried']);
    assert.deepEqual(await actions(['--since', '2026-11-24T09:00Z', '--until', '2026-11-24T10:00Z']), [
      'lockReleased',
    ]);
    assert.deepEqual(await actions(['--since', 'PT1H']), ['handedOver', 'lockReleased']);
    assert.deepEqual(await actions(['--until', '2026-11-24']), []);
    assert.deepEqual(await actions(['--card', '4446', '--actor', 'liming', '--since', 'P1D']), [
      'lockReleased',
    ]);
  });

  it('finds a search by the last four digits alone', async () => {
    const search = {
      phone: wuMin.phone,
      lastFour: '7776',
      userTerminal: { channel: 'sms', address: wuMin.phone },
    } as const;
    await bank.customerService.searchCard(search);
    assert.deepEqual(await actions(['--card', '7776']), ['cardStatusQueried']);
  });

  it('gives an entry of the last moment its number, and shows one that nobody may chain as waiting', async () => {
    await writes('cardsImported', {});
    assert.match(
      (await show(['--limit', '1'])).out,
      /^4 .*cardsImported.*\nthere may be more: --before 4\n$/m,
    );
    await bank.store.transaction([], (manager) =>
      manager.query(
        "INSERT INTO audit_tail (id, at, action, details, mac) VALUES ('x', '2026-11-24T10:00:00.000Z', 'cardUnfrozen', '{}', 'y')",
      ),
    );
    assert.match((await show(['--limit', '1'])).out, /^waits .*cardUnfrozen/m);
  });

  it('pages', async () => {
    assert.deepEqual(await actions(['--limit', '2']), ['handedOver', 'lockReleased']);
    assert.match((await show(['--limit', '2'])).out, /there may be more: --before 2\n$/);
    assert.deepEqual(await actions(['--before', '2']), ['cardStatusQueried']);
    assert.equal((await show(['--before', '1'])).out, 'no such entry\n');
  });

  it('stops when nobody reads any more', async () => {
    let heard = 1;
    const { code, out } = await show(['--json'], { isHeard: () => heard-- > 0 });
    assert.deepEqual([code, out.match(/\n/g)?.length], [0, 1]);
  });

  it('reads a long trail in pages, whole, in its order, also by time', async () => {
    for (let batch = 0; batch < 6; batch++) {
      bank.passes(24 * hours);
      await bank.store.transaction([], (manager) =>
        bank.audit.writeAll(manager, bank.now(), Array(250).fill({ action: 'messageSent', details: {} })),
      );
      bank.passes(1 * minutes);
      await bank.chaining.chain();
    }
    const numbers = (await show(['--json'])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).number);
    assert.deepEqual(
      numbers,
      Array.from({ length: 1503 }, (_, place) => 1503 - place),
    );
    assert.equal((await actions(['--since', 'P3D'])).length, 750);
    assert.equal((await actions(['--until', '2026-11-27'])).length, 3 + 500);
    const table = (await show(['--limit', '250'])).out;
    assert.equal(table.match(/^entry /gm)?.length, 3, 'a head for each hundred');
  });

  it('refuses what it cannot read, before it opens anything', async () => {
    for (const words of [
      ['--since', '24.11.2026'],
      ['--since', '2026-02-30'],
      ['--until', '2026-11-24T08:00+08:00'],
      ['--case', '4821'],
      ['--card', 'zhao'],
      ['--limit', '0'],
      ['--before', '-1'],
      ['--limit', '1e3'],
    ])
      assert.equal((await show(words)).code, 2, words.join(' '));
    assert.equal((await show(['--card', '-'], { input: '1234' })).code, 2);
  });
});
