import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createBank } from '../../services/bank.ts';
import type { CardStatusAnswer } from '../../services/contract/cardStatusQuery.ts';
import type { Channel } from '../../services/contract/channels.ts';
import type { UnfreezeAnswer } from '../../services/contract/unfreezeRequest.ts';
import { readPolicy } from '../../services/presetConditions/policyFile.ts';
import { chenJie, fengLan, openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';

const folder = join(import.meta.dirname, '../../demo/policies');
const page = join(import.meta.dirname, '../../docs/preset-conditions.md');
/** An address at which nobody listens. */
const riskDecisionsAt = { url: 'http://127.0.0.1:9', token: 'nobody-listens-there-and-nobody-reads-this' };

type Heard = { status: CardStatusAnswer; answer: UnfreezeAnswer['outcome'] };
type Case = {
  number: string;
  channel?: Channel;
  risk?: true;
  usual: UnfreezeAnswer['outcome'];
  hears: (heard: Heard) => void;
};

const outcome = (expected: UnfreezeAnswer['outcome']) => (heard: Heard) =>
  assert.equal(heard.answer, expected);
const instructions = ({ status }: Heard) =>
  status.status === 'frozen' ? status.instructions : assert.fail('it is frozen');
const sentTo =
  (help: string) =>
  (heard: Heard): void => {
    const told = instructions(heard);
    assert.deepEqual([told.remote, !told.remote && told.help, heard.answer], [false, help, 'notRemote']);
  };

/** Each policy of the demonstration, on a customer of the demo bank, beside what the built-in policy does. */
const cases: Readonly<Record<string, Case>> = {
  notRemote: { number: zhaoLei.number, usual: 'authenticationRequested', hears: sentTo('branch') },
  demandBoth: { number: zhaoLei.number, usual: 'authenticationRequested', hears: sentTo('branch') },
  heldPhoneAlways: {
    number: chenJie.number,
    usual: 'authenticationRequested',
    hears: outcome('secureLinkSent'),
  },
  heldNothing: { number: fengLan.number, usual: 'secureLinkSent', hears: outcome('authenticationRequested') },
  byChannel: {
    number: zhaoLei.number,
    channel: 'voice',
    usual: 'authenticationRequested',
    hears: outcome('secureLinkSent'),
  },
  reasonTold: {
    number: zhaoLei.number,
    usual: 'authenticationRequested',
    hears(heard) {
      const told = instructions(heard);
      assert.deepEqual(told.remote && told.reasons, ['abnormalTransaction']);
    },
  },
  coolingOffFreeze: {
    number: zhaoLei.number,
    usual: 'authenticationRequested',
    hears(heard) {
      const told = instructions(heard);
      assert.equal(!told.remote && told.notYet?.because, 'justFrozen');
    },
  },
  riskSilentRefuse: {
    number: zhaoLei.number,
    risk: true,
    usual: 'secureLinkSent',
    hears: outcome('notRemote'),
  },
};

describe('the policies of the demonstration', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank();
    // The demo bank as it is right after a start.
    await bank.store.transaction([], (manager) =>
      manager.query('UPDATE card_freezes SET since = ?', [bank.now().toISOString()]),
    );
  });
  afterEach(() => bank.close());

  async function heard({ number, channel = 'webChat', risk }: Case, file?: string): Promise<Heard> {
    const { customerService, processor } = createBank({
      ...{ ...bank, clock: bank.now, sendsLinks: true, pause: async () => {}, policy: readPolicy(file) },
      ...(risk && { riskDecisionsAt }),
    });
    const query = { card: await bank.card(number), userTerminal: { channel, address: 'somebody' } } as const;
    const status = await customerService.queryCardStatus(query);
    return { status, answer: (await processor.requestUnfreezing(query)).outcome };
  }

  for (const [name, one] of Object.entries(cases)) {
    it(`change what the customer of ${name} hears`, async () => {
      one.hears(await heard(one, join(folder, `${name}.json`)));
    });

    it(`would not be needed for ${name} if the built-in policy did the same`, async () => {
      assert.equal((await heard(one)).answer, one.usual);
    });
  }

  it('are all of these, and each is on the page', () => {
    const names = readdirSync(folder).map((file) => basename(file, '.json'));
    assert.deepEqual(names.sort(), Object.keys(cases).sort());
    const text = readFileSync(page, 'utf8');
    for (const name of names) assert.ok(text.includes(`demo/policies/${name}.json`), name);
  });

  it('show every key that a policy may have', () => {
    const written = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join();
    for (const [, key = ''] of readFileSync(page, 'utf8').matchAll(
      /^\| `(\w+)` \| (?:where|`true`|`agent`)/gm,
    ))
      assert.ok(written.includes(`"${key}"`), key);
  });
});
