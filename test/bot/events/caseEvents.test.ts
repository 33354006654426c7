import assert from 'node:assert/strict';
import { type CaseKept, caseEvents, type TurnSeen } from '../../../bot/events/caseEvents.ts';
import type { Noted } from '../../../bot/events/noted.ts';
import type { Solved } from '../../../dialogs/state/conversationState.ts';

const branch = { after: 'answered', about: 'branch' } as const;

const usual: Omit<TurnSeen, 'kept' | 'noted' | 'step'> = {
  isLater: false,
  isNotUnderstood: false,
  solved: null,
  personSpeaks: false,
  at: '2026-11-24T08:00:00.000Z',
  channel: 'webChat',
  language: 'en',
  release: '0.1.0',
};

/** What turns tell one after the other, each as `kind step outcome reason`. */
function tells(
  turns: readonly {
    noted?: readonly Noted[];
    step?: string;
    isLater?: boolean;
    solved?: Solved;
    personSpeaks?: boolean;
    at?: string;
  }[],
): string[][] {
  let kept: CaseKept | undefined;
  return turns.map(({ noted = [], step = 'nothingBegun', isLater = false, solved = null, ...rest }) => {
    const told = caseEvents({ ...usual, kept, noted, step, isLater, solved, ...rest });
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
      [
        'attempted unfrozen transactionPasswordErrors',
        'reached unfrozen',
        'contained unfrozen',
        'left transactionPassword on',
      ],
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
      ['reached begun', 'answered branch', 'contained answered'],
      ['askedWhetherSolved answered'],
      ['solved answered no'],
      [],
    ]);
  });

  it('counts as contained what was unfrozen or answered without a person, and no more once a person is asked', () => {
    const unfrozen: Noted = { kind: 'attempted', outcome: 'unfrozen' };
    const person: Noted = { kind: 'handedOver', reason: 'askedForPerson' };
    const kept = (...turns: Parameters<typeof tells>[0]) =>
      tells(turns)
        .flat()
        .filter((one) => /contained/.test(one));
    assert.deepEqual(kept({ noted: [unfrozen] }, { noted: [unfrozen] }), ['contained unfrozen']);
    assert.deepEqual(kept({ noted: [unfrozen] }, { noted: [person] }, { noted: [person] }), [
      'contained unfrozen',
      'uncontained person',
    ]);
    assert.deepEqual(kept({ noted: [person] }, { noted: [unfrozen] }), [], 'not after a person either');
  });

  it('says how long the customer waited for the first words of a person, however late they come', () => {
    const person: Noted = { kind: 'handedOver', reason: 'askedForPerson' };
    const at = (time: string) => `2026-11-24T${time}.000Z`;
    const answered = { personSpeaks: true };
    const told = (...turns: Parameters<typeof tells>[0]) => tells(turns).map((some) => some.at(-1) ?? '');
    assert.deepEqual(
      told(
        { noted: [person], at: at('08:00:00') },
        { noted: [person], at: at('08:00:20') },
        { ...answered, at: at('08:00:50') },
        { ...answered, at: at('08:01:50') },
      ).slice(2),
      ['personAnswered 60', ''],
    );
    const late = { ...answered, isLater: true };
    assert.deepEqual(
      told({ noted: [person], at: at('08:00:00') }, { ...late, at: at('09:00:00') })[1],
      'personAnswered 3600',
    );
    const nextDay = '2026-11-25T09:00:00.000Z';
    assert.equal(told({ noted: [person], at: at('08:00:00') }, { ...late, at: nextDay })[1], 'reached begun');
    // A clock that was set back.
    assert.equal(
      told({ noted: [person], at: at('08:00:00') }, { ...answered, at: at('07:00:00') })[1],
      'personAnswered 0.05',
    );
  });

  it('has the marks of whose it is beside what ends a matter or comes back to one, and beside nothing else', () => {
    const marks = { today: ['a'], before: ['b'] };
    const noted: Noted[] = [{ kind: 'attempted', outcome: 'unfrozen' }];
    const { events } = caseEvents({ ...usual, kept: undefined, noted, step: 'nothingBegun', marks });
    const marked = events.filter((one) => one.marks === marks).map(({ kind }) => kind);
    assert.deepEqual(marked, ['attempted', 'contained']);
  });

  it('begins anew with what was kept by nobody of ours', () => {
    for (const kept of [undefined, null, 'x', { id: 7 }, { id: 'a', step: 'b' }]) {
      const told = caseEvents({ ...usual, kept, noted: [], step: 'nothingBegun' });
      assert.match(told.kept.id, /^[\da-f-]{36}$/);
      assert.equal(told.events[0]?.subject, told.kept.id);
    }
  });
});
