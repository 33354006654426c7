import assert from 'node:assert/strict';
import { secureLinkText } from '../../../services/notifications/secureLinkText.ts';
import { usualForm } from '../profiles/forms.ts';

describe('the message with a link', () => {
  const address = `https://secure-form.cards.bank.example/s/${'x'.repeat(24)}`;
  const facts = { lastFour: '1114', at: '2026-11-24T08:00:00.000Z', channel: 'voice' } as const;

  it('names the card, the channel and the ten minutes, with the address apart from other characters', () => {
    const en = secureLinkText({ language: 'en', facts }, address, {}, usualForm);
    assert.match(en, /by telephone to unfreeze your card ending 1114\..* open https:\S+ within 10 minutes/);
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const text = secureLinkText({ language, facts }, address, {}, usualForm);
      assert.ok(text.includes(` ${address} `) && text.length <= 320, text);
    }
  });

  it('needs no characters in English that would halve what a message holds', () => {
    assert.match(secureLinkText({ language: 'en', facts }, address, {}, usualForm), /^[\n\r -~]+$/);
  });
});
