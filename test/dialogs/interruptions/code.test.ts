import assert from 'node:assert/strict';
import { code } from '../../../dialogs/interruptions/code.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const given = { found: { what: 'caseCode', name: 'x' } } as const;

describe('the listener for the code of a case', () => {
  it('goes on with the case whose code was given, and else asks again', async () => {
    const { hears, cases, open } = listening();
    const refused = { outcome: { next: 'askAgain' }, says: ['moving.codeRefused'] };
    assert.deepEqual(await hears(code, '', { ...given, open: open.cardNumber }), refused);
    cases.takeByCode.resolves({ outcome: 'taken', card, language: 'en' });
    const taken = { next: 'begin', with: { wish: { card, returned: true } } };
    assert.deepEqual(await hears(code, '', given), { outcome: taken, says: ['moving.goesOn'] });
    assert.equal(cases.takeByCode.lastCall.args[1], 'x');
  });

  it('gives a code to who wants to go on elsewhere, where a case is open', async () => {
    const { hears, cases, moving, earlier } = listening();
    cases.code.resolves('1234 5678 90123');
    assert.equal((await hears(code, 'give me a code')).outcome, undefined);
    await earlier((context) => moving.begins(context, card));
    for (const text of ['give me a code', 'Continue elsewhere', '换个渠道继续'])
      assert.deepEqual(
        await hears(code, text),
        { outcome: { next: 'askAgain' }, says: ['moving.code'] },
        text,
      );
  });

  it('asks who says that they have one to give it', async () => {
    const said = await listening().hears(code, 'I have a code');
    assert.deepEqual(said, { outcome: { next: 'askAgain' }, says: ['moving.giveCode'] });
  });

  it('hears none in words beside which the edge found something', async () => {
    const found = { what: 'card', card } as const;
    assert.equal((await listening().hears(code, 'I have a code', { found })).outcome, undefined);
  });
});
