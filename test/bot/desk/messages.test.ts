import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { seconds } from '../../../kit/time.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { MessageService } from '../../demo/messageService.ts';
import { zhaoLei } from '../../services/testBank.ts';

const languages = [
  { ask: 'talk to a person', who: 'Our staff: ' },
  { ask: '我的卡被冻结了，请转人工客服', who: '人工客服：' },
  { ask: '我的卡被凍結了，請轉真人客服', who: '專人客服：' },
];

onEachDatabase('people at the desk by SMS', (empty) => {
  let service: MessageService;
  before(async () => {
    service = await MessageService.open({ empty, people: true });
  });
  after(() => service.close());
  beforeEach(() => {
    service.written.length = 0;
  });

  /** Somebody by SMS who is with an agent. */
  async function talking(number: string, ask = 'talk to a person', expected = 'sms') {
    // Cases that come at one moment stand by their numbers.
    service.bank.passes(1 * seconds);
    const thread = service.thread(number);
    await thread.send(ask);
    await service.desk.isThere('wang', { paused: false });
    const { case: id, channel, reachable } = (await service.desk.cases()).at(-1) ?? assert.fail();
    assert.deepEqual([channel, reachable], [expected, true]);
    assert.deepEqual(await service.desk.claim(id, 'wang'), { outcome: 'done' });
    await service.watch.round();
    return { thread, id };
  }
  const writes = (id: string, text: string) => service.desk.write(id, 'wang', { id: randomUUID(), text });

  for (const [place, { ask, who }] of languages.entries())
    it(`write to the telephone in the customer’s language, and read what comes back: ${ask}`, async () => {
      const { thread, id } = await talking(`+1202555018${place}`, ask);
      await writes(id, 'A');
      await writes(id, 'B');
      await service.watch.round();
      assert.deepEqual(
        service.written.slice(1).map(({ body }) => body),
        [`${who}A`, `${who}B`],
      );
      assert.deepEqual(await thread.send('ok'), [], 'the bot does not answer');
      const { lines } = (await service.desk.conversation(id, 'wang')) ?? assert.fail();
      assert.deepEqual([lines.at(-1)?.from, lines.at(-1)?.text], ['customer', 'ok']);
    });

  it('send nothing twice where it is not known whether a text went out', async () => {
    const { id } = await talking('+12025550190');
    await writes(id, 'Once.');
    await service.watch.round();
    await service.bank.store.transaction([], (manager) =>
      manager.query("UPDATE desk_lines SET outcome = NULL, next_try_at = at WHERE text = 'Once.'"),
    );
    await service.bank.store.transaction([], (manager) =>
      manager.query("UPDATE deliveries SET sent = 0 WHERE answer LIKE '%Once.%'"),
    );
    service.bank.passes(10 * seconds);
    await service.watch.round();
    assert.equal(service.written.filter(({ body }) => body.endsWith('Once.')).length, 1);
  });

  it('send nothing to who has said STOP, and the agent sees that', async () => {
    const { thread, id } = await talking('+12025550191');
    await thread.send('STOP');
    service.written.length = 0;
    await writes(id, 'Hello?');
    await service.watch.round();
    assert.deepEqual(service.written, []);
    const { lines } = (await service.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.equal(lines.at(-1)?.delivered, 'lost');
  });

  it('write in WhatsApp within its window, and past it the agent sees that nothing arrives, once', async () => {
    const { thread, id } = await talking('whatsapp:+12025550193', 'talk to a person', 'whatsApp');
    await writes(id, 'Hello.');
    await service.watch.round();
    const { channelId, to } = service.written.at(-1) ?? assert.fail();
    assert.deepEqual([channelId, to], ['thawline-whatsapp', '+12025550193']);
    service.isWindowOpen = false;
    await writes(id, 'Are you there?');
    for (let times = 0; times < 2; times++) await service.watch.round();
    service.isWindowOpen = true;
    await thread.send('here I am');
    await writes(id, 'Good.');
    await service.watch.round();
    const { lines } = (await service.desk.conversation(id, 'wang')) ?? assert.fail();
    assert.deepEqual(
      lines.filter(({ from }) => from === 'agent').map(({ text, delivered }) => [text, delivered]),
      [
        ['Hello.', 'told'],
        ['Are you there?', 'lost'],
        ['Good.', 'told'],
      ],
    );
  });

  it('see and keep no number of the telephone, and none that is written to them', async () => {
    const { thread, id } = await talking('+12025550192');
    await thread.send(`my card is ${zhaoLei.number}`);
    const shown = await service.desk.conversation(id, 'wang');
    const kept = await service.bank.store.read(async (manager) => [
      await manager.query('SELECT * FROM desk_lines'),
      await manager.query('SELECT * FROM handoff_cases'),
    ]);
    for (const number of ['2025550192', zhaoLei.number])
      assert.ok(!JSON.stringify([shown, kept]).includes(number));
  });
});
