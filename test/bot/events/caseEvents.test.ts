import assert from 'node:assert/strict';
import { type CaseKept, caseEvents, type TurnSeen } from '../../../bot/events/caseEvents.ts';
import type { Noted } from '../../../bot/events/noted.ts';
import type { Solved } from '../../../dialogs/state/conversationState.ts';

const branch = { after: 'answered', about: 'branch' } as const;

const usual: Omit<TurnSeen, 'kept' | 'noted' | 'step'> = {
  isLater: false,
  isNotUnderstood: false,
  solved: null,
  at: '2026-11-24T08:00:00.000Z',
  channel: 'webChat',
  language: 'en',
  release: '0.1.0',
};

/** What turns tell one after the other, each as `kind step outcome reason`. */
function tells(
  turns: readonly { noted?: readonly Noted[]; step?: string; isLater?: boolean; solved?: Solved }[],
): string[][] {
  let kept: CaseKept | undefined;
  return turns.map(({ noted = [], step = 'nothingBegun', isLater = false, solved = null }) => {
    const told = caseEvents({ ...usual, kept, noted, step, isLater, solved });
    kept = told.kept;
    return told.events.map(({ kind, step, outcome, reason }) =>
      [kind, step, outcome, reason].filter(Boolean).join(' '),
    );
  });
}

describe('what turns tell of a case', () => {
  it('is how far it came, each stage once, and where it stood', () => {
    const told = tells([
      {},
      { step: 'cardNumber' },
      { noted: [{ kind: 'queried', outcome: 'frozen' }], step: 'unfreezeQuestion' },
      { noted: [{ kind: 'requested', outcome: 'authenticationRequested' }], step: 'transactionPassword' },
      { noted: [{ kind: 'attempted', outcome: 'notAccepted' }], step: 'transactionPassword' },
      { noted: [{ kind: 'attempted', outcome: 'unfrozen', reason: 'transactionPasswordErrors' }] },
    ]);
    assert.deepEqual(told, [
      ['reached begun'],
      ['entered cardNumber'],
      [
        'queried frozen',
        'reached cardNamed',
        'reached frozen',
        'left cardNumber on',
        'entered unfreezeQuestion',
      ],
      [
        'requested authenticationRequested',
        'reached requested',
        'left unfreezeQuestion on',
        'entered transactionPassword',
      ],
      ['attempted notAccepted', 'reached attempted'],
      ['attempted unfrozen transactionPasswordErrors', 'reached unfrozen', 'left transactionPassword on'],
    ]);
  });

  it('says where somebody left, and begins another case after a long pause', () => {
    const told = tells([{ step: 'cardNumber' }, {}, { step: 'cardNumber' }, { isLater: true }]);
    assert.deepEqual(told, [
      ['reached begun', 'entered cardNumber'],
      ['left cardNumber out'],
      [],
      ['reached begun'],
    ]);
  });

  it('tells of the end of a link once, however often it is looked for', () => {
    const ended: Noted = { kind: 'linkEnded', outcome: 'unfrozen', reason: 'dormant' };
    const [, first, second] = tells([{}, { noted: [ended] }, { noted: [ended] }]);
    assert.ok(first?.includes('linkEnded unfrozen dormant') && first.includes('reached unfrozen'));
    assert.deepEqual(second, []);
  });

  it('says once what was answered, that it was asked whether it is solved, and what the customer said', () => {
    const told = tells([
      { solved: { ...branch, standing: 'due' } },
      { solved: { ...branch, standing: 'asked' } },
      { solved: { ...branch, standing: 'no' } },
      { solved: { ...branch, standing: 'no' } },
    ]);
    assert.deepEqual(told, [
      ['reached begun', 'answered branch'],
      ['askedWhetherSolved answered'],
      ['solved answered no'],
      [],
    ]);
  });

  it('begins anew with what was kept by nobody of ours', () => {
    for (const kept of [undefined, null, 'x', { id: 7 }, { id: 'a', step: 'b' }]) {
      const told = caseEvents({ ...usual, kept, noted: [], step: 'nothingBegun' });
      assert.match(told.kept.id, /^[\da-f-]{36}$/);
      assert.equal(told.events[0]?.subject, told.kept.id);
    }
  });
});
