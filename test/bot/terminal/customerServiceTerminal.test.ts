import assert from 'node:assert/strict';
import pino from 'pino';
import sinon from 'sinon';
import { CustomerServiceTerminal } from '../../../bot/terminal/customerServiceTerminal.ts';
import { stateVersion } from '../../../bot/terminal/freshness.ts';
import { HandedState } from '../../../bot/terminal/handedState.ts';
import { Sealing } from '../../../bot/terminal/sealing.ts';
import type { Content, Delivery } from '../../../bot/turn/delivery.ts';
import { messagesOf, type Reply } from '../../../bot/turn/reply.ts';
import type { Standing, Turned } from '../../../bot/turn/terminal.ts';
import { MainDialog } from '../../../dialogs/mainDialog.ts';
import { conversationProperties } from '../../../dialogs/state/conversationState.ts';
import { Speaker } from '../../../dialogs/state/speaker.ts';
import type { Heard } from '../../../dialogs/understanding/heard.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import { UnitOfWork } from '../../../kit/store/unitOfWork.ts';
import { later, minutes } from '../../../kit/time.ts';
import { traced, traceId } from '../../../kit/trace.ts';
import { authenticationRequest, card } from '../../dialogs/dialogConversation.ts';
import { stubbedCases } from '../../dialogs/stubbedCases.ts';
import { rejectsWith } from '../../services/rejectsWith.ts';

const secret = '246801';

