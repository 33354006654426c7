// Guards money: an unfreezing without an answer is neither lost nor done twice.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { Registry } from 'prom-client';
import { approvalsCommand } from '../../../cli/approvalsCommand.ts';
import { cardsCommand } from '../../../cli/cardsCommand.ts';
import { byHand, thisOperator } from '../../../cli/operator.ts';
import { run } from '../../../kit/command.ts';
import { minutes } from '../../../kit/time.ts';
import type { AuditAction } from '../../../services/audit/audit.ts';
import { watchOpenUnfreezings } from '../../../services/openUnfreezingsGauge.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { cardSystemToken } from '../cardSystem/cardSystemStub.ts';
import { RemoteBank } from '../cardSystem/remote/remoteBank.ts';
import { recordedTerminal } from '../recordedTerminal.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { zhaoLei } from '../testBank.ts';

onEachDatabase('an unfreezing whose end nobody knows', (empty) => {
  let here: RemoteBank;
  let give: () => Promise<unknown>;
  beforeEach(async () => {
    here = await RemoteBank.open(empty);
    const information = await here.sealedPassword(zhaoLei, zhaoLei.transactionPassword);
    give = () => here.bank.processor.giveAuthenticationInformation(information);
    here.stub.faults.unfreezings = Array(3).fill('lostOnTheWay');
    await rejectsWith('storeUnavailable', give());
  });
  afterEach(() => here.close());

  const cards = (...words: string[]) => says(cardsCommand, words);
  const approvals = (...words: string[]) => says(approvalsCommand, words, { who: 'wangfang', uid: 123_456 });
  async function says(opens: typeof cardsCommand, words: string[], operator = thisOperator()) {
    const { terminal, said } = recordedTerminal();
    const { databaseUrl, keysFile, now: clock } = here.bank;
    const environment = () => ({
      DATABASE_URL: databaseUrl,
      KEYS_FILE: keysFile,
      CARD_SYSTEM_URL: here.stub.url,
      CARD_SYSTEM_TOKEN: cardSystemToken,
    });
    const program = opens({ terminal, environment, input: Readable.from([]), clock, operator });
    return { code: await run(program, words, terminal), ...said };
  }
  async function theOne() {
    const { out } = await cards('unfreezings', '--json');
    const [one, ...others] = JSON.parse(out);
    assert.deepEqual(others, []);
    return one;
  }
  const entries = async (action: AuditAction) => {
    const found = await entriesOf(here.bank, action);
    return found.map(({ details }) => JSON.parse(details));
  };

  it('is counted, with its age, until it has ended', async () => {
    const registry = new Registry();
    watchOpenUnfreezings(here.bank, registry);
    here.bank.passes(5 * minutes);
    const shown = await registry.metrics();
    assert.match(shown, /thawline_unfreezings_open 1\n/);
    assert.match(shown, /thawline_oldest_open_unfreezing_seconds 300\n/);
    assert.match(shown, /thawline_disowned_cards_not_frozen 0\n/);
    await here.bank.settle();
    const later = await registry.metrics();
    assert.match(later, /thawline_unfreezings_open 0\n/);
    assert.match(later, /thawline_oldest_open_unfreezing_seconds 0\n/);
  });

  it('is listed with what an operator looks for in the card system, and with no number', async () => {
    const card = await here.bank.card(zhaoLei.number);
    const { id, ...shown } = await theOne();
    assert.equal(here.stub.requests.findLast(({ path }) => path === 'unfreezings')?.key, id);
    assert.deepEqual(shown, {
      card,
      last4: '4446',
      freezes: ['abnormalTransaction'],
      channel: 'webChat',
      claimedAt: here.bank.now().toISOString(),
    });
    const { out } = await cards('unfreezings');
    assert.match(out, new RegExp(`${id} +2026-\\S+ +${card} +…4446 +abnormalTransaction +webChat\n$`));
    assert.doesNotMatch(out, /\d{13}/);
  });

  it('is settled by hand as unfrozen, once, with audit, receipt and answer', async () => {
    const { id, card } = await theOne();
    // The card as the bank's staff have found it, or made it.
    Object.assign(here.stub.card(zhaoLei.number), { status: 'active', version: 2 }).freezes.clear();
    const settled = await cards('settle', id, 'unfrozen', '--by', 'Li Ming', '--checked');
    assert.deepEqual(settled, { code: 0, out: 'settled: unfrozen\n', err: '' });
    assert.deepEqual(await entries('unfreezingSettledByHand'), [
      { unfreezing: id, card, outcome: 'unfrozen', ...byHand(undefined, { by: 'Li Ming' }) },
    ]);
    assert.deepEqual(await here.written(), { unfreezings: 1, receipts: 1 });
    assert.deepEqual(await give(), {
      outcome: 'unfrozen',
      at: here.bank.now().toISOString(),
      reasons: ['abnormalTransaction'],
    });
    assert.equal((await cards('settle', id, 'notUnfrozen', '--by', 'Li Ming', '--checked')).code, 2);
    assert.equal((await cards('unfreezings')).out, 'no unfreezing is open\n');
    assert.equal(here.stub.asked('unfreezings'), 3);
  });

  it('is settled as not unfrozen, after which the customer begins again', async () => {
    const { id } = await theOne();
    assert.equal((await cards('settle', id, 'notUnfrozen', '--by', 'Li Ming', '--checked')).code, 0);
    assert.deepEqual(await give(), { outcome: 'over' });
    assert.deepEqual(await here.written(), { unfreezings: 0, receipts: 0 });
    await here.bank.authenticationRequest(zhaoLei.number);
  });

  it('is settled with a second person where one is needed, and not when its end is known by then', async () => {
    await here.bank.approvals.need();
    const { id } = await theOne();
    const settle = () =>
      cards('settle', id, 'notUnfrozen', '--by', 'Li Ming', '--checked', '--reason', 'looked it up');
    const request = /approvals approve (\S+)\n$/.exec((await settle()).out)?.[1] ?? '';
    assert.equal((await here.bank.openUnfreezings.list()).length, 1);
    assert.equal((await approvals('approve', request)).out, 'settled: notUnfrozen\n');
    assert.equal((await entries('unfreezingSettledByHand'))[0]?.approvedBy, 'wangfang');
    assert.equal((await settle()).code, 2);
  });

  it('is not settled by an approval that comes after the card system has answered', async () => {
    await here.bank.approvals.need();
    const { id } = await theOne();
    const asked = await cards('settle', id, 'notUnfrozen', '--by', 'Li Ming', '--checked', '--reason', 'why');
    await here.bank.settle();
    const request = /approvals approve (\S+)\n$/.exec(asked.out)?.[1] ?? '';
    assert.equal((await approvals('approve', request)).out, 'nothing was done: its end is known meanwhile\n');
    assert.deepEqual(await here.written(), { unfreezings: 1, receipts: 1 });
  });

  it('says that there is no receipt where the card cannot be looked up', async () => {
    const { id } = await theOne();
    here.stub.faults['card-look-ups'] = Array(3).fill('serverError');
    const { code, err } = await cards('settle', id, 'unfrozen', '--by', 'Li Ming', '--checked');
    assert.equal(code, 0);
    assert.match(err, /no receipt is sent: tell the customer/);
    assert.deepEqual(await here.written(), { unfreezings: 1, receipts: 0 });
  });

  it('is settled by nobody without a name, as nothing else, and under no other id', async () => {
    const { id } = await theOne();
    for (const words of [
      [id, 'unfrozen', '--checked'],
      [id, 'unfrozen', '--by', '', '--checked'],
      [id, 'unfrozen', '--by', 'two\nlines', '--checked'],
      [id, 'perhaps', '--by', 'Li Ming', '--checked'],
      ['another', 'unfrozen', '--by', 'Li Ming', '--checked'],
    ]) {
      assert.equal((await cards('settle', ...words)).code, 2, words.join());
    }
    const unchecked = await cards('settle', id, 'unfrozen', '--by', 'Li Ming');
    assert.equal(unchecked.code, 2);
    assert.match(unchecked.err, /only when you have looked in the card system/);
    assert.deepEqual(await entries('unfreezingSettledByHand'), []);
  });
});
