import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { listeners, outcomeOf } from '../../../dialogs/interruptions/index.ts';
import { listening } from './listening.ts';

const dialogs = new URL('../../../dialogs/', import.meta.url);
const source = (file: string) => readFileSync(new URL(file, dialogs), 'utf8');

describe('the listeners', () => {
  it('stand in the order that safety asks for', () => {
    assert.deepEqual(
      listeners.map(({ name }) => name),
      [
        'withPerson',
        'disowning',
        'cardFound',
        'lockQuestion',
        'freezeQuestion',
        'wayOut',
        'report',
        'behalf',
        'reportStands',
        'movedAway',
        'solved',
        'comesBackLater',
        'caseOffer',
        'code',
        'found',
        'waiting',
        'link',
        'myCards',
        'topic',
        'aside',
        'otherCard',
        'answer',
        'leaving',
        'goingBack',
        'person',
        'again',
        'language',
        'explanation',
        'unsure',
        'cardWish',
        'plainAnswer',
      ],
    );
  });

  it('are all that their folder has, each in a file of its name', () => {
    const files = readdirSync(new URL('interruptions/', dialogs)).filter((file) =>
      /^export const \w+: Listener\b/m.test(source(`interruptions/${file}`)),
    );
    assert.deepEqual(files.sort(), listeners.map(({ name }) => `${name}.ts`).sort());
  });

  it('leave the main dialog little to say', () => {
    const lines = source('mainDialog.ts').split('\n').length;
    assert.ok(lines <= 120, `${lines} lines: what a turn comes to belongs into a listener`);
  });

  it('take every turn where nothing is open, and leave the rest to the question that is', async () => {
    const { comesOf, open } = listening();
    assert.deepEqual(await comesOf('blue sky over there'), { next: 'over' });
    const asked = { open: open.cardNumber };
    assert.deepEqual(await comesOf('blue sky over there', asked), { next: 'question' });
  });

  it('ask nothing again where nothing is open', async () => {
    const { comesOf, open } = listening();
    assert.deepEqual(await comesOf('agent'), { next: 'over' });
    assert.deepEqual(await comesOf('agent', { open: open.cardNumber }), { next: 'askAgain' });
  });

  it('say nothing more once one of them has taken the turn', async () => {
    const { hears } = listening();
    assert.deepEqual((await hears(outcomeOf, 'hello')).says, ['greeting']);
  });
});
