import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { cardsCommand } from '../../cli/cardsCommand.ts';
import { run } from '../../kit/command.ts';
import { minutes } from '../../kit/time.ts';
import type { AuditAction } from '../../services/audit/audit.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { entriesOf } from '../services/audit/trailOf.ts';
import { CardSystemStub, cardSystemToken } from '../services/cardSystem/cardSystemStub.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import {
  liNa,
  openTestBank,
  type TestBank,
  unknownNumber,
  wuMin,
  zhaoLei,
  zhouQiang,
} from '../services/testBank.ts';

onEachDatabase('thawline cards', (empty) => {
  const operator = { who: 'liming', uid: 1001 };
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  async function cards(words: string[], input = '') {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile });
    const code = await run(
      cardsCommand({ terminal, environment, input: Readable.from([input]), clock: bank.now, operator }),
      words,
      terminal,
    );
    return { code, ...said };
  }
  const listed = async (lastFour: string) => {
    const { out } = await cards(['list', '--json']);
    return JSON.parse(out).find(({ last4 }: { last4: string }) => last4 === lastFour);
  };

  it('lists every card as JSON with the fields that the world relies on', async () => {
    const { code, out, err } = await cards(['list', '--json']);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.equal(JSON.parse(out).length, 11);
    assert.deepEqual(await listed('1114'), {
      card: await bank.card(liNa.number),
      last4: '1114',
      status: 'frozen',
      freezeReasons: ['transactionPasswordErrors'],
      remoteUnfreezingLockedUntil: null,
    });
  });

  it('lists every card as a table, with no number in it', async () => {
    const { out } = await cards(['list']);
    assert.match(out, /card_\S+ +…6662 +frozen +reportedLost, transactionPasswordErrors +-\n/);
    assert.doesNotMatch(out, /\d{13}/);
  });

  it('lists a hundred cards at once and says how to go on', async () => {
    const { out } = await cards(['list', '--limit', '4']);
    assert.equal(out.match(/^card_/gm)?.length, 4);
    const after = /--after (card_\S+),/.exec(out)?.[1] ?? '';
    const next = await cards(['list', '--after', after]);
    assert.equal(next.out.match(/^card_/gm)?.length, 7);
    assert.doesNotMatch(next.out, /there may be more/);
    assert.equal((await cards(['list', '--all'])).out.match(/^card_/gm)?.length, 11);
    assert.equal((await cards(['list', '--limit', '0'])).code, 2);
    assert.equal((await cards(['list', '--after', 'card_1'])).code, 2);
  });

  it('finds the cards of whoever calls, by a telephone number that stands on no command line', async () => {
    const card = await bank.card(liNa.number);
    const found = async (what: string, input?: string) =>
      JSON.parse((await cards(['find', what, '--json'], input)).out).map((one: { card: string }) => one.card);
    assert.deepEqual(await found('1114'), [card]);
    assert.ok((await found('-', `${liNa.phone}\n`)).includes(card));
    assert.deepEqual(await found('nobody'), []);
    assert.equal((await cards(['find', '-'], '12345')).code, 2);
  });

  it('shows one card with its customer, and no name, number or document', async () => {
    const { code, out } = await cards(['show', await bank.card(liNa.number)]);
    assert.equal(code, 0);
    assert.match(out, /^frozen for +transactionPasswordErrors \(since .*Z\)$/m);
    assert.match(out, /^reserved +\S/m);
    const { number, phone, identityDocument } = liNa;
    for (const secret of [number, phone.slice(1), identityDocument]) assert.ok(!out.includes(secret));
    assert.equal((await cards(['show', '-'], liNa.number)).out, out);
    assert.equal((await cards(['show', `card_${'A'.repeat(22)}`])).code, 2);
  });

  it('lifts one freeze, in the name of who does it, and the last one makes the card active', async () => {
    const card = await bank.card(liNa.number);
    await cards(['freeze', card, 'suspectedFraud']);
    const lift = (reason: string, ...by: string[]) => cards(['lift', card, reason, ...by]);
    assert.equal((await lift('suspectedFraud')).code, 2);
    assert.equal((await lift('suspectedFraud', '--by', '\u202e')).code, 2);
    const { out } = await lift('suspectedFraud', '--by', 'J. Chen');
    assert.equal(out, 'lifted: suspectedFraud; still frozen for transactionPasswordErrors\n');
    assert.match((await lift('suspectedFraud', '--by', 'J. Chen')).out, /nothing changed/);
    assert.equal(
      (await lift('transactionPasswordErrors', '--by', 'J. Chen')).out,
      'lifted: transactionPasswordErrors; the card is active\n',
    );
    assert.deepEqual((await listed('1114')).freezeReasons, []);
    const entries = await entriesOf(bank, 'freezeLifted');
    assert.equal(entries.length, 2);
    assert.match(JSON.stringify(entries), /J\. Chen/);
  });

  it('writes into the audit trail who has changed something, and why', async () => {
    const card = await bank.card(wuMin.number);
    const why = ['--reason', 'the branch has called'];
    await cards(['freeze', card, 'dormant', ...why]);
    await cards(['lift', card, 'dormant', '--by', 'J. Chen', ...why]);
    await cards(['release', card, ...why]);
    const said = { ...operator, why: 'the branch has called' };
    const details = async (action: AuditAction) =>
      (await entriesOf(bank, action)).map((entry) => JSON.parse(entry.details));
    assert.deepEqual(await details('cardFrozen'), [{ card, reason: 'dormant', by: null, ...said }]);
    assert.deepEqual(await details('freezeLifted'), [{ card, reason: 'dormant', by: 'J. Chen', ...said }]);
    assert.deepEqual(await details('lockReleased'), [
      { card, released: false, failures: 0, by: null, ...said },
    ]);
    const wrong = await cards(['release', card, '--reason', `for ${wuMin.number}`]);
    assert.equal(wrong.code, 2);
    assert.doesNotMatch(wrong.err, /\d{13}/);
  });

  it('ends what was begun for a card whose freeze is lifted meanwhile', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    const { card, freezeReasons } = await listed('4446');
    await cards(['lift', card, freezeReasons[0], '--by', 'J. Chen']);
    const answer = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.deepEqual(answer, { outcome: 'over' });
  });

  it('freezes a card that is named by its reference, once', async () => {
    const card = await bank.card(wuMin.number);
    assert.deepEqual(await cards(['freeze', card, 'suspectedFraud']), {
      code: 0,
      out: 'frozen: suspectedFraud\n',
      err: '',
    });
    assert.match((await cards(['freeze', card, 'suspectedFraud'])).out, /nothing changed/);
    assert.deepEqual((await listed('7776')).freezeReasons, ['suspectedFraud']);
  });

  it('reads a card number from standard input', async () => {
    const { code } = await cards(['freeze', '-', 'dormant'], `${wuMin.number}\n`);
    assert.equal(code, 0);
    assert.equal((await listed('7776')).status, 'frozen');
  });

  it('lists and releases a lock, and says which freeze stays and how it goes', async () => {
    const stays =
      'the card stays frozen for\n  abnormalTransaction: the customer lifts it by chat, message or telephone\n' +
      '  transactionPasswordErrors: the customer lifts it by chat, message or telephone\n';
    const request = await bank.authenticationRequest(zhaoLei.number);
    for (const attempt of [1, 2, 3])
      await bank.give({ ...request, attempt }, 'transactionPassword', '000000');
    const { card } = await listed('4446');
    const until = new Date(bank.now().getTime() + 15 * minutes).toISOString();
    assert.equal((await listed('4446')).remoteUnfreezingLockedUntil, until);
    assert.equal(
      (await cards(['release', card])).out,
      `released: 3 failed attempts of the card and its customer forgotten\n${stays}`,
    );
    assert.equal((await listed('4446')).remoteUnfreezingLockedUntil, null);
    assert.equal((await cards(['release', card])).out, `nothing changed: there was no lock\n${stays}`);
    await bank.give(await bank.authenticationRequest(zhaoLei.number), 'transactionPassword', '000000');
    assert.match((await cards(['release', card])).out, /^there was no lock; 1 failed attempt of the card/);
  });

  it('says of a released card who lifts what the customer may not, and that the rest waits for that', async () => {
    const card = await bank.card(zhouQiang.number);
    const { out } = await cards(['release', card]);
    assert.equal(
      out,
      'nothing changed: there was no lock\nthe card stays frozen for\n' +
        `  reportedLost: not by the customer: agent; then cards lift ${card} reportedLost --by NAME\n` +
        '  transactionPasswordErrors: the customer lifts it by chat, message or telephone, once the others are gone\n',
    );
    assert.match((await cards(['release', await bank.card(wuMin.number)])).out, /\nthe card is active\n$/);
  });

  it('refuses wrong use with exit 2 and a reason', async () => {
    const wrong: [string[], RegExp, string?][] = [
      [[], /Usage/],
      [['thaw'], /unknown command/],
      [['freeze'], /missing required argument/],
      [['freeze', await bank.card(wuMin.number), 'boredom'], /Allowed choices are transactionPasswordErrors/],
      [['freeze', wuMin.number, 'dormant'], /not a card reference/],
      [['freeze', '-', 'dormant'], /no card number/, '12'],
      [['freeze', '-', 'dormant'], /no such card/, unknownNumber],
      [['release', `card_${'A'.repeat(22)}`], /no such card/],
    ];
    for (const [words, reason, input] of wrong) {
      const { code, out, err } = await cards(words, input);
      assert.equal(code, 2, words.join(' '));
      assert.equal(out, '');
      assert.match(err, reason);
      assert.doesNotMatch(err, /\d{13}/);
    }
  });

  it('explains itself', async () => {
    const { code, out } = await cards(['--help']);
    assert.equal(code, 0);
    for (const name of ['list', 'freeze', 'release']) assert.match(out, new RegExp(`^ +${name} `, 'm'));
  });

  it('fails with exit 1 and a reason when the database cannot be opened', async () => {
    const said: string[] = [];
    const terminal = { out: () => {}, err: (text: string) => void said.push(text) };
    const environment = () => ({ DATABASE_URL: 'sqlite:/dev/null/no.db', KEYS_FILE: bank.keysFile });
    const program = cardsCommand({ terminal, environment, input: Readable.from([]), clock: bank.now });
    assert.equal(await run(program, ['list'], terminal), 1);
    assert.match(said.join(''), /cannot open the database/);
  });
});

