import assert from 'node:assert/strict';
import { plainAnswer } from '../../../dialogs/interruptions/plainAnswer.ts';
import { solved } from '../../../dialogs/interruptions/solved.ts';
import { topic } from '../../../dialogs/interruptions/topic.ts';
import type { Solved } from '../../../dialogs/state/conversationState.ts';
import { tapped } from '../../../dialogs/state/tapped.ts';
import { alarmIn } from '../../../dialogs/understanding/alarm.ts';
import { isDisowning } from '../../../dialogs/understanding/notMe.ts';
import { catalogue } from '../../../words/conversation.ts';
import { listening } from './listening.ts';

const over = { next: 'over' };
const due: Solved = { after: 'answered', about: 'branch', standing: 'due' };

/** A conversation in which somebody has thanked for the answer to a topic. */
async function thanked(options: Parameters<typeof listening>[0] = {}) {
  const heard = listening({ answers: true, ...options });
  await heard.hears(topic, 'where is the nearest branch');
  const { says } = await heard.hears(plainAnswer, 'thanks');
  const stands = async () => {
    let read: Solved | null = null;
    await heard.earlier(async (context) => {
      read = await heard.properties.solved.get(context, null);
    });
    return (read as Solved | null)?.standing;
  };
  return { ...heard, says, stands };
}

describe('whether it is solved', () => {
  it('is asked of who thanks for an answer, once', async () => {
    const { hears, says, stands } = await thanked();
    assert.deepEqual(says, ['thanks', 'solved.ask']);
    assert.equal(await stands(), 'asked');
    await hears(topic, 'is there a fee?');
    assert.deepEqual((await hears(plainAnswer, 'thanks')).says, ['thanks']);
  });

  it('is not asked of who was not answered, nor while a loss is reported or a person has the matter', async () => {
    const { hears } = listening({ answers: true });
    assert.deepEqual((await hears(plainAnswer, 'thanks')).says, ['thanks']);
    const reports = listening({ answers: true });
    await reports.reported();
    await reports.hears(topic, 'where is the nearest branch');
    assert.deepEqual((await reports.hears(plainAnswer, 'thanks')).says, ['thanks']);
    const person = listening({ answers: true });
    await person.earlier((context) =>
      person.properties.withPerson.set(context, { caseId: 'K-4821', standing: 'left' }),
    );
    await person.hears(topic, 'where is the nearest branch');
    assert.deepEqual((await person.hears(plainAnswer, 'thanks')).says, ['thanks']);
  });

  it('is asked in messages after an answer, and never after an unfreezing, whose receipt is answered there', async () => {
    assert.deepEqual((await thanked({ phone: '+12025550199' })).says, ['thanks', 'solved.ask']);
    const { hears, earlier, properties } = listening({ phone: '+12025550199' });
    await earlier((context) => properties.solved.set(context, { ...due, after: 'unfrozen' }));
    assert.deepEqual((await hears(plainAnswer, 'thanks')).says, ['thanks']);
  });

  it('is said by a tap or in words, and counts once', async () => {
    for (const [words, standing] of [
      ['Yes, solved', 'yes'],
      ['Not solved yet', 'no'],
      ['还没解决', 'no'],
      ['yes', 'yes'],
      ['no', 'no'],
    ] as const) {
      const { hears, stands } = await thanked();
      assert.deepEqual(await hears(solved, words), { outcome: over, says: [`solved.${standing}`] }, words);
      assert.equal(await stands(), standing);
      await hears(solved, standing === 'yes' ? 'Not solved yet' : 'Yes, solved');
      assert.equal(await stands(), standing, 'the first answer stands');
    }
  });

  it('is not said by a yes or a no that comes later, or answers an open question', async () => {
    const { hears, open, stands } = await thanked();
    assert.equal((await hears(solved, 'yes', { open: open.unfreezing })).outcome, undefined);
    await hears(topic, 'is there a fee?');
    for (const words of ['yes', 'no', 'blue sky'])
      assert.equal((await hears(solved, words)).outcome, undefined);
    assert.equal(await stands(), 'asked');
    const tap = await hears(solved, 'Yes, solved', { open: open.unfreezing });
    assert.deepEqual(tap, { outcome: { next: 'askAgain' }, says: ['solved.yes'] });
  });

  it('takes nothing that may answer another question', async () => {
    const { hears, open } = await thanked();
    for (const words of ['not yet', 'no, not yet', '还没', 'done', '好了'])
      assert.equal((await hears(solved, words, { open: open.unfreezing })).outcome, undefined, words);
  });

  it('has labels that freeze nothing and mean nothing else', () => {
    for (const id of ['choice.solved', 'choice.notSolved'] as const)
      for (const { text } of Object.values(catalogue[id])) {
        assert.equal(tapped(id)?.intent, 'none');
        assert.ok(!isDisowning(text) && alarmIn(text) !== 'certain', text);
      }
  });
});
