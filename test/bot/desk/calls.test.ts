import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { tongues } from '../../../bot/channels/twilio/voice/voices.ts';
import type { PhoneCall } from '../../../demo/phoneCall.ts';
import { minutes, seconds } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { CallService } from '../../demo/callService.ts';
import { zhaoLei } from '../../services/testBank.ts';

const wang = 'sip:wang@pbx.bank.example;transport=tls';
const li = '+12025550177';

/** What a caller of each language hears. */
const languages = [
  {
    tongue: 'putonghua',
    queued: /排在第 1 位/,
    here: /可以接听了/,
    verify: /请您核实身份/,
    goesOn: /刚才的工作人员继续/,
    nobody: /没有工作人员在线/,
  },
  {
    tongue: 'guoyu',
    queued: /排在第 1 位/,
    here: /可以接聽了/,
    verify: /請您核實身分/,
    goesOn: /剛才的服務人員繼續/,
    nobody: /沒有服務人員在線上/,
  },
  {
    tongue: 'english',
    queued: /number 1 in the queue/,
    here: /can take your call now/,
    verify: /ask you to verify yourself/,
    goesOn: /The colleague you spoke with goes on/,
    nobody: /none of our staff are there/,
  },
] as const;

onEachDatabase('calls that are put through to people at the desk', (empty) => {
  let service: CallService;
  before(async () => {
    service = await CallService.open({ empty, people: { wang, li }, patience: 7 * seconds });
  });
  after(() => service.close());
  afterEach(async () => {
    for (const { case: id } of await service.desk.cases())
      await service.desk.close(id, { login: 'chief', isSupervisor: true });
    for (const login of ['wang', 'li', 'chief']) await service.desk.hasLeft(login);
  });

  function listener(call: PhoneCall) {
    let from = 0;
    return () => {
      const said = call.heard.slice(from).map((heard) => (heard.what === 'say' ? heard.words : heard.what));
      from = call.heard.length;
      return said.join(' ');
    };
  }

  /** Somebody who has asked for a person and holds the line. */
  let calls = 0;
  async function holding(tongue: (typeof tongues)[number] = 'english') {
    service.bank.passes(1 * seconds);
    // Each from a telephone of its own: one that calls often is set aside.
    const call = await service.carrier.call(`+120255502${10 + calls++}`);
    const heard = listener(call);
    await call.press(String(tongues.indexOf(tongue) + 1));
    await call.press('2');
    await call.press(`${zhaoLei.number}#`);
    heard();
    await call.press('0');
    const { case: id } = (await service.desk.cases()).at(-1) ?? assert.fail('no case');
    return { call, heard, id };
  }

  async function talking(tongue?: (typeof tongues)[number], login = 'wang') {
    await service.desk.isThere(login, { paused: false });
    const held = await holding(tongue);
    assert.deepEqual(await service.desk.claim(held.id, login), { outcome: 'done' });
    await service.tells();
    return held;
  }
  const dialled = (call: PhoneCall) =>
    call.heard.flatMap((heard) => (heard.what === 'dial' ? heard.number : []));
  const linesOf = async (id: string) =>
    ((await service.desk.conversation(id, 'wang')) ?? assert.fail()).lines.map(({ text }) => text);

  for (const { tongue, queued, here, verify, goesOn } of languages)
    it(`go to the agent who takes the case, and to the bot and back for what is keyed, in ${tongue}`, async () => {
      await service.desk.isThere('wang', { paused: false });
      const { call, heard, id } = await holding(tongue);
      assert.match(heard(), queued);
      assert.deepEqual(await service.desk.claim(id, 'wang'), { outcome: 'done' });
      await service.tells();
      assert.match(heard(), here);
      assert.equal(call.state, 'dialling');
      const [sip = ''] = dialled(call);
      const [address, headers] = sip.split('?');
      assert.equal(address, wang);
      assert.deepEqual(Object.fromEntries(new URLSearchParams(headers)), {
        'X-Thawline-Case': id,
        'X-Thawline-Language': { putonghua: 'zh-Hans', guoyu: 'zh-Hant', english: 'en' }[tongue],
        'X-Thawline-Topic': 'askedForPerson',
        'X-Thawline-Last-Four': zhaoLei.number.slice(-4),
      });

      assert.deepEqual(await service.desk.authenticate(id, 'wang'), { outcome: 'done' });
      await service.tells();
      assert.equal(call.state, 'gathering', 'the caller is taken back from the agent');
      assert.match(heard(), verify);
      await call.press('1');
      await call.press('111111#');
      assert.equal(call.state, 'gathering', 'there is another try');
      service.bank.passes(1 * minutes);
      await call.press(`${zhaoLei.transactionPassword}#`);
      assert.match(heard(), goesOn);
      assert.equal(call.state, 'dialling', 'and returned');
      assert.deepEqual(dialled(call), [sip, sip]);
      assert.deepEqual((await linesOf(id)).slice(-2), ['authenticate', 'matched']);
      assert.deepEqual(await service.desk.unfreeze(id, 'wang'), { outcome: 'done' });
      await service.tells();
      assert.deepEqual((await linesOf(id)).slice(-2), ['unfreeze', 'unfrozen']);
      assert.deepEqual([heard(), call.state], ['', 'dialling'], 'the talk is not interrupted');
      await call.dialled('completed');
      assert.equal(call.state, 'ended');
      assert.deepEqual(call.problems, []);
      await service.bank.freeze(zhaoLei.number, 'transactionPasswordErrors');
      const shown = JSON.stringify([await service.desk.cases(), await service.desk.conversation(id, 'wang')]);
      for (const secret of [zhaoLei.transactionPassword, '111111', zhaoLei.number, call.from ?? ''])
        assert.ok(!shown.includes(secret));
    });

  for (const { tongue, nobody } of languages)
    it(`hear after half a minute that nobody is there, and can be called back, in ${tongue}`, async () => {
      const { call, heard, id } = await holding(tongue);
      heard();
      service.bank.passes(31 * seconds);
      await service.tells();
      assert.match(heard(), nobody);
      await call.press('1');
      const [waiting] = (await service.desk.cases()).filter((one) => one.case === id);
      assert.deepEqual([waiting?.callBack, waiting?.waits], [true, false]);
      await call.hangUp();
    });

  it('are no one’s who has paused or gone: a call waits for who is there', async () => {
    await service.desk.isThere('wang', { paused: true });
    const { call, heard } = await holding();
    heard();
    service.bank.passes(31 * seconds);
    await service.tells();
    assert.match(heard(), /none of our staff are there/);
    await call.hangUp();
  });

  it('hold on while agents are busy, hear so, and can go back to the bot by a key', async () => {
    const { call, heard, id } = await holding();
    await service.desk.isThere('li', { paused: false });
    service.bank.passes(31 * seconds);
    await service.desk.isThere('li', { paused: false });
    await service.tells();
    assert.match(heard(), /still busy/);
    await call.wait();
    assert.match(heard(), /Thank you for waiting/);
    assert.equal(call.state, 'gathering');
    await call.press('1');
    assert.match(heard(), /I answer you again/);
    const [left] = (await service.desk.cases()).filter((one) => one.case === id);
    assert.equal(left?.waits, false);
    await call.hangUp();
  });

  it('wait again where the agent’s telephone is not answered, and go to the next one', async () => {
    const { call, heard, id } = await talking();
    heard();
    await call.dialled('no-answer');
    assert.match(heard(), /stay on the line/);
    await service.tells();
    assert.match(heard(), /could not be reached/);
    assert.deepEqual(await service.desk.claim(id, 'li'), { outcome: 'done' });
    await service.tells();
    assert.equal(dialled(call).at(-1), li, 'a number gets no headers');
    assert.equal(call.state, 'dialling');
  });

  it('follow the case to another agent, and come back to the bot when it is ended', async () => {
    const { call, heard, id } = await talking();
    const agent = { login: 'wang', isSupervisor: false };
    await service.desk.isThere('li', { paused: false });
    assert.deepEqual(await service.desk.passOn(id, agent, 'li'), { outcome: 'done' });
    await service.tells();
    assert.equal(dialled(call).at(-1), li);
    heard();
    await service.desk.close(id, { login: 'li', isSupervisor: false });
    await service.tells();
    assert.match(heard(), /ended this case/);
    assert.equal(call.state, 'gathering');
    await call.hangUp();
  });

  it('stay in their talk where the agent’s page is closed, and the case is free for a colleague', async () => {
    const { call, id } = await talking();
    service.bank.passes(3 * minutes);
    await service.tells();
    assert.equal(call.state, 'dialling');
    const [left] = (await service.desk.cases()).filter((one) => one.case === id);
    assert.deepEqual([left?.agent, left?.waits], [null, false]);
  });

  it('are not written to: an agent talks', async () => {
    const { call, id } = await talking();
    const line = { id: randomUUID(), text: 'Hello' };
    assert.deepEqual(await service.desk.write(id, 'wang', line), { outcome: 'onTelephone' });
    assert.equal(call.state, 'dialling');
  });

  it('are told of once, whatever the carrier sends late: the answer of a dial that was left changes nothing', async () => {
    const { call, id } = await talking();
    const left = call.documents.at(-1)?.match(/action="([^"]+)"/)?.[1] ?? assert.fail();
    await service.desk.authenticate(id, 'wang');
    await service.tells();
    const parameters = { ...service.carrier.parameters(call.sid, call.from), DialCallStatus: 'completed' };
    const { document } = await service.carrier.post(left, parameters);
    assert.match(document, /<Gather/, 'not hung up');
    assert.equal(document, call.documents.at(-1));
  });

  it('are taken back once more where it is not known whether the carrier did, unless the caller has gone on', async () => {
    const { call, heard, id } = await talking();
    await service.desk.authenticate(id, 'wang');
    await service.tells();
    heard();
    const again = () =>
      service.bank.store.transaction([], async (manager) => {
        await manager.query(
          `UPDATE desk_lines SET outcome = NULL, next_try_at = at WHERE case_id = '${id}' AND word LIKE '%"authenticate"%'`,
        );
        await manager.query(`UPDATE deliveries SET sent = 0 WHERE answer LIKE '%${call.sid}%'`);
      });
    await again();
    service.bank.passes(10 * seconds);
    await service.desk.isThere('wang', { paused: false });
    await service.tells();
    assert.match(heard(), /verify yourself/);
    await call.press('2');
    heard();
    await again();
    service.bank.passes(10 * seconds);
    await service.tells();
    assert.equal(heard(), '');
  });

  it('that are over are told nothing, and the agent sees that', async () => {
    await service.desk.isThere('wang', { paused: false });
    const { call, id } = await holding();
    await call.hangUp();
    await service.desk.claim(id, 'wang');
    await service.tells();
    const { lines } = (await service.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.equal(lines.at(-1)?.delivered, 'lost');
  });
});
