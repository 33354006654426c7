import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { type ChatPage, openChat } from '../browser/chatPage.ts';
import { ChatService } from '../browser/chatService.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { results } from '../browser/scriptedBot.ts';

describe('a result in the chat page', function () {
  this.timeout(60_000);
  let browser: Browser;
  let service: ChatService;
  let chat: ChatPage;

  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), ChatService.open()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  beforeEach(async () => {
    chat = await openChat(browser, { baseUrl: service.url });
  });
  afterEach(() => chat.close());

  async function shows(words: string): Promise<Locator> {
    const cards = chat.page.locator(`[data-result="${results[words]?.kind}"]`);
    const before = await cards.count();
    await chat.say(words);
    const card = cards.nth(before);
    await card.waitFor();
    return card;
  }
  const facts = async (card: Locator) =>
    Object.fromEntries(
      await card.locator('.result__fact').evaluateAll((all) =>
        all.map((fact) => {
          const { children } = fact as unknown as { children: { textContent: string }[] };
          return [children[0]?.textContent, children[1]?.textContent];
        }),
      ),
    );

  it('unfrozen: a card with its last four, time, receipt number and what to do if it was not you', async () => {
    const card = await shows('unfrozen');
    assert.equal(await card.getByRole('heading').innerText(), 'Card unfrozen');
    assert.equal(await card.locator('.result__card').innerText(), '•••• 1114\nEnding 1114');
    const { 'Receipt number': receipt, Time: time } = await facts(card);
    assert.equal(receipt, '5F8A-9C3E');
    assert.match(time ?? '', /2026/);
    assert.equal(await card.locator('time').getAttribute('datetime'), '2026-03-02T08:01:00.000Z');
    await card.getByText('Was this not you?').waitFor();
    await card.getByText('In a sentence: Card unfrozen.').waitFor();
    await chat.assertNoComplaints();
  });

  it('refused: its own form with the tries that are left', async () => {
    const card = await shows('refused');
    assert.deepEqual(await facts(card), { 'Tries left': '2●●○', 'Try again': 'Now' });
  });

  it('locked: until when, and every other way, of which one can be dialled and one be taken here', async () => {
    const card = await shows('locked');
    assert.match((await facts(card))['Paused until'] ?? '', /2026/);
    await card.getByText('any branch').waitFor();
    const call = card.getByRole('link', { name: 'Call +86 10 5555 0100' });
    assert.equal(await call.getAttribute('href'), 'tel:+861055550100');
    await card.getByRole('button', { name: 'Send me a text message' }).click();
    await chat.waitForMessage('echo');
    assert.equal(await chat.lastHeard('echo'), 'You said: Send me a text message');
    assert.deepEqual(await facts(await shows('locked until released')), {
      'Paused until': 'Our staff have spoken with you',
    });
  });

  it('a case for a person: number, hours and a telephone link', async () => {
    const card = await shows('to a person');
    assert.deepEqual(await facts(card), { 'Case number': 'Y-5024', Hours: 'Mon – Fri 09:00–18:00' });
    assert.equal(await card.getByRole('link').getAttribute('href'), 'tel:+861055550100');
  });

  it('is said once to a screen reader, and stands there after a reload', async () => {
    await shows('unfrozen');
    await chat.reload();
    await chat.page.locator('[data-result="unfrozen"]').waitFor();
    assert.equal(await chat.page.locator('.result__text').count(), 1);
    assert.deepEqual(await chat.axe(), []);
    assert.equal(await chat.overflow(), 0);
  });

  it('is seen from its beginning, also where it is higher than the conversation', async () => {
    await chat.page.setViewportSize({ width: 360, height: 480 });
    await shows('locked');
    await chat.page.evaluate(`(async () => {
      const head = document.querySelector('.result__head');
      const isSeen = () => {
        const { left, top } = head.getBoundingClientRect();
        return head.contains(document.elementFromPoint(left + 5, top + 5));
      };
      while (!isSeen()) await new Promise(requestAnimationFrame);
    })()`);
    await chat.say('hello');
    await chat.waitForMessage('echo');
    await chat.messages('echo').getByText('You said').waitFor();
    assert.ok(
      await chat.page.evaluate(`(() => {
      const { bottom } = document.querySelector('[data-message-id=echo] .bubble').getBoundingClientRect();
      return bottom <= document.querySelector('.log').getBoundingClientRect().bottom;
    })()`),
      'what is said after it is seen too',
    );
  });

  it('shows as the words of its message what it cannot read', async () => {
    await chat.say('broken result');
    await chat.waitForMessage('broken');
    assert.equal(await chat.lastHeard('broken'), 'The words alone');
    await chat.assertNoComplaints();
  });

  it('a spent form is one line', async () => {
    await chat.say('password');
    const whole = await chat.forms('live').boundingBox();
    await chat.fillSecureForm('135790');
    await chat.waitForMessage('received');
    const spent = await chat.forms('sent').boundingBox();
    assert.ok((whole?.height ?? 0) > 150 && (spent?.height ?? 99) < 50, `${whole?.height} ${spent?.height}`);
  });

  it('shows that the bot works once that takes a while, and not before', async () => {
    const sign = chat.page.locator('.working__dots');
    await chat.page.clock.install();
    let answer = () => {};
    service.bot.beforeAnswering = () => new Promise((resolve) => (answer = resolve));
    await chat.say('hello');
    while (!chat.witness.requests.some(({ url }) => url.endsWith('/activities')))
      await new Promise(setImmediate);
    assert.equal(await sign.count(), 0);
    await chat.page.clock.runFor(1000);
    await sign.waitFor();
    service.bot.beforeAnswering = async () => {};
    answer();
    await chat.waitForMessage('echo');
    await sign.waitFor({ state: 'detached' });
  });

  it('names the day once, and no time under each message', async () => {
    await chat.say('hello');
    await chat.waitForMessage('echo');
    assert.deepEqual(await chat.page.locator('.day').allInnerTexts(), ['Today']);
    assert.equal(await chat.page.getByText('Just now').count(), 0);
  });

  it('a code’s page: a link that opens it beside the conversation, and tells it nothing of where it was', async () => {
    await chat.say('code page');
    const link = chat.page.getByRole('link', { name: 'Enter the code' });
    await link.waitFor();
    assert.deepEqual(await Promise.all(['href', 'target', 'rel'].map((name) => link.getAttribute(name))), [
      'https://cards.bank.example/s#aaaa',
      '_blank',
      'noopener noreferrer',
    ]);
    await chat.assertNoComplaints();
  });
});
