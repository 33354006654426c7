import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { DeskService } from '../bot/desk/deskService.ts';
import { axeFindings, type ChatPage, openChat } from '../browser/chatPage.ts';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { Witness } from '../browser/witness.ts';
import { patient } from '../runs/pace.ts';

/** Two people, in each language: what the customer says, and what the agent reads and says. */
const languages = [
  {
    locale: 'en-US',
    channel: 'web chat',
    ask: 'talk to a person',
    words: 'Why was it frozen?',
    answer: 'I am looking into it.',
  },
  { locale: 'zh-CN', channel: '网上对话', ask: '人工', words: '为什么冻结了？', answer: '我正在查看。' },
  { locale: 'zh-TW', channel: '線上對話', ask: '真人客服', words: '為什麼凍結了？', answer: '我正在查看。' },
];

describe('the desk in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let service: DeskService;
  let chat: ChatPage;
  let agent: Page;
  let witness: Witness;
  before(async () => {
    [browser, service] = await Promise.all([launchBrowser(), DeskService.open()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  async function agentPage(locale: string, name = 'Chen Jie 陈洁'): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(patient(20_000));
    const page = await context.newPage();
    witness = await Witness.of(page);
    await page.goto(`${service.url}/desk`);
    await page.locator('main a.submit').click();
    await page.getByRole('link', { name }).click();
    await page.locator('.bar').waitFor();
    return page;
  }

  for (const { locale, channel, ask, words, answer } of languages)
    it(`lets a customer and an agent write to each other, in ${locale}`, async () => {
      agent = await agentPage(locale);
      chat = await openChat(browser, { baseUrl: service.url, locale });
      await chat.say(ask);
      await chat.waitForMessage('person.queued');
      // By keyboard alone: to the case, into it, take it.
      const waits = agent.locator('ul[aria-labelledby="heading-queue"] .case').first();
      assert.ok((await waits.innerText()).includes(channel), 'its channel has a name');
      await waits.focus();
      await agent.keyboard.press('Enter');
      await agent.locator('.actions .submit').first().focus();
      await agent.keyboard.press('Enter');
      await chat.waitForMessage('person.here');
      await agent.locator('textarea').waitFor();
      await agent.locator('textarea').fill(answer);
      await agent.keyboard.press('Enter');
      await chat.waitForMessage('person.says');
      assert.match(await chat.lastHeard('person.says'), new RegExp(answer));
      await chat.say(`${words} <b onclick="x()">1</b>`);
      const line = agent.locator('.line.customer').last();
      await agent.locator('.line.customer', { hasText: words }).last().waitFor();
      assert.match(await line.innerText(), /<b onclick="x\(\)">/, 'a markup is text');
      assert.equal(await agent.locator('.line b').count(), 0);
      await agent.locator('#answers').selectOption('anythingElse');
      await chat.waitForMessage('person.says', 2);
      assert.deepEqual(await axeFindings(agent), []);
      await agent.locator('.acts > .quiet').last().click();
      await chat.waitForMessage('person.closed');
      await agent.locator('.place', { hasText: /[A-Z]-\d{4}/ }).waitFor();
      assert.deepEqual(await witness.violations(), []);
      await chat.close();
      await agent.context().close();
    });

  it('counts who waits in its title, and shows to each agent what the other has taken', async () => {
    agent = await agentPage('en-US');
    const other = await agentPage('en-US', 'Ho Siu Ming 何小明');
    chat = await openChat(browser, { baseUrl: service.url });
    await chat.say('agent');
    await chat.waitForMessage('person.queued');
    await agent.locator('.case').first().waitFor();
    assert.match(await agent.title(), /^\(1\)/);
    await agent.locator('.case').first().click();
    await other.locator('.case').first().click();
    await agent.getByRole('button', { name: 'Take the case' }).click();
    await agent.locator('textarea').waitFor();
    await other.locator('ul[aria-labelledby="heading-others"] .case').waitFor();
    assert.equal(await other.locator('textarea').count(), 0);
    await agent.getByRole('button', { name: 'Log out' }).click();
    await agent.getByRole('link', { name: 'Log in' }).waitFor();
    await chat.close();
    for (const page of [agent, other]) await page.context().close();
  });
});
