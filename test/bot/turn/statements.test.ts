import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { CallService } from '../../demo/callService.ts';
import { MessageService } from '../../demo/messageService.ts';
import { openTestBank } from '../../services/testBank.ts';
import { webChatBot } from '../webChatBot.ts';
import { delivery, textForm } from './notingTerminal.ts';
import { type Statements, statementsOf } from './statementsOf.ts';
import { TwoEngines } from './twoEngines.ts';

/** What every turn costs: the state is read once, and two transactions write. */
const look = 'conversations with deliveries';
const engine: Statements = {
  reads: [look],
  writes: [
    'INSERT conversations',
    'INSERT deliveries',
    'UPDATE conversations.holder',
    'UPDATE deliveries.answer',
  ],
  commits: 2,
};

/** The statements of a turn and those of its channel, in any order. */
function withMore(more: { reads: string[]; writes: string[] }): Statements {
  const writes = [...engine.writes, ...more.writes];
  return { reads: more.reads.toSorted(), writes: writes.sort(), commits: engine.commits };
}
const sorted = ({ reads, writes, commits }: Statements): Statements => ({
  reads: reads.toSorted(),
  writes: writes.toSorted(),
  commits,
});

onEachDatabase('what a turn of plain text asks of the database', (empty) => {
  const text = 'how long does it take?';

  it('is pinned for the engine alone, and nothing is written for a delivery that comes again', async () => {
    const engines = await TwoEngines.open(empty);
    try {
      const takes = (id: string) => () => engines.one.turns.take(delivery(id), textForm(id));
      await takes('a')();
      assert.deepEqual(await statementsOf(engines.store, takes('b')), engine);
      const again = { reads: engine.reads, writes: [], commits: 0 };
      assert.deepEqual(await statementsOf(engines.store, takes('b')), again);
    } finally {
      await engines.close();
    }
  });

  it('is pinned in web chat: its conversation, the echo and the reply beside that', async () => {
    const bank = await openTestBank({ empty, beside: [botSchema] });
    try {
      const { directLine } = webChatBot({ bank, store: bank.store, log: pino({ level: 'silent' }) });
      const grant = { conversationId: 'c1', userId: 'dl_1', locale: 'en-US' };
      await directLine.start(grant, '');
      const post = () => directLine.post(grant, 'c1', { type: 'message', text });
      await post();
      assert.deepEqual(
        sorted(await statementsOf(bank.store, post)),
        withMore({
          reads: [`${look} with direct_line_conversations`],
          writes: [
            ...['INSERT direct_line_activities', 'INSERT direct_line_activities'],
            'UPDATE direct_line_conversations.last_activity_at',
          ],
        }),
      );
    } finally {
      await bank.close();
    }
  });

  it('is pinned for an SMS: its thread beside that', async () => {
    const service = await MessageService.open({ empty });
    try {
      const thread = service.thread('+12025550177');
      await thread.send('hello');
      assert.deepEqual(
        sorted(await statementsOf(service.bank.store, () => thread.send(text))),
        withMore({
          reads: [look, 'message_threads'],
          writes: ['INSERT message_threads'],
        }),
      );
    } finally {
      await service.close();
    }
  });

  it('is pinned for a step of a call: the call beside that, before its turn and in it', async () => {
    const service = await CallService.open({ empty });
    try {
      const call = await service.carrier.call('+12025550178');
      await call.press('3');
      assert.deepEqual(
        sorted(await statementsOf(service.store, () => call.speak(text))),
        withMore({
          reads: ['voice_calls', `${look} with voice_calls`],
          writes: ['UPDATE voice_calls.conversation_id'],
        }),
      );
    } finally {
      await service.close();
    }
  });
});
