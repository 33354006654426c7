import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { DirectLine } from '../../../bot/channels/directLine/directLine.ts';
import { Tokens } from '../../../bot/channels/directLine/tokens.ts';
import { CollectingAdapter } from '../../../bot/channels/twilio/collectingAdapter.ts';
import { conversationHandler } from '../../../bot/conversation.ts';
import { HandoffQueue } from '../../../bot/desk/handoffQueue.ts';
import { ConversationStates } from '../../../bot/turn/conversationStates.ts';
import { leaseLasts } from '../../../bot/turn/turnLease.ts';
import { TurnLock } from '../../../bot/turn/turnLock.ts';
import { TurnLost } from '../../../bot/turn/turnLost.ts';
import type { Store } from '../../../kit/store/store.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { openStore } from '../../../services/bankSettings.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank, wangWei } from '../../services/testBank.ts';
import { openCases } from '../cases/testOpenCases.ts';

const grant = { conversationId: 'c1', userId: 'dl_1', locale: 'en-US' };

onEachDatabase('two bots of one conversation', (empty) => {
  let bank: TestBank;
  let stores: Store[];
  let bots: [ReturnType<typeof bot>, ReturnType<typeof bot>];
  const logged: string[] = [];

  before(async () => {
    bank = await openTestBank({ empty, beside: [botSchema] });
    const more = bank.databaseUrl.startsWith('postgres')
      ? [await openStore(bank.databaseUrl, [bankSchema, botSchema])]
      : [];
    stores = [bank.store, ...more];
    bots = [bot(bank.store), bot(more[0] ?? bank.store)];
  });
  after(async () => {
    for (const store of stores.slice(1)) await store.close();
    await bank.close();
  });

  /** A bot as each process has its own: nothing is shared but the database. */
  function bot(store: Store) {
    const clock = bank.now;
    const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
    const handler = conversationHandler({
      storage: new ConversationStates({ store, clock }),
      clients: bank,
      cases: openCases({ store, clock, log }),
      desk: new HandoffQueue({ store, clock }),
      handoffNotes: { note: async () => {} },
      ...{ agentHours: undefined, agentPhone: undefined, clock, log },
      pause: async (milliseconds) => bank.passes(milliseconds),
    });
    const pause = async () => void (await setImmediate());
    const turnLock = new TurnLock({ store, clock, pause, heartbeat: () => () => {} });
    const tokens = new Tokens({ key: Buffer.alloc(32, 7), clock });
    const account = { id: 'thawline', name: 'Thawline' };
    const directLine = new DirectLine({ store, tokens, handler, turnLock, bot: account, clock, log });
    return { handler, turnLock, directLine };
  }

  async function shown(conversationId: string): Promise<Partial<Activity>[]> {
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

  it('write nothing and say nothing more in a turn that the other has overtaken', async () => {
    await bots[0].directLine.start({ ...grant, conversationId: 'c4' }, '');
    const { promise: reached, resolve: reaches } = Promise.withResolvers<void>();
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { nameCard } = bank.customerService;
    bank.customerService.nameCard = async (number) => {
      bank.customerService.nameCard = nameCard;
      reaches();
      await goesOn;
      return nameCard.call(bank.customerService, number);
    };
    const slow = post(0, 'c4', wangWei.number);
    await reached;
    bank.passes(leaseLasts);
    await post(1, 'c4', 'agent');
    const before = await shown('c4');
    const kept = await states('c4');
    goOn();
    await assert.rejects(slow, TurnLost);
    assert.deepEqual(await shown('c4'), before);
    assert.equal(await states('c4'), kept);
  });

  it('refuse the state of a turn that began from an older one, also without any lock', async () => {
    const activity = {
      type: ActivityTypes.Message,
      text: 'help',
      channelId: 'sms',
      conversation: { id: 'c5' },
      from: { id: 'u' },
      recipient: { id: 'b' },
    } as Activity;
    const { promise: speaks, resolve: speaking } = Promise.withResolvers<void>();
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    class SlowAdapter extends CollectingAdapter {
      override async sendActivities(...sent: Parameters<CollectingAdapter['sendActivities']>) {
        speaking();
        await goesOn;
        return super.sendActivities(...sent);
      }
    }
    const older = bots[0].handler.handle(new TurnContext(new SlowAdapter(), activity));
    await speaks;
    await bots[1].handler.handle(new TurnContext(new CollectingAdapter(), activity));
    goOn();
    await assert.rejects(older, TurnLost);
  });

  async function states(conversationId: string): Promise<string> {
    const key = `directline/conversations/${conversationId}/`;
    return JSON.stringify(await new ConversationStates({ store: bank.store, clock: bank.now }).read([key]));
  }
});
