import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import type { DirectLineActivity } from '../../../bot/channels/directLine/directLineActivity.ts';
import { directLineChannelId } from '../../../bot/channels/directLine/directLineChannel.ts';
import { leaseLasts } from '../../../bot/turn/leasedTurns.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank, wangWei } from '../../services/testBank.ts';
import { webChatBot } from '../webChatBot.ts';

const grant = { conversationId: 'c1', userId: 'dl_1', locale: 'en-US' };

onEachDatabase('two bots of one conversation', (empty) => {
  let bank: TestBank;
  let stores: Store[];
  let bots: [ReturnType<typeof webChatBot>, ReturnType<typeof webChatBot>];
  const logged: string[] = [];

  before(async () => {
    bank = await openTestBank({ empty, beside: [botSchema] });
    const more = bank.databaseUrl.startsWith('postgres')
      ? [await openStore(bank.databaseUrl, [bankSchema, botSchema])]
      : [];
    stores = [bank.store, ...more];
    const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
    bots = [
      webChatBot({ bank, store: bank.store, log }),
      webChatBot({ bank, store: more[0] ?? bank.store, log }),
    ];
  });
  after(async () => {
    for (const store of stores.slice(1)) await store.close();
    await bank.close();
  });

  async function shown(conversationId: string): Promise<DirectLineActivity[]> {
    const { activities } = await bots[0].directLine.activities(
      { ...grant, conversationId },
      conversationId,
      '',
    );
    return activities;
  }
  const post = (which: 0 | 1, conversationId: string, text: string, clientActivityID?: string) =>
    bots[which].directLine.post({ ...grant, conversationId }, conversationId, {
      type: 'message',
      text,
      ...(clientActivityID && { channelData: { clientActivityID } }),
    });
  const states = async (conversationId: string) =>
    JSON.stringify(await bots[0].turns.standing(directLineChannelId, conversationId));

  it('answer each of many messages of the same moment once, and lose none', async () => {
    await bots[0].directLine.start(grant, '');
    const words = Array.from({ length: 10 }, (_, place) => `how long does it take ${place}`);
    await Promise.all(words.map((text, place) => post(place % 2 === 0 ? 0 : 1, 'c1', text)));
    const activities = await shown('c1');
    const echoes = activities.filter(({ from }) => from?.role === 'user');
    assert.deepEqual(echoes.map(({ text }) => text).sort(), words);
    // Each message is followed by its own answers, to the last one.
    const roles = activities.slice(activities.findIndex(({ from }) => from?.role === 'user'));
    const answered = roles.filter(
      ({ from }, place) => from?.role === 'user' && roles[place + 1]?.from?.role === 'bot',
    );
    assert.equal(answered.length, words.length);
    const state = await states('c1');
    for (const text of words) assert.ok(state.includes(text), text);
    assert.deepEqual(logged, []);
  });

  it('let the bot greet once where both are asked to begin', async () => {
    const both = bots.map(({ directLine }) => directLine.start({ ...grant, conversationId: 'c2' }, ''));
    assert.deepEqual((await Promise.all(both)).map(({ created }) => created).sort(), [false, true]);
    assert.equal((await shown('c2')).length, 1);
  });

  it('have one effect of a message that both get, and give the same answer', async () => {
    await bots[0].directLine.start({ ...grant, conversationId: 'c3' }, '');
    const ids = await Promise.all(([0, 1, 0, 1] as const).map((which) => post(which, 'c3', 'help', 'twice')));
    assert.equal(new Set(ids.map(({ id }) => id)).size, 1);
    assert.equal((await shown('c3')).filter(({ from }) => from?.role === 'user').length, 1);
  });

  it('do the turn of the other that stood still, which then writes nothing and says nothing more', async () => {
    await bots[0].directLine.start({ ...grant, conversationId: 'c4' }, '');
    const { promise: reached, resolve: reaches } = Promise.withResolvers<void>();
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { queryCardStatus } = bank.customerService;
    bank.customerService.queryCardStatus = async (query) => {
      bank.customerService.queryCardStatus = queryCardStatus;
      reaches();
      await goesOn;
      return queryCardStatus.call(bank.customerService, query);
    };
    const slow = post(0, 'c4', wangWei.number);
    await reached;
    bank.passes(leaseLasts);
    await post(1, 'c4', 'agent');
    const before = await shown('c4');
    const kept = await states('c4');
    goOn();
    const { id } = await slow;
    assert.deepEqual(await shown('c4'), before);
    assert.equal(await states('c4'), kept);
    const [echo, ...others] = before.filter(({ from }) => from?.role === 'user');
    assert.deepEqual([echo?.id, others.map(({ text }) => text)], [id, ['agent']]);
    const ids = before.map(
      ({ channelData }) => (channelData as { thawline?: { messageId?: string } })?.thawline?.messageId,
    );
    assert.equal(ids.filter((each) => each?.startsWith('cardStatus.')).length, 1, String(ids));
    assert.ok(
      ids.indexOf('agent') > ids.findIndex((each) => each?.startsWith('cardStatus.')),
      'in their order',
    );
  });
});