describe('the customer-service terminal', () => {
  const logged: string[] = [];
  let queryCardStatus: sinon.SinonStub;
  let requestUnfreezing: sinon.SinonStub;
  let unfreezeRequestState: sinon.SinonStub;
  let cases: ReturnType<typeof stubbedCases>;
  let disown: sinon.SinonStub;
  let answerableReceipt: sinon.SinonStub;
  let desk: sinon.SinonStub;
  let terminal: CustomerServiceTerminal;
  let now: Date;
  let standing: Standing;
  /** The last turn. */
  let turned: Turned;

  beforeEach(() => {
    logged.length = 0;
    now = new Date('2026-03-02T08:00:00.000Z');
    standing = { state: undefined, awaits: undefined };
    queryCardStatus = sinon.stub().resolves({ status: 'noFrozenCard' });
    requestUnfreezing = sinon.stub().resolves({ outcome: 'authenticationRequested', authenticationRequest });
    unfreezeRequestState = sinon.stub();
    cases = stubbedCases();
    disown = sinon.stub();
    answerableReceipt = sinon.stub().resolves({ unfrozenAt: null, disownedAt: null });
    desk = sinon.stub().resolves('K-4821');
    terminal = createTerminal();
  });

  function createTerminal(): CustomerServiceTerminal {
    const clock = () => now;
    const conversationState = new HandedState();
    const properties = conversationProperties(conversationState);
    const speaker = new Speaker(properties);
    const customerService = {
      nameCard: sinon.stub().resolves(card),
      queryCardStatus,
      searchCard: sinon.stub(),
      freezeCard: sinon.stub().resolves({ outcome: 'notFrozen' }),
      disown,
      answerableReceipt,
      noteHandoff: sinon.stub(),
      noteCaseMove: sinon.stub(),
      noteOperatorAct: sinon.stub(),
    };
    const processor = {
      ...{ requestUnfreezing, unfreezeRequestState },
      ...{ giveAuthenticationInformation: sinon.stub(), startUnfreezing: sinon.stub() },
    };
    const parts = {
      customerService,
      disowning: customerService,
      processor,
      speaker,
      clock,
      desk: { open: desk },
      handoffNotes: { note: sinon.stub() },
      agentHours: undefined,
      messagingSecrets: 'guided' as const,
      cases,
      awaitedLinks: { note: sinon.stub() },
    };
    const dialog = new MainDialog(parts, properties);
    const sealing = new Sealing({ customerService, nameCode: () => 'code' });
    const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
    return new CustomerServiceTerminal({
      sealing,
      conversationState,
      properties,
      dialog,
      speaker,
      customerService,
      processor,
      persons: undefined,
      disowning: customerService,
      keepsMissed: true,
      clock,
      log,
    });
  }

  const delivery = (more: Partial<Delivery> = {}): Delivery => ({
    reference: {
      channelId: 'directline',
      serviceUrl: 'urn:test',
      conversation: { id: 'c1' },
      user: 'customer',
      bot: 'bot',
    },
    id: undefined,
    locale: 'en-US',
    ...more,
  });

  /** One turn, from and to where the conversation stands. */
  async function hears(content: Content, found?: Heard, more?: Partial<Delivery>): Promise<string[]> {
    const heard = { content, ...(found && { found }) };
    turned = await terminal.converse(delivery(more), heard, standing, new UnitOfWork());
    standing = turned.standing ?? standing;
    return messagesOf(turned.replies).map(messageId);
  }
  const messageId = ({ channelData }: Reply) => channelData?.thawline?.messageId ?? '';
  const says = (text: string) => hears({ what: 'words', text });
  const givesCard = () => hears({ what: 'words', text: '••••1114' }, { what: 'card', card });
  const frozen = {
    status: 'frozen',
    instructions: { remote: true, reasons: [], demands: ['transactionPassword'] },
  };

  it('keeps the words of a turn that was not understood, where the bank has that, and of no other', async () => {
    const keeps = sinon.spy(UnitOfWork.prototype, 'add');
    try {
      assert.deepEqual(await says('purple elephants sing loudly'), ['notUnderstood.1']);
      const kept = keeps.callCount;
      await says('help');
      assert.deepEqual([kept, keeps.callCount], [1, 1]);
    } finally {
      keeps.restore();
    }
  });

  it('greets who joins, in the language of their device', async () => {
    assert.deepEqual(await hears({ what: 'arrives' }, undefined, { locale: 'zh-TW' }), ['greeting']);
    assert.match(String(turned.replies[0]?.text), /銀行卡解凍/);
  });

  it('goes on in the next turn where the last one ended, and says what it waits for', async () => {
    assert.deepEqual(await says('check my card'), ['cardNumber.ask']);
    assert.deepEqual(turned.expects, { what: 'number' });
    assert.equal((await givesCard())[0], 'cardStatus.noFrozenCard');
    assert.deepEqual(turned.expects, { what: 'words' });
  });

  it('seals by what the conversation waits for, and for half an hour no longer', async () => {
    const seals = (text: string) => terminal.seal(delivery(), { what: 'words', text }, standing);
    assert.equal((await seals('62000')).held, undefined);
    await says('check my card');
    assert.equal((await seals('62000')).heard.found?.what, 'cardNumberProblem');
    now = later(now, 30 * minutes);
    assert.equal((await seals('62000')).held, 'cardNumber');
    now = later(now, 1);
    assert.equal((await seals('62000')).held, undefined);
  });

  it('says so when a turn fails, keeps the question that was open, and logs nothing that was said', async () => {
    await says('check my card');
    const before = structuredClone(standing);
    queryCardStatus.rejects(new Error('no database'));
    assert.deepEqual(await givesCard(), ['trouble']);
    const marks = { messageId: 'trouble', leadsToPerson: true, leavesFormOpen: true };
    assert.deepEqual(turned.replies[0]?.channelData?.thawline, marks);
    assert.deepEqual([turned.standing, turned.expects], [undefined, { what: 'number', personAfter: 0 }]);
    assert.deepEqual(standing, before, 'what a turn gets it does not write in');
    assert.equal(logged.length, 1);
    assert.match(String(logged[0]), /a turn failed/);
    assert.doesNotMatch(String(logged[0]), /1114|check my card/);
    queryCardStatus.resolves({ status: 'noFrozenCard' });
    assert.equal((await givesCard())[0], 'cardStatus.noFrozenCard');
  });

  it('tells with it the beginning of the id that both halves log of the turn, in writing alone', async () => {
    queryCardStatus.rejects(new Error('no database'));
    await says('check my card');
    const id = await traced(async () => {
      await givesCard();
      return traceId() ?? '';
    });
    assert.match(id, /^[\da-f]{32}$/);
    const [{ text = '', speak = '' } = {}] = turned.replies;
    assert.ok(text.endsWith(` ${id.slice(0, 8)}.`), text);
    assert.ok(!speak.includes(id.slice(0, 8)), speak);
  });

  it('says so after whatever was said before: that may be what the customer must know', async () => {
    standing = { state: { unreadable: true }, awaits: undefined };
    queryCardStatus.rejects(new Error('no database'));
    assert.deepEqual(await givesCard(), ['begunAfresh', 'trouble']);
    assert.deepEqual(turned.expects, { what: 'words', personAfter: 1 });
  });

  it('says nothing of a failure to who has said nothing, so that it is told again', async () => {
    const { id, expiresAt } = authenticationRequest;
    queryCardStatus.resolves(frozen);
    requestUnfreezing.resolves({ outcome: 'secureLinkSent', id, expiresAt });
    await givesCard();
    assert.deepEqual(await says('send me a link'), ['secureLink.sent']);
    unfreezeRequestState.rejects(new Error('away'));
    const told = hears({ what: 'words', text: '' }, { what: 'linkConcluded', id });
    await assert.rejects(told, /away/);
    assert.deepEqual(logged, []);
  });

  it('has no turn for what is nothing to it: it stands as before, and waits for the same', async () => {
    await says('check my card');
    const event: Content = { what: 'event', name: 'pageLoaded' };
    assert.deepEqual(await hears(event), []);
    assert.deepEqual([turned.standing, turned.expects], [undefined, { what: 'number' }]);
    const unknown = { what: 'linkConcluded', id: authenticationRequest.id } as const;
    assert.deepEqual(await hears({ what: 'words', text: '' }, unknown), []);
    assert.equal(turned.standing, undefined);
  });

  it('speaks of nothing in a group', async () => {
    assert.deepEqual(await hears({ what: 'words', text: 'check my card' }, undefined, { isGroup: true }), [
      'onlyPrivate',
    ]);
  });

  it('begins afresh, kindly, where another version or nothing readable wrote the state', async () => {
    const at = now.toISOString();
    const strange = [
      { stamp: { version: 1, at }, dialogState: { dialogStack: [{ id: 'gone', state: {} }] } },
      { dialogState: { dialogStack: [{ id: 'main', state: {} }] }, language: 'en' },
      { stamp: { version: 3, at }, dialogState: 'broken' },
      { stamp: { version: stateVersion, at }, dialogState: 'broken' },
      { unreadable: true },
    ];
    for (const state of strange) {
      standing = { state, awaits: { unreadable: true } };
      assert.deepEqual(await says('check my card'), ['begunAfresh', 'cardNumber.ask']);
      assert.deepEqual(await givesCard(), ['cardStatus.noFrozenCard', 'anythingElse']);
    }
  });

  describe('where a later version has written the state', () => {
    const at = () => now.toISOString();
    const open = { dialogStack: [{ id: 'ofLater', state: {} }] };
    const state = () => ({
      stamp: { version: stateVersion + 1, at: at() },
      dialogState: open,
      language: 'en',
      later: [],
    });
    const awaits = () => ({
      version: stateVersion + 1,
      at: at(),
      awaited: { what: 'ofLater' },
      isUnfinished: true,
    });

    it('leaves it as it stands, and says so', async () => {
      for (const left of [
        { state: state(), awaits: awaits() },
        { state: state(), awaits: undefined },
      ]) {
        standing = left;
        assert.deepEqual(await says('yes'), ['beingUpdated']);
        assert.deepEqual(await hears({ what: 'wish', wish: 'repeat' }), ['beingUpdated']);
        assert.deepEqual([turned.standing, standing], [undefined, left]);
        assert.deepEqual(await hears({ what: 'event', name: 'pageLoaded' }), []);
      }
      assert.ok(queryCardStatus.notCalled);
    });

    it('keeps no word of what was said: it may be the secret that was asked for', async () => {
      standing = { state: state(), awaits: awaits() };
      for (const content of [
        { what: 'words', text: secret, form: { item: 'x', value: secret } },
        { what: 'event', name: 'authenticationInformation', value: secret },
      ] as const) {
        const sealed = await terminal.seal(delivery(), content, standing);
        assert.ok(!JSON.stringify(sealed).includes(secret));
      }
    });

    it('throws for what the bot itself has found, so that it is told again', async () => {
      standing = { state: state(), awaits: awaits() };
      const found = { what: 'linkConcluded', id: authenticationRequest.id } as const;
      await rejectsWith('storeUnavailable', hears({ what: 'words', text: '' }, found));
    });
  });

  it('forgets no report of a loss, after half an hour or where another version wrote the state', async () => {
    await says('I lost my card');
    now = later(now, 31 * minutes);
    assert.deepEqual(await says('unfreeze my card'), ['report.stands']);
    const stamp = { version: 1, at: now.toISOString() };
    standing = { ...standing, state: { ...standing.state, stamp } };
    assert.deepEqual(await says('unfreeze my card'), ['begunAfresh', 'report.stands']);
    assert.deepEqual(await givesCard(), ['report.cardNamed']);
  });

  it('lets a question go that was open for more than half an hour, and takes what is new for itself', async () => {
    await says('check my card');
    now = later(now, 31 * minutes);
    assert.deepEqual(await says('agent'), ['agent']);
    await says('check my card');
    now = later(now, 30 * minutes);
    assert.deepEqual(await says('help'), ['cardNumber.explained', 'cardNumber.ask']);
  });

  it('knows of a conversation that was left while a card was to be unfrozen, for half an hour, unless it is elsewhere', async () => {
    const here = { channelId: 'directline', conversationId: 'c1' };
    const isUnfinished = () => terminal.isUnfinished(standing, here);
    assert.equal(await isUnfinished(), false);
    await says('check my card');
    assert.equal(await isUnfinished(), false, 'no card was spoken of');
    queryCardStatus.resolves(frozen);
    await givesCard();
    assert.equal(await isUnfinished(), true);
    cases.hasMoved.resolves(true);
    assert.equal(await isUnfinished(), false);
    assert.deepEqual(cases.hasMoved.lastCall.args, [here]);
    cases.hasMoved.resolves(false);
    now = later(now, 30 * minutes);
    assert.equal(await isUnfinished(), true);
    now = later(now, 1);
    assert.equal(await isUnfinished(), false);
    assert.equal(await terminal.isUnfinished({ ...standing, awaits: { unreadable: true } }, here), false);
  });

  it('keeps a small state: the newest lines only, and those masked', async () => {
    for (let turn = 0; turn < 60; turn++) await says(`hello 12345 ${'x'.repeat(3000)}`);
    const kept = JSON.stringify(standing);
    assert.ok(kept.length < 16_000, `${kept.length} characters`);
    assert.doesNotMatch(kept, /12345/);
  });

  it('keeps nothing of a telephone or a network in the state, nor of an envelope', async () => {
    const place = { phone: '+12025550101', network: '198.51.100.66' };
    queryCardStatus.resolves(frozen);
    await hears({ what: 'words', text: '••••1114' }, { what: 'card', card }, place);
    await hears({ what: 'words', text: 'yes' }, undefined, place);
    const { id } = authenticationRequest;
    const sealed = {
      authenticationRequest: id,
      item: 'transactionPassword',
      attempt: 1,
      envelope: secret,
    } as const;
    await hears({ what: 'words', text: '••••' }, { what: 'sealedItem', sealed }, place);
    assert.doesNotMatch(JSON.stringify(standing), /12025550101|198\.51\.100\.66|246801/);
    assert.equal(queryCardStatus.firstCall.args[0].userTerminal.network, place.network);
  });

  it('takes ten thousand characters, right-to-left text and emoji', async () => {
    for (const text of ['x'.repeat(10_000), '天'.repeat(10_000), '\u202eabc مرحبا', '🙂🙂'.repeat(2500)]) {
      const [answer] = await says(text);
      assert.match(answer ?? '', /^(notUnderstood\.[123]|otherLanguage)$/);
    }
  });

  it('does at once what is urgent, for the telephone that it came from, and tells whether there is anything to hear', async () => {
    const reference = { ...delivery().reference, channelId: 'thawline-sms' };
    const message = delivery({ reference, phone: '+12025550101' });
    for (const [outcome, isToBeHeard] of [
      ['frozenAgain', true],
      ['freezing', true],
      ['kept', true],
      ['already', false],
      ['nothingUnfrozen', false],
    ] as const) {
      disown.resolves({ outcome, cards: [card] });
      assert.equal(await terminal.heed(message), isToBeHeard, outcome);
    }
    const [{ userTerminal, phone }] = disown.lastCall.args;
    assert.deepEqual([userTerminal.channel, phone], ['sms', '+12025550101']);
    disown.resetHistory();
    assert.equal(await terminal.heed(delivery()), false, 'a page has no telephone');
    assert.equal(disown.callCount, 0);
    disown.rejects(new UnfreezeError('storeUnavailable', 'away'));
    await rejectsWith('storeUnavailable', terminal.heed(message));
  });

  it('asks the bank’s side whether there is a receipt before words but the plain ones are urgent', async () => {
    const reference = { ...delivery().reference, channelId: 'thawline-sms' };
    const message = delivery({ reference, phone: '+12025550101' });
    const urgent = async () => {
      const heard: string[] = [];
      for (const text of ['STOP. NOT ME', 'who did this', 'what is going on??', 'no', 'unfreeze my card'])
        if (await terminal.isUrgent(message, text)) heard.push(text);
      return heard;
    };
    assert.deepEqual(await urgent(), ['STOP. NOT ME']);
    answerableReceipt.resolves({ unfrozenAt: now.toISOString(), disownedAt: null });
    assert.deepEqual(await urgent(), ['STOP. NOT ME', 'who did this', 'what is going on??']);
    answerableReceipt.rejects(new UnfreezeError('storeUnavailable', 'away'));
    assert.deepEqual(await urgent(), ['STOP. NOT ME', 'who did this']);
    assert.equal(await terminal.isUrgent(delivery(), 'who did this'), false, 'a page has no telephone');
    assert.deepEqual([terminal.soundsUrgent('no'), terminal.soundsUrgent('unfreeze my card')], [true, false]);
  });

  it('puts into a case that the customer is sent nothing', async () => {
    await hears({ what: 'words', text: 'agent' }, undefined, { optedOut: true });
    await hears({ what: 'words', text: 'agent' });
    assert.deepEqual(
      desk.args.map(([{ optedOut }]) => optedOut),
      [true, false],
    );
  });
});
