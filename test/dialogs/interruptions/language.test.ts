import assert from 'node:assert/strict';
import { language } from '../../../dialogs/interruptions/language.ts';
import { listening } from './listening.ts';

describe('the listener for another language', () => {
  it('speaks it from then on, whether it was named or tapped', async () => {
    const { hears, earlier, speaker, open, properties } = listening();
    await earlier((context) => properties.writtenOnce.set(context, 'en'));
    const tapped = { what: 'wish', wish: 'changeLanguage', language: 'zh-Hant' } as const;
    const changed = { outcome: { next: 'over' }, says: ['language.changed', 'anythingElse'] };
    assert.deepEqual(await hears(language, '', { found: tapped }), changed);
    await earlier(async (context) => {
      assert.equal(await speaker.language(context), 'zh-Hant');
      assert.equal(await properties.writtenOnce.get(context), null);
    });
    const named = await hears(language, 'please speak English', { open: open.cardNumber });
    assert.deepEqual(named, { outcome: { next: 'askAgain' }, says: ['language.changed'] });
    await earlier(async (context) => assert.equal(await speaker.language(context), 'en'));
  });

  it('asks which where none was named', async () => {
    const { hears } = listening();
    assert.deepEqual((await hears(language, 'change language')).says, ['language.which']);
    assert.equal((await hears(language, 'hello')).outcome, undefined);
  });
});
