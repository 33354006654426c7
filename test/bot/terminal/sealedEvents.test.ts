import assert from 'node:assert/strict';
import { sealEvent, sealWish } from '../../../bot/terminal/sealedEvents.ts';
import { wishes } from '../../../bot/turn/delivery.ts';
import { languages } from '../../../kit/language.ts';
import { document, request } from './awaitedItems.ts';

describe('an event of the user terminal’s own page', () => {
  const value = {
    authenticationRequest: request.id,
    item: 'transactionPassword',
    attempt: 1,
    envelope: 'a.b.c.d.e',
  };
  const event = (name: string, value?: unknown) => sealEvent({ what: 'event', name, value });

  it('passes an envelope on, shows none and keeps none', () => {
    const { shown, heard, kept, held } = event('authenticationInformation', value);
    assert.deepEqual(heard.found, { what: 'sealedItem', sealed: value });
    const { envelope: _envelope, ...item } = value;
    assert.deepEqual(kept.found, { what: 'lostItem', item });
    assert.deepEqual(shown, { what: 'event', name: 'authenticationInformation' });
    assert.ok(!JSON.stringify([shown, kept]).includes('a.b.c.d.e'));
    assert.equal(held, undefined, 'nothing of it was in a text');
  });

  it('is a form that cannot be read where there is no envelope in it, and nothing of it goes further', () => {
    for (const wrong of [
      { number: document },
      { ...value, envelope: undefined, number: document },
      document,
      undefined,
    ]) {
      const sealed = event('authenticationInformation', wrong);
      assert.deepEqual(sealed.heard.found, { what: 'unreadableForm' });
      assert.ok(!JSON.stringify(sealed).includes(document));
    }
  });

  it('is a wish where it has the name of one', () => {
    for (const wish of wishes) {
      const sealed = event(wish, document);
      assert.deepEqual(sealed, { ...sealWish({ wish }), shown: { what: 'event', name: wish } });
      assert.ok(!JSON.stringify(sealed).includes(document));
    }
  });

  it('changes the language where it names one that there is', () => {
    for (const language of languages) {
      const { heard, shown } = event('changeLanguage', language);
      assert.deepEqual(heard.found, { what: 'wish', wish: 'changeLanguage', language });
      assert.deepEqual(shown, { what: 'event', name: 'changeLanguage' });
    }
    for (const none of ['fr', document, undefined]) {
      assert.equal(event('changeLanguage', none).heard.found, undefined);
    }
  });

  it('of any other name has nothing in it for the conversation, and its value goes no further', () => {
    for (const name of ['linkConcluded', 'thawline.heard', 'pageLoaded', '', 'constructor']) {
      const sealed = event(name, { what: 'linkConcluded', id: document });
      const content = { what: 'event', name };
      assert.deepEqual(sealed, { shown: content, heard: { content }, kept: { content } });
    }
  });
});

describe('what a channel’s own control asks for', () => {
  it('is a wish without words', () => {
    const found = wishes.map((wish) => sealWish({ wish }).heard.found);
    assert.deepEqual(found, [
      { what: 'silence' },
      { what: 'wish', wish: 'repeat' },
      { what: 'wish', wish: 'ask' },
      { what: 'wish', wish: 'person' },
      { what: 'wish', wish: 'elsewhere' },
      { what: 'returned' },
    ]);
    for (const wish of wishes) {
      assert.deepEqual(sealWish({ wish }).heard.content, { what: 'words', text: '' });
    }
  });

  it('names the language that it changes to', () => {
    for (const language of languages) {
      const { heard } = sealWish({ wish: 'changeLanguage', language });
      assert.deepEqual(heard.found, { what: 'wish', wish: 'changeLanguage', language });
    }
  });

  it('is kept as it was heard, so that it can be done again', () => {
    for (const wish of wishes) {
      const { heard, kept, shown } = sealWish({ wish });
      assert.deepEqual(kept, heard);
      assert.deepEqual(shown, { what: 'wish', wish });
    }
  });
});