describe('thawline cards, with a card system of the bank’s own', () => {
  let stub: CardSystemStub;
  let bank: TestBank;
  beforeEach(async () => {
    stub = await CardSystemStub.open();
    bank = await openTestBank({ cardSystemAt: stub.address() });
  });
  afterEach(async () => {
    await bank.close();
    await stub.close();
  });

  async function cards(words: string[], settings: NodeJS.ProcessEnv = {}, input = '') {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({
      DATABASE_URL: bank.databaseUrl,
      KEYS_FILE: bank.keysFile,
      CARD_SYSTEM_URL: stub.url,
      CARD_SYSTEM_TOKEN: cardSystemToken,
      ...settings,
    });
    const program = cardsCommand({ terminal, environment, input: Readable.from([input]), clock: bank.now });
    return { code: await run(program, words, terminal), ...said };
  }

  it('says of what is done in that system that it is, with exit 2', async () => {
    const card = await bank.card(wuMin.number);
    for (const words of [['list'], ['freeze', card, 'dormant'], ['import', 'cards.csv']]) {
      const { code, out, err } = await cards(words);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^CARD_SYSTEM_URL: the cards stand in the bank’s own card system/);
    }
  });

  it('releases a lock, by the reference or the number', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    for (const attempt of [1, 2, 3])
      await bank.give({ ...request, attempt }, 'transactionPassword', '000000');
    assert.match((await cards(['release', '-'], {}, zhaoLei.number)).out, /^released: 3 failed attempts/);
    assert.match((await cards(['release', await bank.card(zhaoLei.number)])).out, /there was no lock/);
    assert.equal((await cards(['release', `card_${'A'.repeat(22)}`])).code, 2);
  });

  it('releases a lock where the card system does not answer, and says that it cannot tell of freezes', async () => {
    const card = await bank.card(zhaoLei.number);
    const request = await bank.authenticationRequest(zhaoLei.number);
    for (const attempt of [1, 2, 3])
      await bank.give({ ...request, attempt }, 'transactionPassword', '000000');
    stub.faults['card-look-ups'] = Array(9).fill('serverError');
    const { code, out } = await cards(['release', card]);
    assert.equal(code, 0);
    assert.equal(
      out,
      'released: 3 failed attempts of the card and its customer forgotten\n' +
        'the card system does not answer, so that nobody can say here whether the card is frozen: look there\n',
    );
    stub.faults['card-look-ups'] = [];
    assert.match(
      (await cards(['release', card])).out,
      /no lock\nthe card stays frozen for\n {2}abnormalTransaction/,
    );
  });

  it('tells of what goes in the bank’s own card system that it goes there', async () => {
    const { out } = await cards(['release', await bank.card(zhouQiang.number)]);
    assert.match(out, /^ {2}reportedLost: not by the customer: agent; then in the card system$/m);
  });

  it('is refused plain http to another machine, before anything is sent', async () => {
    const { code, err } = await cards(['release', '-'], { CARD_SYSTEM_URL: 'http://cards.bank.example' });
    assert.equal(code, 2);
    assert.match(err, /^CARD_SYSTEM_URL: another machine must be reached over https/);
  });
});
