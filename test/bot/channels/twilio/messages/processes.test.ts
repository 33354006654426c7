import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import pino from 'pino';
import type { AskedHandler } from '../../../../../bot/channels/conversationHandler.ts';
import { IncomingMessage } from '../../../../../bot/channels/twilio/messages/messageRequest.ts';
import { Messages } from '../../../../../bot/channels/twilio/messages/messages.ts';
import { readMessages } from '../../../../../bot/simulator/messagesDocument.ts';
import { botSchema } from '../../../../../bot/storage/botSchema.ts';
import { openStore } from '../../../../../services/bankSettings.ts';
import { UnfreezeError } from '../../../../../services/contract/errors.ts';
import type { Store } from '../../../../../services/store/store.ts';
import { type EmptyDatabase, onEachDatabase } from '../../../../databases/databases.ts';

onEachDatabase('messages that come to several processes', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let atWork: string[];
  let most: number;

  before(async () => {
    database = await empty();
    store = await openStore(database.url, [botSchema]);
  });
  beforeEach(() => {
    atWork = [];
    most = 0;
  });
  after(async () => {
    await store.close();
    await database.remove();
  });

  /** Answers with how many turns there were before, after a moment in which another one could come in between. */
  let turns = 0;
  const handler: AskedHandler = {
    seal: async (activity) => ({ shown: activity, heard: activity }),
    async handle(context: TurnContext) {
      atWork.push(context.activity.conversation.id);
      most = Math.max(most, atWork.length);
      for (let moment = 0; moment < 20; moment++) await setImmediate();
      atWork.pop();
      await context.sendActivity(`turn ${++turns}`);
    },
    expects: async () => ({ what: 'words' }),
    isUnfinished: async () => false,
  };
  const oneProcess = (to: Pick<Store, 'read' | 'transaction'> = store) =>
    new Messages({
      store: to as Store,
      handler,
      sentences: { say: (id) => id },
      metrics: { sent: () => {} },
      clock: () => new Date('2026-11-24T08:00:00.000Z'),
      pause: () => setImmediate(),
      log: pino({ level: 'silent' }),
      publicUrl: () => 'https://bank.example',
      pseudonym: ({ number }) => `of ${number.length}`,
    });
  const message = (digit: number, From: string) =>
    IncomingMessage.parse({ MessageSid: `SM${String(digit).repeat(32)}`, From, Body: 'hello' });

  it('are handled one after the other, each once, and the same one again has the same answer', async () => {
    const processes = [oneProcess(), oneProcess(), oneProcess()];
    const sent = [1, 2, 3, 4, 1, 2, 3, 4, 1].map((digit) => message(digit, '+12025550101'));
    const answers = await Promise.all(
      sent.map((form, place) => processes[place % 3]?.receive(form) ?? assert.fail()),
    );
    const said = answers.map((document) => String(readMessages(document).texts));
    assert.equal(most, 1);
    assert.equal(turns, 4);
    assert.deepEqual(said.slice(4, 8), said.slice(0, 4));
    assert.deepEqual([...new Set(said)].sort(), ['turn 1', 'turn 2', 'turn 3', 'turn 4']);
  });

  it('are answered with one calm sentence where not even the database answers', async () => {
    const away = () => Promise.reject(new UnfreezeError('storeUnavailable', 'away'));
    const document = await oneProcess({ read: away, transaction: away }).receive(message(5, '+12025550102'));
    assert.deepEqual(readMessages(document).texts, ['trouble']);
    assert.equal(turns, 4);
  });
});
