import assert from 'node:assert/strict';
import pino from 'pino';
import sinon from 'sinon';
import { botSchema } from '../../../bot/botSchema.ts';
import { AuditedHandoffs } from '../../../bot/desk/handoffNotes.ts';
import { HandoffNoteRows } from '../../../bot/desk/handoffNotesTable.ts';
import { noteOperatorAct } from '../../../bot/desk/operatorActs.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { Store } from '../../../kit/store/store.ts';
import { later } from '../../../kit/time.ts';
import type { Handoff } from '../../../services/contract/handoff.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { anOperator } from '../../services/anOperator.ts';

const userTerminal = { channel: 'webChat', address: 'a-conversation', network: '198.51.100.7' } as const;
const handoff = (caseId: string): Handoff => ({ userTerminal, card: null, caseId, reason: 'silence' });

onEachDatabase('the notes of handoffs', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let noteHandoff: sinon.SinonStub;
  let noteCaseMove: sinon.SinonStub;
  let toldActs: sinon.SinonStub;
  let pause: sinon.SinonStub;
  let logged: string[];
  let now = new Date('2026-11-24T08:00:00.000Z');
  beforeEach(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
    noteHandoff = sinon.stub().resolves({ noted: true });
    noteCaseMove = sinon.stub().resolves({ noted: true });
    toldActs = sinon.stub().resolves({ noted: true });
    pause = sinon.stub().returns(new Promise(() => {}));
    logged = [];
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  function started(): AuditedHandoffs {
    const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
    const clock = () => {
      now = later(now, 1);
      return now;
    };
    return new AuditedHandoffs({
      store,
      customerService: { noteHandoff, noteCaseMove, noteOperatorAct: toldActs },
      clock,
      pause,
      log,
    });
  }
  const told = () => noteHandoff.args.map(([{ caseId }]) => caseId);
  const untold = () => store.read((manager) => manager.find(HandoffNoteRows));

  it('are told once, without the network address, and forgotten', async () => {
    await started().note(handoff('K-1000'));
    const { network: _network, ...terminal } = userTerminal;
    assert.deepEqual(noteHandoff.args, [[{ ...handoff('K-1000'), userTerminal: terminal }]]);
    assert.deepEqual([await untold(), logged], [[], []]);
  });

  it('tell of a case that has moved as well, without the network address, once its transaction is written', async () => {
    const notes = started();
    const move = { card: `card_${'A'.repeat(22)}`, from: 'sms', userTerminal } as const;
    await store.transaction([], (manager) => notes.noteMove(manager, move, now));
    await notes.tell();
    const { network: _network, ...terminal } = userTerminal;
    assert.deepEqual(noteCaseMove.args, [[{ ...move, userTerminal: terminal }]]);
    assert.deepEqual([noteHandoff.callCount, await untold()], [0, []]);
  });

  it('tell of what an operator has read, once, in the transaction of which it was written down', async () => {
    const act = { did: 'casesRead', cases: 2, at: now.toISOString(), ...anOperator } as const;
    await store.transaction([], (manager) => noteOperatorAct(manager, act));
    await started().tell();
    assert.deepEqual(toldActs.args, [[act]]);
    assert.deepEqual([noteHandoff.callCount, noteCaseMove.callCount, await untold()], [0, 0, []]);
  });

  it('are told in order when the bank’s side is back, after the bot’s end and start too', async () => {
    noteHandoff.onFirstCall().rejects(new UnfreezeError('storeUnavailable', 'away'));
    noteHandoff.onSecondCall().rejects(new UnfreezeError('storeUnavailable', 'away'));
    const before = started();
    await before.note(handoff('K-1000'));
    await before.note(handoff('K-1001'));
    assert.equal((await untold()).length, 2);
    assert.match(logged.join(), /not in the audit trail yet/);
    await started().tell();
    assert.deepEqual(told(), ['K-1000', 'K-1000', 'K-1000', 'K-1001']);
    assert.deepEqual(await untold(), []);
  });

  it('keep nobody who wants a person waiting for a slow bank’s side', async () => {
    let answers = () => {};
    const answered = new Promise<void>((resolve) => {
      answers = resolve;
    });
    noteHandoff.onFirstCall().returns(answered);
    pause.resolves();
    const slow = started();
    await slow.note(handoff('K-1000'));
    await slow.note(handoff('K-1001'));
    answers();
    await slow.tell();
    assert.deepEqual(told(), ['K-1000', 'K-1001']);
  });

  it('leave out, and say so, what the bank’s side will never take', async () => {
    noteHandoff.onFirstCall().rejects(new UnfreezeError('messageInvalid', 'another form'));
    const here = started();
    await here.note(handoff('K-1000'));
    await here.note(handoff('K-1001'));
    assert.deepEqual(told(), ['K-1000', 'K-1001']);
    assert.match(logged.join(), /missing in the audit trail/);
  });
});
