import assert from 'node:assert/strict';
import pino from 'pino';
import sinon from 'sinon';
import { HandoffNotes } from '../../../bot/handoff/handoffNotes.ts';
import { UnfreezeError } from '../../../services/contract/errors.ts';
import type { Handoff } from '../../../services/contract/handoff.ts';

const userTerminal = { channel: 'webChat', address: 'a-conversation' } as const;
const handoff = (caseId: string): Handoff => ({ userTerminal, card: null, caseId, reason: 'silence' });

function notes() {
  const noteHandoff = sinon.stub().resolves({ noted: true });
  const logged: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
  const never = sinon.stub().returns(new Promise(() => {}));
  const pause = sinon.stub().callsFake(never);
  const told = () => noteHandoff.args.map(([{ caseId }]) => caseId);
  return {
    notes: new HandoffNotes({ customerService: { noteHandoff }, pause, log }),
    noteHandoff,
    pause,
    logged,
    told,
  };
}

describe('the notes of handoffs', () => {
  it('tell the bank’s side what was kept while it was away, in order, with the next handoff', async () => {
    const { notes: kept, noteHandoff, logged, told } = notes();
    noteHandoff.onFirstCall().rejects(new UnfreezeError('storeUnavailable', 'away'));
    await kept.note(handoff('K-1000'));
    assert.match(logged.join(), /K-1000/);
    await kept.note(handoff('K-1001'));
    await kept.note(handoff('K-1002'));
    assert.deepEqual(told(), ['K-1000', 'K-1000', 'K-1001', 'K-1002']);
  });

  it('keep nobody who wants a person waiting for a slow bank’s side', async () => {
    const { notes: kept, noteHandoff, pause, told } = notes();
    let answers = () => {};
    noteHandoff.onFirstCall().returns(new Promise<void>((resolve) => (answers = resolve)));
    pause.resolves();
    await kept.note(handoff('K-1000'));
    await kept.note(handoff('K-1001'));
    assert.deepEqual(told(), ['K-1000']);
    answers();
    pause.returns(new Promise(() => {}));
    await kept.note(handoff('K-1002'));
    assert.deepEqual(told(), ['K-1000', 'K-1001', 'K-1002']);
  });

  it('leave out, and say so, what the bank’s side will never take', async () => {
    const { notes: kept, noteHandoff, logged, told } = notes();
    noteHandoff.onFirstCall().rejects(new UnfreezeError('messageInvalid', 'another form'));
    await kept.note(handoff('4821'));
    await kept.note(handoff('K-1001'));
    assert.deepEqual(told(), ['4821', 'K-1001']);
    assert.match(logged.join(), /missing in the audit trail/);
  });
});
