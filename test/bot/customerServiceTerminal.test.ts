import assert from 'node:assert/strict';
import { type Activity, ConversationState, MemoryStorage, TestAdapter, type TurnContext } from 'botbuilder';
import pino from 'pino';
import sinon from 'sinon';
import { CustomerServiceTerminal } from '../../bot/customerServiceTerminal.ts';
import { conversationProperties } from '../../dialogs/conversationState.ts';
import { MainDialog } from '../../dialogs/mainDialog.ts';
import { Speaker } from '../../dialogs/messages/speaker.ts';
import { withHeard } from '../../dialogs/understanding/heard.ts';
import { card, messageId } from '../dialogs/dialogConversation.ts';

describe('the customer-service terminal', () => {
  const logged: string[] = [];
  let queryCardStatus: sinon.SinonStub;
  let adapter: TestAdapter;
  let storage: MemoryStorage;
  let now: Date;
  const clock = () => now;
  /** What the terminal waits for after the last turn. */
  let awaited: string;

  beforeEach(() => {
    logged.length = 0;
    storage = new MemoryStorage();
    now = new Date('2026-03-02T08:00:00.000Z');
    queryCardStatus = sinon.stub().resolves({ status: 'noFrozenCard' });
    const terminal = createTerminal();
    adapter = new TestAdapter(async (turnContext: TurnContext) => {
      await terminal.run(turnContext);
      awaited = (await terminal.awaited(turnContext)).what;
    });
  });

  function createTerminal(): CustomerServiceTerminal {
    const conversationState = new ConversationState(storage);
    const properties = conversationProperties(conversationState);
    const speaker = new Speaker(properties);
    const parts = {
      customerService: { nameCard: sinon.stub(), queryCardStatus },
      processor: { requestUnfreezing: sinon.stub(), giveAuthenticationInformation: sinon.stub() },
      speaker,
      clock,
      desk: { open: sinon.stub() },
      agentHours: undefined,
    };
    const dialog = new MainDialog(parts, properties);
    const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
    return new CustomerServiceTerminal({ conversationState, properties, dialog, speaker, clock, log });
  }

  async function hears(activity: Partial<Activity>): Promise<string[]> {
    adapter.activeQueue.length = 0;
    await adapter.receiveActivity({ locale: 'en-US', ...activity });
    return adapter.activeQueue.map(messageId);
  }
  const says = (text: string) => hears({ type: 'message', text });
  const givesCard = () =>
    hears(withHeard({ type: 'message', text: '••••1114' } as Activity, { what: 'card', card }));

  it('greets who joins, in the language of their device', async () => {
    const joins = {
      type: 'conversationUpdate',
      membersAdded: [{ id: 'customer', name: '' }],
      locale: 'zh-TW',
    };
    assert.deepEqual(await hears(joins), ['greeting']);
    assert.match(String(adapter.activeQueue[0]?.text), /銀行卡解凍/);
  });

  it('goes on in the next turn where the last one ended', async () => {
    assert.deepEqual(await says('check my card'), ['cardNumber.ask']);
    assert.equal(awaited, 'cardNumber');
    assert.equal((await givesCard())[0], 'cardStatus.noFrozenCard');
    assert.equal(awaited, 'words');
  });

  it('says so when a turn fails, keeps the question that was open, and logs nothing that was said', async () => {
    await says('check my card');
    queryCardStatus.rejects(new Error('no database'));
    assert.deepEqual(await givesCard(), ['trouble']);
    assert.equal(logged.length, 1);
    assert.match(String(logged[0]), /a turn failed/);
    assert.doesNotMatch(String(logged[0]), /1114|check my card/);
    queryCardStatus.resolves({ status: 'noFrozenCard' });
    assert.equal((await givesCard())[0], 'cardStatus.noFrozenCard');
  });
});
