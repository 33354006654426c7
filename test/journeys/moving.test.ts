import assert from 'node:assert/strict';
import { minutes } from '../../kit/time.ts';
import { ScenarioBank } from '../scenarios/scenarioBank.ts';
import { trailOf } from '../services/audit/trailOf.ts';
import { liNa, zhaoLei } from '../services/testBank.ts';
import { tracesIn } from '../traces.ts';
import { type Channel, Somewhere } from './somewhere.ts';

describe('a case that moves between channels', () => {
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  beforeEach(() => bank.reset());
  afterEach(() => assert.deepEqual(bank.logged, []));
  after(() => bank.close());

  const on = (channel: Channel, phone?: string) => new Somewhere(bank, channel, phone);
  const audited = async () => (await trailOf(bank.bank)).map(({ action }) => action);

  /** A conversation up to the question whether to unfreeze the card. */
  async function began(somewhere: Somewhere, number = zhaoLei.number): Promise<Somewhere> {
    assert.equal((await somewhere.hears(`my card ${number} is frozen`)).at(-1), 'unfreeze.confirm');
    return somewhere;
  }
  /** A conversation up to the question for a secret. */
  async function asked(somewhere: Somewhere): Promise<Somewhere> {
    await began(somewhere);
    assert.deepEqual(await somewhere.hears('yes'), ['transactionPassword.ask']);
    return somewhere;
  }
  async function given(somewhere: Somewhere): Promise<string> {
    assert.equal((await somewhere.hears('I want to continue on another device'))[0], 'moving.code');
    return somewhere.code();
  }
  const gives = (value: string) => ({ does: 'gives', item: 'transactionPassword', value }) as const;

  it('is finished on another one with a code, after a yes that is asked for there and with a request of its own', async () => {
    const begun = await asked(on('directline'));
    const code = await given(begun);
    const finished = on('msteams');
    assert.deepEqual(await finished.hears(code), ['moving.goesOnByCode', 'unfreeze.confirm']);
    assert.match(finished.last.at(-1)?.text ?? '', /4446/);
    assert.deepEqual(await finished.hears('yes'), ['transactionPassword.ask']);
    assert.deepEqual((await audited()).slice(-3), [
      'unfreezeRequested',
      'authenticationSuperseded',
      'authenticationRequested',
    ]);
    assert.deepEqual(await finished.does(gives(zhaoLei.transactionPassword)), [
      'outcome.unfrozen',
      'solved.ask',
    ]);
    assert.equal((await bank.cards())['4446'], 'active');
  });

  it('warns who gives a code of what was begun, where and when, and stops at "not me"', async () => {
    const begun = await began(on('directline'));
    bank.bank.passes(3 * minutes);
    const finished = on('thawline-sms', '+12025550199');
    await finished.hears(await given(begun));
    assert.match(
      finished.last[0]?.text ?? '',
      /card ending 4446 was begun 3 minutes ago by web chat.*somebody else gave you the code, stop.*not me/s,
    );
    assert.deepEqual(await finished.hears('not me'), ['freezeOrReport', 'handoff.noted']);
    assert.deepEqual(await finished.hears('how do I unfreeze it'), ['report.stands']);
    const [open] = await bank.queue.list();
    assert.equal(open?.lastFour, '4446');
  });

  it('leaves "not me" at hand where it was begun, does not call it a wish, and stands in the audit trail', async () => {
    const begun = await asked(on('directline'));
    await on('msteams').hears(await given(begun));
    await bank.tellNotes();
    assert.equal((await audited()).at(-1), 'caseMoved');
    assert.deepEqual(await begun.hears('yes'), ['moving.movedAway']);
    assert.doesNotMatch(begun.last[0]?.text ?? '', /wish/);
    assert.deepEqual(await begun.hears('Not me'), ['freezeOrReport', 'handoff.noted']);
    const [open] = await bank.queue.list();
    assert.equal(open?.lastFour, '4446');
  });

  it('is over where it was begun: what is sealed there is refused, and the customer is told', async () => {
    const begun = await asked(on('directline'));
    const finished = on('msteams');
    await finished.hears(await given(begun));
    await finished.hears('yes');
    assert.deepEqual(await begun.does(gives(zhaoLei.transactionPassword)), ['moving.movedAway']);
    assert.equal((await bank.cards())['4446'], 'frozen');
    assert.deepEqual(await begun.hears('is my card frozen?'), ['cardNumber.ask']);
  });

  it('leaves the link that was sent before to the registered phone, so that nobody ends it who asked for it', async () => {
    const begun = await began(on('directline'));
    assert.deepEqual(await begun.hears('send me a link'), ['secureLink.sent']);
    const finished = on('msteams');
    await finished.hears(await given(begun));
    assert.deepEqual(await finished.hears('yes'), ['transactionPassword.ask']);
    await bank.onThePage('transactionPassword', zhaoLei.transactionPassword);
    assert.equal((await bank.cards())['4446'], 'active');
    assert.deepEqual(await finished.does(gives(zhaoLei.transactionPassword)), [
      'outcome.over',
      'anythingElse',
    ]);
  });

  it('hears what a customer wants of their own where it has moved away', async () => {
    const begun = await asked(on('directline'));
    await on('msteams').hears(await given(begun));
    assert.deepEqual(await begun.hears('I lost my card'), [
      'moving.movedAway',
      'freezeOrReport',
      'handoff.noted',
    ]);
  });

  it('counts what was wrong before and after as one', async () => {
    let here = await asked(on('directline'));
    const outcomes: string[] = [];
    const fails = async () => {
      bank.bank.passes(2 * minutes);
      outcomes.push((await here.does(gives('000000')))[0] ?? '');
    };
    for (const channel of ['msteams', 'thawline-sms', 'twilio-voice'] as const) {
      await fails();
      const code = await given(here);
      here = on(channel);
      await here.hears(code);
      assert.deepEqual(await here.hears('yes'), ['transactionPassword.ask']);
    }
    await fails();
    await fails();
    assert.deepEqual(outcomes, [...Array(4).fill('outcome.notAccepted'), 'outcome.locked']);
  });

  it('takes a code once, within ten minutes, and answers all others alike', async () => {
    const begun = await began(on('directline'));
    const code = await given(begun);
    const refused = ['moving.codeRefused'];
    assert.deepEqual(await on('msteams').hears('1234 5678 90123'), refused);
    await on('msteams').hears(code);
    assert.deepEqual(await on('directline').hears(code), refused);
    const late = await given(await began(on('directline'), liNa.number));
    bank.bank.passes(10 * minutes);
    assert.deepEqual(await on('msteams').hears(late), refused);
  });

  it('gives the same code again while it is good, and three of them at most', async () => {
    const begun = await began(on('directline'));
    const codes = new Set<string>();
    for (let minute = 0; minute < 27; minute += 3) {
      codes.add(await given(begun));
      bank.bank.passes(3 * minutes);
    }
    assert.equal(codes.size, 3);
    assert.deepEqual(await begun.hears('give me a code'), ['moving.noMoreCodes', 'unfreeze.confirm']);
  });

  it('refuses who guesses, also from the next conversation of the same telephone', async () => {
    const phone = '+12025550199';
    const guess = (place: number) => `123456789012${place}`;
    const outcomes = [];
    for (const place of [0, 1, 2, 3, 4, 5])
      outcomes.push(await on('twilio-voice', phone).hears(guess(place)));
    assert.deepEqual(outcomes.flat(), [...Array(5).fill('moving.codeRefused'), 'moving.tooMany']);
    const code = await given(await began(on('directline')));
    assert.deepEqual(await on('thawline-sms', phone).hears(code), ['moving.tooMany']);
    bank.bank.passes(9 * minutes);
    assert.equal((await on('msteams').hears(code))[0], 'moving.goesOnByCode');
  });

  it('can be left for the one of a code, whatever was open', async () => {
    const code = await given(await began(on('directline')));
    const other = await asked(on('msteams'));
    assert.deepEqual(await other.hears(`the code is ${code}`), ['moving.goesOnByCode', 'unfreeze.confirm']);
  });

  it('is gone when it was cancelled, and after thirty minutes', async () => {
    const begun = await began(on('directline'));
    const code = await given(begun);
    await begun.hears('cancel');
    assert.deepEqual(await on('msteams').hears(code), ['moving.codeRefused']);
    const late = await began(on('directline'));
    bank.bank.passes(31 * minutes);
    assert.equal((await late.hears('give me a code'))[0], 'begunLater');
  });

  it('keeps no code: neither where it was given nor where it was told', async () => {
    const begun = await began(on('directline'));
    const code = await given(begun);
    assert.deepEqual(await begun.hears('say that again'), ['moving.codeNotKept', 'unfreeze.confirm']);
    const finished = on('msteams');
    await finished.hears(`my code is ${code}`);
    const kept = await bank.keptByTheBot();
    assert.match(kept, /moving\.codeNotKept/);
    const digits = code.replaceAll(' ', '');
    assert.deepEqual(tracesIn(kept, [code, digits, code.replaceAll(' ', '-'), [...digits].join(' ')]), []);
  });

  describe('with a telephone that is known', () => {
    it('is offered on its other channel without a word of the card, and goes on once the card was named', async () => {
      const begun = await asked(on('twilio-voice', zhaoLei.phone));
      const finished = on('thawline-sms', zhaoLei.phone);
      assert.deepEqual(await finished.hears('hello'), ['moving.offer']);
      for (const nonsense of ['mumble', 'hm', 'blue sky over there', 'help', 'why do you ask?']) {
        await finished.hears(nonsense);
        assert.doesNotMatch(finished.last.map(({ text }) => text).join('\n'), /frozen|ending|\d{4}/);
        assert.equal(finished.last.at(-1)?.messageId, 'moving.offer');
      }
      assert.deepEqual(await finished.hears('yes'), ['cardNumber.askByPhone']);
      assert.deepEqual(await finished.hears('4446'), ['moving.goesOn', 'unfreeze.confirm']);
      assert.deepEqual(await finished.hears('yes'), ['transactionPassword.ask']);
      assert.deepEqual(await begun.does(gives(zhaoLei.transactionPassword)), ['moving.movedAway']);
    });

    it('is offered to a caller right after the greeting', async () => {
      await began(on('thawline-sms', zhaoLei.phone));
      const caller = await on('twilio-voice', zhaoLei.phone).begins();
      assert.deepEqual(
        caller.greeting.map(({ messageId }) => messageId),
        ['greeting', 'moving.offer'],
      );
      assert.deepEqual(await caller.hears('Carry on with it'), ['cardNumber.askByPhone']);
    });

    it('is offered once: who wants to begin anew does', async () => {
      await began(on('twilio-voice', zhaoLei.phone));
      const anew = on('thawline-sms', zhaoLei.phone);
      await anew.hears('hello');
      assert.deepEqual(await anew.hears('no'), ['anythingElse']);
      assert.deepEqual(await anew.hears('hello'), ['greeting']);
    });

    it('says no more to who does not know the card', async () => {
      await began(on('twilio-voice', zhaoLei.phone));
      const stranger = on('thawline-sms', zhaoLei.phone);
      await stranger.hears('hello');
      await stranger.hears('yes');
      assert.deepEqual(await stranger.hears('9999'), ['moving.otherCard', 'anythingElse']);
    });

    it('is not offered to another telephone, nor to who reports a loss', async () => {
      await began(on('twilio-voice', zhaoLei.phone));
      assert.deepEqual(await on('thawline-sms', liNa.phone).hears('hello'), ['greeting']);
      const reports = await on('thawline-sms', zhaoLei.phone).hears('my card was stolen');
      assert.equal(reports[0], 'freezing.which');
    });
  });
});
