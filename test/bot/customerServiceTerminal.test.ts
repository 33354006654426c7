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
import { stubbedCases } from '../dialogs/stubbedCases.ts';

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
      customerService: {
        nameCard: sinon.stub(),
        queryCardStatus,
        searchCard: sinon.stub(),
        disown: sinon.stub(),
        noteHandoff: sinon.stub(),
      },
      processor: {
        requestUnfreezing: sinon.stub(),
        giveAuthenticationInformation: sinon.stub(),
        unfreezeRequestState: sinon.stub(),
      },
      speaker,
      clock,
      desk: { open: sinon.stub().resolves('K-4821') },
      handoffNotes: { note: sinon.stub() },
      agentHours: undefined,
      messagingSecrets: 'guided' as const,
      cases: stubbedCases(),
      awaitedLinks: { note: sinon.stub() },
    };
    const dialog = new MainDialog(parts, properties);
    const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
    return new CustomerServiceTerminal({ conversationState, properties, dialog, speaker, clock, log });
  }

  async function hears(activity: Partial<Activity>): Promise<string[]> {
    adapter.activeQueue.length = 0;
    await adapter.receiveActivity({ locale: 'en-US', ...activity });
    return adapter.activeQueue.filter(({ type }) => type === 'message').map(messageId);
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

  const stateKey = async () => Object.keys((storage as unknown as { memory: object }).memory)[0] ?? '';

  it('begins afresh, kindly, where another version or nothing readable wrote the state', async () => {
    const strange = [
      {
        stamp: { version: 1, at: now.toISOString() },
        dialogState: { dialogStack: [{ id: 'gone', state: {} }] },
      },
      { dialogState: { dialogStack: [{ id: 'main', state: {} }] }, language: 'en' },
      { stamp: { version: 3, at: now.toISOString() }, dialogState: 'broken' },
      { unreadable: true },
    ];
    for (const item of strange) {
      await says('hello');
      await storage.write({ [await stateKey()]: { ...item, eTag: '*' } });
      assert.deepEqual(await says('check my card'), ['begunAfresh', 'cardNumber.ask']);
      assert.deepEqual(await givesCard(), ['cardStatus.noFrozenCard', 'anythingElse']);
    }
  });

  it('forgets no report of a loss, after half an hour or where another version wrote the state', async () => {
    await says('I lost my card');
    now = new Date(now.getTime() + 31 * 60_000);
    assert.deepEqual(await says('unfreeze my card'), ['report.stands']);
    const { [await stateKey()]: state } = await storage.read([await stateKey()]);
    const stamp = { version: 1, at: now.toISOString() };
    await storage.write({ [await stateKey()]: { ...state, stamp, eTag: '*' } });
    assert.deepEqual(await says('unfreeze my card'), ['begunAfresh', 'report.stands']);
    assert.deepEqual(await givesCard(), ['report.cardNamed']);
  });

  it('lets a question go that was open for more than half an hour, and takes what is new for itself', async () => {
    await says('check my card');
    now = new Date(now.getTime() + 31 * 60_000);
    assert.deepEqual(await says('agent'), ['agent']);
    await says('check my card');
    now = new Date(now.getTime() + 30 * 60_000);
    assert.deepEqual(await says('help'), ['cardNumber.explained', 'cardNumber.ask']);
  });

  it('keeps a small state: the newest lines only, and those masked', async () => {
    for (let turn = 0; turn < 60; turn++) await says(`hello 12345 ${'x'.repeat(3000)}`);
    const kept = JSON.stringify(await storage.read([await stateKey()]));
    assert.ok(kept.length < 16_000, `${kept.length} characters`);
    assert.doesNotMatch(kept, /12345/);
  });

  it('takes ten thousand characters, right-to-left text and emoji', async () => {
    for (const text of ['x'.repeat(10_000), '天'.repeat(10_000), '\u202eabc مرحبا', '🙂🙂'.repeat(2500)]) {
      const [answer] = await says(text);
      assert.match(answer ?? '', /^(notUnderstood\.[123]|otherLanguage)$/);
    }
  });
});
