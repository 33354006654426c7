import assert from 'node:assert/strict';
import { allSurfaces } from '../../bot/openBrand.ts';
import { numberToCall, unbranded } from '../../brand/brand.ts';
import { brandedConversation, brandedTexts } from '../../brand/brandedWords.ts';
import { readBrand } from '../../brand/brandFile.ts';
import { Sentences } from '../../dialogs/messages/wording.ts';
import { receiptText } from '../../services/notifications/receiptText.ts';
import { secureLinkText } from '../../services/notifications/secureLinkText.ts';
import { chatPage } from '../../words/chatPage.ts';
import { catalogue } from '../../words/conversation.ts';
import { usualForm } from '../services/profiles/forms.ts';
import { harbour } from './harbour.ts';

const brand = readBrand(harbour, allSurfaces);
const facts = { lastFour: '1114', at: '2026-11-24T16:05:00.000Z', channel: 'sms' } as const;
const letterhead = { timeZone: 'UTC', agentPhone: undefined };

const code = '1234567890123';

describe('the words of a bank that has named itself', () => {
  it('greet by its name, read and heard, and say otherwise what it says otherwise', () => {
    const sentences = new Sentences(brandedConversation(brand, catalogue));
    assert.match(sentences.text('en', 'greeting'), /^Hello, I am the card assistant of Harbour Bank\./);
    assert.match(sentences.speech('zh-Hans', 'greeting'), /^海港银行。/);
    assert.equal(sentences.text('en', 'anythingElse'), 'What else may Harbour Bank do for you?');
    assert.equal(sentences.text('en', 'thanks'), catalogue.thanks.en.text);
  });

  it('are taken for the bot’s own when they come back, and labels for what they stand for', () => {
    const own = { ...brand.sentences, en: { 'choice.notMe': { text: 'Nope!', speech: 'Nope' } } };
    const sentences = new Sentences(brandedConversation({ ...brand, sentences: own }, catalogue));
    assert.equal(sentences.areOwnWords('还有什么可以为您效劳？'), true);
    assert.equal(sentences.labelled('nope!'), 'choice.notMe');
    assert.equal(sentences.labelled('Not me'), undefined);
  });

  it('sign what is sent', () => {
    const message = { language: 'zh-Hans', facts } as const;
    assert.match(
      receiptText({ ...message, code }, { ...letterhead, brand }, usualForm),
      /^【海港银行】您尾号 1114 的银行卡/,
    );
    const link = { language: 'en', facts } as const;
    assert.match(
      secureLinkText(link, 'https://x.example/s/1', { brand }, usualForm),
      /^Harbour: Someone asked by SMS/,
    );
  });

  it('name the help line where nobody else is to be called', () => {
    const phone = numberToCall(brand, undefined);
    const text = receiptText(
      { language: 'en', facts, code },
      { ...letterhead, agentPhone: phone, brand },
      usualForm,
    );
    assert.match(text, /\+86 21 5555 0100/);
    assert.equal(numberToCall(brand, '95566'), '95566');
  });

  it('are as they stand in words/ where no bank has named itself', () => {
    assert.deepEqual(brandedConversation(unbranded, catalogue).greeting, catalogue.greeting);
    assert.match(
      receiptText({ language: 'en', facts, code }, letterhead, usualForm),
      /^Your card ending 1114/,
    );
    assert.equal(brandedTexts(unbranded, 'chatPage', chatPage).en.titleOfWindow, 'Card service · Thawline');
  });

  it('are made once for a brand, and anew for another', () => {
    const ours = { ...unbranded, service: { ...unbranded.service, en: 'Harbour' } };
    const texts = [unbranded, ours].map((brand) => brandedTexts(brand, 'chatPage', chatPage));
    assert.deepEqual(
      texts.map(({ en }) => en.titleOfWindow),
      ['Card service · Thawline', 'Harbour · Thawline'],
    );
    assert.equal(brandedTexts(ours, 'chatPage', chatPage), texts[1]);
  });
});
