// Guards a secret: what a customer types to a person is masked before anybody sees or keeps it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { botSchema } from '../../../bot/botSchema.ts';
import { HandoffNoteRows } from '../../../bot/desk/handoffNotesTable.ts';
import { AgentHours } from '../../../dialogs/state/agentHours.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { hours, minutes, seconds } from '../../../kit/time.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { browser, openTestBank, sunLi, type TestBank, zhaoLei } from '../../services/testBank.ts';
import { type BotWithDesk, botWithDesk, customer } from './peopleAtDesk.ts';

onEachDatabase('people at the desk', (empty) => {
  let bank: TestBank;
  let second: Store;
  /** Two processes. */
  let here: BotWithDesk;
  let there: BotWithDesk;

  before(async () => {
    bank = await openTestBank({ empty, beside: [botSchema] });
    const isPostgres = bank.databaseUrl.startsWith('postgres');
    second = isPostgres ? await openStore(bank.databaseUrl, [bankSchema, botSchema]) : bank.store;
    here = botWithDesk(bank, bank.store);
    there = botWithDesk(bank, second);
  });
  beforeEach(async () => {
    bank.passes(5 * minutes);
    await bank.store.transaction([], async (manager) => {
      for (const table of ['desk_lines', 'handoff_cases', 'desk_agents', 'handoff_notes'])
        await manager.query(`DELETE FROM ${table}`);
    });
  });
  after(async () => {
    if (second !== bank.store) await second.close();
    await bank.close();
  });

  const isThere = (login: string, paused = false) => here.desk.isThere(login, { paused });
  const newest = async () => (await here.desk.cases()).at(-1) ?? assert.fail('no case');
  const writes = (id: string, text: string, by = 'wang') =>
    there.desk.write(id, by, { id: randomUUID(), text });
  const notes = async () => {
    const rows = await bank.store.read((manager) => manager.find(HandoffNoteRows, { order: { at: 'ASC' } }));
    return rows.map(({ handoff }) => JSON.parse(handoff)).filter(({ did }) => did);
  };

  const isFrozen = async () => {
    const query = {
      card: await bank.card(zhaoLei.number),
      userTerminal: { ...browser, address: randomUUID() },
    };
    return (await bank.customerService.queryCardStatus(query)).status === 'frozen';
  };

  /** A customer with whom an agent writes. */
  async function talking(locale?: string) {
    await isThere('wang');
    const one = await customer(here, { locale });
    await one.says('talk to a person');
    const { case: id } = await newest();
    assert.deepEqual(await there.desk.claim(id, 'wang'), { outcome: 'done' });
    await here.watch.round();
    await one.heard();
    return { ...one, id };
  }

  it('read and write past signs that no database takes: nothing of the rest is lost', async () => {
    const { id, says, heard } = await talking();
    await says('my\u0000 card');
    await writes(id, 'good\u0000 morning');
    await here.watch.round();
    assert.deepEqual(await heard(), ['Our staff: good morning']);
    const lines = await here.desk.lines(id, 0);
    assert.ok(lines.some(({ from, text }) => from === 'customer' && text.replace(/\s+/g, ' ') === 'my card'));
  });

  it('answer in the same conversation, in order, once, whichever process tells it', async () => {
    await isThere('wang');
    const one = await customer(here);
    await one.says('talk to a person');
    assert.deepEqual(await one.heard(), ['person.queued']);
    const { case: id, waits, reachable, reason } = await newest();
    assert.deepEqual([waits, reachable, reason], [true, true, 'askedForPerson']);
    await there.desk.claim(id, 'wang');
    for (const text of ['Hello.', 'How can I help?']) await writes(id, text);
    await Promise.all([here.watch.round(), there.watch.round()]);
    bank.passes(10 * seconds);
    await Promise.all([here.watch.round(), there.watch.round()]);
    assert.deepEqual(await one.heard(), ['person.here', 'Our staff: Hello.', 'Our staff: How can I help?']);
    await one.says('is it my fault?');
    assert.deepEqual(await one.heard(), [], 'the bot does not read it');
    const { lines } = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.deepEqual(
      lines.map(({ from, text, delivered }) => [from, text, delivered]),
      [
        ['desk', 'agentCame', 'told'],
        ['agent', 'Hello.', 'told'],
        ['agent', 'How can I help?', 'told'],
        ['customer', 'is it my fault?', null],
      ],
    );
  });

  it('write once what their page sends twice, and nothing into the case of another', async () => {
    const { id, heard } = await talking();
    const line = { id: randomUUID(), text: 'Once.' };
    await Promise.all(
      [here.desk.write(id, 'wang', line), here.desk.write(id, 'wang', line)].map((one) =>
        one.catch(() => {}),
      ),
    );
    await here.desk.write(id, 'wang', line);
    assert.deepEqual(await writes(id, 'Not mine.', 'li'), { outcome: 'taken' });
    await here.watch.round();
    assert.deepEqual(await heard(), ['Our staff: Once.']);
    await assert.rejects(writes(id, '   '), { code: 'messageInvalid' });
    await assert.rejects(writes(id, 'x'.repeat(1001)), { code: 'messageTooLarge' });
  });

  it('have a case alone, though two claim it at once', async () => {
    await isThere('wang');
    const one = await customer(here);
    await one.says('talk to a person');
    const { case: id } = await newest();
    const outcomes = await Promise.all([here.desk.claim(id, 'wang'), there.desk.claim(id, 'li')]);
    assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['done', 'taken']);
    assert.deepEqual(await here.desk.claim('Z-9999', 'wang'), { outcome: 'closed' });
  });

  it('see neither a number nor a secret that a customer types to them, nor keep one that they type', async () => {
    const { id, says, heard } = await talking();
    await says(`my card is ${zhaoLei.number}`);
    await says(`my password is ${zhaoLei.transactionPassword}`);
    assert.deepEqual(await heard(), ['person.strayedSecret']);
    await writes(id, `Is it ${zhaoLei.number}?`);
    await here.watch.round();
    const said = (await heard()).join();
    const shown = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    const kept = await bank.store.read((manager) => manager.query('SELECT * FROM desk_lines'));
    for (const secret of [zhaoLei.number, zhaoLei.transactionPassword])
      assert.ok(!JSON.stringify([said, shown, kept]).includes(secret));
    assert.equal(shown.case.lastFour, zhaoLei.number.slice(-4), 'the card that was named is in the case');
  });

  it('leave to the bot a report of a loss and the wish to go back, and their case has both', async () => {
    const { id, says, heard } = await talking();
    await says('my card was stolen, please freeze it');
    assert.deepEqual(await heard(), ['freezeOrReport', 'person.has']);
    assert.equal((await newest()).reason, 'freezeOrReport');
    await says('back to the bot');
    assert.deepEqual(await heard(), ['person.back']);
    await says('thanks');
    assert.deepEqual(await heard(), ['thanks']);
    const { lines } = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['agentCame', 'my card was stolen, please freeze it', 'backToBot'],
    );
    await writes(id, 'Wait.');
    await here.watch.round();
    assert.deepEqual(await heard(), ['Our staff: Wait.'], 'who writes again is there again');
    await says('yes?');
    assert.deepEqual(await heard(), []);
  });

  it('are said not to be there after half a minute, and what is next', async () => {
    const one = await customer(here);
    await one.says('talk to a person');
    assert.deepEqual(await one.heard(), ['person.queued']);
    await one.says('hello?');
    await one.says('anybody?');
    assert.deepEqual(await one.heard(), ['person.noted']);
    bank.passes(29 * seconds);
    await here.watch.round();
    assert.deepEqual(await one.heard(), []);
    bank.passes(1 * seconds);
    await Promise.all([here.watch.round(), there.watch.round()]);
    assert.deepEqual(await one.heard(), ['person.nobody']);
    await one.says('Call me back');
    assert.deepEqual(await one.heard(), ['agent.callsBack']);
    assert.equal((await newest()).callBack, true);
  });

  it('that are there and busy are waited for, in a place that is said', async () => {
    await isThere('wang');
    const [first, other] = [await customer(here), await customer(here)];
    await first.says('agent');
    bank.passes(1 * seconds);
    await other.says('agent');
    await isThere('wang');
    bank.passes(19 * seconds);
    await isThere('wang');
    bank.passes(11 * seconds);
    await here.watch.round();
    await first.heard();
    assert.deepEqual(await other.heard(), ['person.queued', 'person.stillWaiting']);
    await other.says('please call me back');
    assert.deepEqual(await other.heard(), ['agent.callsBack']);
  });

  it('who have paused are not there, and outside hours nobody waits for them', async () => {
    const shifts = new AgentHours('Sun 03:00-03:01 UTC');
    const closed = botWithDesk(bank, bank.store, { agentHours: shifts });
    const one = await customer(closed);
    await isThere('wang', true);
    await one.says('agent');
    assert.deepEqual(await one.heard(), ['agent.later']);
    await isThere('wang');
    await one.says('agent');
    assert.deepEqual(await one.heard(), ['person.hours', 'person.queued']);
  });

  it('who close their page leave the case to the others after a while', async () => {
    const { id, heard } = await talking();
    bank.passes(119 * seconds);
    await here.watch.round();
    assert.deepEqual(await heard(), []);
    bank.passes(2 * seconds);
    await here.watch.round();
    assert.deepEqual(await heard(), ['person.left']);
    assert.deepEqual(await writes(id, 'Late.'), { outcome: 'taken' });
    assert.deepEqual(await there.desk.claim(id, 'li'), { outcome: 'done' });
  });

  it('hand a case to another, and close it, so that the bot reads again', async () => {
    const { id, says, heard } = await talking();
    await here.desk.passOn(id, { login: 'wang', isSupervisor: false }, 'li');
    assert.deepEqual(await writes(id, 'Still me.'), { outcome: 'taken' });
    assert.deepEqual(await writes(id, 'Now me.', 'li'), { outcome: 'done' });
    await here.desk.close(id, { login: 'li', isSupervisor: false });
    await here.watch.round();
    assert.deepEqual(await heard(), ['Our staff: Now me.', 'person.closed']);
    await says('thanks');
    assert.deepEqual(await heard(), ['thanks']);
    assert.deepEqual(await here.desk.cases(), []);
  });

  it('have a customer verified by the bot, and see matched or not and nothing else', async () => {
    const { id, says, heard } = await talking();
    assert.deepEqual(await there.desk.authenticate(id, 'wang'), { outcome: 'noCard' });
    await says(`my card is ${zhaoLei.number}`);
    assert.deepEqual(await there.desk.authenticate(id, 'wang'), { outcome: 'done' });
    await here.watch.round();
    const [first, ...others] = await heard();
    assert.equal(first, 'person.authenticate');
    assert.ok(others.length > 0, 'the bot asks');
    await says('yes');
    await says('000000');
    await heard();
    await says(zhaoLei.transactionPassword);
    assert.deepEqual(
      (await heard()).slice(-1),
      ['outcome.matched'],
      'not unfrozen, and nothing more is asked',
    );
    assert.ok(await isFrozen());
    assert.deepEqual(await there.desk.unfreeze(id, 'li'), { outcome: 'taken' });
    assert.deepEqual(await there.desk.unfreeze(id, 'wang'), { outcome: 'done' });
    assert.deepEqual(await here.desk.unfreeze(id, 'wang'), { outcome: 'done' }, 'pressed twice');
    await Promise.all([here.watch.round(), there.watch.round()]);
    await here.watch.round();
    assert.deepEqual(await heard(), ['outcome.unfrozen'], 'once');
    assert.ok(!(await isFrozen()));
    const shown = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.deepEqual(
      shown.lines.map(({ text }) => text),
      [
        ...['agentCame', `my card is ••••${zhaoLei.number.slice(-4)}`, 'authenticate', 'matched'],
        ...['unfreeze', 'unfreeze', 'unfrozen'],
      ],
    );
    const kept = await bank.store.read((manager) => manager.query('SELECT * FROM desk_lines'));
    for (const secret of ['000000', zhaoLei.transactionPassword, zhaoLei.number])
      assert.ok(!JSON.stringify([shown, kept]).includes(secret));
    await says('thank you');
    assert.deepEqual(await heard(), [], 'the person reads again');
    await bank.freeze(zhaoLei.number, 'transactionPasswordErrors');
  });

  it('start no unfreezing without a match, and none that something stands against by then', async () => {
    const { id, says, heard } = await talking();
    await says(`my card is ${zhaoLei.number}`);
    assert.deepEqual(await here.desk.unfreeze(id, 'wang'), { outcome: 'notMatched' });
    await here.desk.authenticate(id, 'wang');
    await here.watch.round();
    await says('yes');
    assert.deepEqual(await here.desk.unfreeze(id, 'wang'), { outcome: 'notMatched' });
    await says(zhaoLei.transactionPassword);
    bank.passes(11 * minutes);
    await isThere('wang');
    await heard();
    assert.deepEqual(await here.desk.unfreeze(id, 'wang'), { outcome: 'done' });
    await here.watch.round();
    assert.deepEqual(await heard(), ['outcome.notStarted']);
    const { lines } = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.equal(lines.at(-1)?.text, 'notUnfrozen');
    assert.ok(await isFrozen());
    assert.deepEqual(await here.desk.unfreeze(id, 'wang'), { outcome: 'notMatched' }, 'only once');
  });

  it('keep their talk where the customer goes on with the unfreezing on another channel', async () => {
    const { id, says, heard, written } = await talking();
    await says(`my card is ${zhaoLei.number}`);
    await here.desk.authenticate(id, 'wang');
    await here.watch.round();
    await says('Continue on another channel');
    const [code] = /\d[\d ]{11,}\d/.exec(await written()) ?? assert.fail(await written());
    await heard();
    const elsewhere = await customer(here);
    await elsewhere.says(code);
    await elsewhere.says('yes');
    await elsewhere.says(zhaoLei.transactionPassword);
    assert.ok((await elsewhere.heard()).includes('outcome.unfrozen'), 'by the customer’s own case');
    await says('Are you there?');
    await writes(id, 'Yes.');
    await here.watch.round();
    assert.equal((await heard()).at(-1), 'Our staff: Yes.');
    const { lines } = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    const told = lines.map(({ text }) => text).filter((text) => !text.startsWith('my card'));
    // By now nothing is left to unfreeze here.
    assert.deepEqual(told, ['agentCame', 'authenticate', 'Are you there?', 'notHere', 'Yes.']);
    await bank.freeze(zhaoLei.number, 'transactionPasswordErrors');
  });

  it('cannot have a card unfrozen that the policy forbids, and hear so', async () => {
    const { id, says, heard } = await talking();
    await says(`my card is ${sunLi.number}`);
    await there.desk.authenticate(id, 'wang');
    await here.watch.round();
    assert.ok(!(await heard()).some((sentence) => /\.ask/.test(sentence)), 'nothing secret is asked for');
    const { lines } = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.equal(lines.at(-1)?.text, 'notHere');
  });

  it('learn that it was not matched where the customer leaves it', async () => {
    const { id, says, heard } = await talking();
    await says(`my card is ${zhaoLei.number}`);
    await there.desk.authenticate(id, 'wang');
    await here.watch.round();
    await says('no');
    await heard();
    const { lines } = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.equal(lines.at(-1)?.text, 'notMatched');
  });

  it('are waited for by no sixth customer of a day from one address, who has a number as ever', async () => {
    await isThere('wang');
    const heard: (string | undefined)[] = [];
    for (let count = 0; count < 6; count++) {
      const one = await customer(here, { network: '198.51.100.9' });
      await one.says('talk to a person');
      heard.push((await one.heard()).at(-1));
    }
    assert.deepEqual(heard, [...Array(5).fill('person.queued'), 'agent']);
    assert.equal((await here.desk.cases()).length, 5);
  });

  it('see that what they write does not arrive where the conversation is over, and meet the customer in a new one', async () => {
    const { id } = await talking();
    bank.passes(25 * hours);
    await isThere('wang');
    await writes(id, 'Are you still there?');
    await here.watch.round();
    const { lines } = (await here.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.equal(lines.at(-1)?.delivered, 'lost');
    const again = await customer(here);
    await again.says('talk to a person');
    assert.deepEqual(await again.heard(), ['person.queued']);
    assert.equal((await here.desk.cases()).length, 2);
  });

  it('stand in the audit trail with each act under their login', async () => {
    const { id } = await talking();
    await here.desk.conversation(id, 'wang');
    await writes(id, 'Hello.');
    await here.desk.passOn(id, { login: 'wang', isSupervisor: false }, 'li');
    await here.desk.close(id, { login: 'li', isSupervisor: false });
    const acts = (await notes()).map(({ did, who, case: about, to = '' }) =>
      [did, who, about, to].join(' ').trim(),
    );
    assert.deepEqual(acts.sort(), [
      `caseAnswered wang ${id}`,
      `caseClaimed wang ${id}`,
      `caseClosed li ${id}`,
      `casePassedOn wang ${id} li`,
      `caseRead wang ${id}`,
    ]);
  });
});
