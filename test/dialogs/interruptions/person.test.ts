import assert from 'node:assert/strict';
import { person } from '../../../dialogs/interruptions/person.ts';
import { listening } from './listening.ts';

const called = { outcome: { next: 'askAgain' }, says: ['agent'] };

describe('the listener for a person', () => {
  it('calls one who is asked for, in words or by a key, and keeps what is open', async () => {
    const { hears, open } = listening();
    assert.deepEqual(await hears(person, 'agent'), called);
    assert.deepEqual(await hears(person, '人工', { open: open.cardNumber }), called);
    assert.deepEqual(await hears(person, '', { found: { what: 'wish', wish: 'person' } }), called);
  });

  it('takes a yes for one only where one was offered', async () => {
    const { hears, open, earlier, properties } = listening();
    const tried = (notUnderstood: number) => ({ open: { ...open.cardNumber, troubles: { notUnderstood } } });
    assert.equal((await hears(person, 'yes', tried(2))).outcome, undefined);
    assert.deepEqual(await hears(person, 'yes', tried(3)), called);
    assert.equal((await hears(person, 'yes')).outcome, undefined);
    await earlier((context) => properties.notUnderstood.set(context, 3));
    assert.deepEqual(await hears(person, 'yes'), called);
    assert.equal((await hears(person, 'yes')).outcome, undefined, 'once');
  });
});
