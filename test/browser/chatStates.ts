import type { Route } from 'playwright-core';
import type { Language } from '../../kit/language.ts';
import { chatPage as words } from '../../words/chatPage.ts';
import type { ChatPage } from './chatPage.ts';
import type { ChatService } from './chatService.ts';

/** Leads the page from one of its states to the next, in one conversation with the scripted bot. */
export type Reach = (chat: ChatPage) => Promise<void>;

const result =
  (said: string, kind: string): Reach =>
  async (chat) => {
    await chat.say(said);
    await chat.page.locator(`[data-result="${kind}"]`).last().waitFor();
  };

const posting = '**/activities';
const conversation = /\/v3\/directline\/conversations\/[^/?]+(\?|$)/;
const fulfils = (status: number) => (route: Route) => route.fulfill({ status, json: { error: {} } });

/** As many sockets of the conversation as other tabs may have, which leaves none to this one. */
const otherTabs = `(async () => {
  const { conversationId, token } = JSON.parse(sessionStorage.getItem('thawline.conversation'));
  for (const tab of ['first', 'second', 'third']) {
    const headers = { Authorization: 'Bearer ' + token };
    const asked = await fetch('/v3/directline/conversations/' + conversationId + '?watermark=', { headers });
    new WebSocket((await asked.json()).streamUrl + '&client=' + tab);
  }
})()`;

/** States in which something is on its way. */
export const underWay: readonly string[] = ['working', 'not sent', 'a slow line', 'a form that was not sent'];

/** Every state of the chat page, in the order in which a conversation comes to them. */
export function chatStates(language: Language, service: ChatService): Readonly<Record<string, Reach>> {
  const { options, endChat, endIt, stay, newConversation, offline, readAloud, retry, tryAgain } =
    words[language];
  const { continueHere, late, lost, elsewhere, over, ended, endFailed } = words[language];
  const button = (chat: ChatPage, name: string) => chat.page.getByRole('button', { name, exact: true });
  const says = (chat: ChatPage, text: string) =>
    chat.page.getByRole('status').filter({ hasText: text }).waitFor();
  const asks = (chat: ChatPage) => chat.page.getByRole('alertdialog');
  const reading = async (chat: ChatPage) => {
    await chat.page.getByRole('switch', { name: readAloud }).click();
  };
  let answers = () => {};
  return {
    greeting: async () => {},
    options: (chat) => button(chat, options).click(),
    'read aloud': reading,
    'much written': async (chat) => {
      await reading(chat);
      await button(chat, options).press('Escape');
      await chat.sendBox.fill('a'.repeat(850));
    },
    'too long': (chat) => chat.sendBox.fill('a'.repeat(2500)),
    working: async (chat) => {
      service.bot.beforeAnswering = () => new Promise((resolve) => (answers = resolve));
      await chat.say('hello');
      await chat.page.locator('.working__dots').waitFor();
    },
    'not sent': async (chat) => {
      service.bot.beforeAnswering = async () => {};
      answers();
      await chat.waitForMessage('echo');
      await chat.page.route(posting, fulfils(400));
      await chat.say('hello');
      await chat.page.locator('.message__status[data-failed="true"]').waitFor();
    },
    'a slow line': async (chat) => {
      await chat.page.unroute(posting);
      await button(chat, retry).click();
      await chat.waitForMessage('echo', 2);
      await chat.page.route(posting, (route) => route.abort());
      await chat.say('hello');
      await says(chat, late);
      await chat.page.locator('.working__dots').waitFor();
    },
    lost: async (chat) => {
      await chat.page.unroute(posting);
      await chat.waitForMessage('echo', 3);
      await chat.page.route(conversation, (route) => route.abort());
      service.cutStreams();
      await says(chat, lost);
    },
    unfrozen: async (chat) => {
      await chat.page.unroute(conversation);
      // It may come back by itself before.
      await button(chat, tryAgain)
        .click({ timeout: 2000 })
        .catch(() => {});
      await chat.page.locator('.banner').waitFor({ state: 'detached' });
      await result('unfrozen', 'unfrozen')(chat);
    },
    refused: result('refused', 'notAccepted'),
    'too soon': result('hasty', 'tooSoon'),
    locked: result('locked', 'locked'),
    'locked for good': async (chat) => {
      await chat.say('locked until released');
      await chat.page.locator('[data-result="locked"]').nth(1).waitFor();
    },
    'a person': result('to a person', 'handedOver'),
    'code page': async (chat) => {
      await chat.say('code page');
      await chat.waitForMessage('secureCode.page');
    },
    'a broken form': async (chat) => {
      await chat.say('broken');
      await chat.page.locator('.secure-form__unreadable').waitFor();
    },
    'a document’s form': async (chat) => {
      await chat.say('document');
      await chat.page.locator('.secure-form__input:focus').waitFor();
    },
    'what is typed shows': async (chat) => {
      await chat.secureInput.fill('11010519491231002X');
      await chat.page.locator('.secure-form__show').click();
    },
    form: async (chat) => {
      await chat.say('password');
      await chat.page.locator('[data-item="transactionPassword"] .secure-form__input:focus').waitFor();
    },
    'a wrong form': (chat) => chat.fillSecureForm('12'),
    leaving: async (chat) => {
      await button(chat, newConversation).click();
      await asks(chat).waitFor();
    },
    'a form that was not sent': async (chat) => {
      await chat.page.keyboard.press('Escape');
      await chat.page.route(posting, fulfils(400));
      await chat.fillSecureForm('135790');
      await chat.forms('failed').locator('.secure-form__input:focus').waitFor();
    },
    'a spent form': async (chat) => {
      await chat.page.unroute(posting);
      await chat.fillSecureForm('135790');
      await chat.waitForMessage('received');
    },
    'on paper': (chat) => chat.page.emulateMedia({ media: 'print' }),
    'asked to end': async (chat) => {
      await chat.page.emulateMedia({ media: 'screen' });
      await button(chat, options).click();
      await button(chat, endChat).click();
      await asks(chat).waitFor();
    },
    'not ended': async (chat) => {
      await chat.page.route(conversation, (route) => route.abort());
      await button(chat, endIt).click();
      await asks(chat).filter({ hasText: endFailed }).waitFor();
    },
    elsewhere: async (chat) => {
      await chat.page.unroute(conversation);
      await asks(chat).getByRole('button', { name: stay }).click();
      await chat.page.evaluate(otherTabs);
      await says(chat, elsewhere);
    },
    over: async (chat) => {
      await chat.page.route(conversation, fulfils(404));
      await button(chat, continueHere).click();
      await says(chat, over);
    },
    ended: async (chat) => {
      await chat.page.unroute(conversation);
      await chat.page.getByRole('status').getByRole('button', { name: newConversation }).click();
      await chat.waitForMessage('greeting');
      await button(chat, options).click();
      await button(chat, endChat).click();
      await asks(chat).getByRole('button', { name: endIt }).click();
      await says(chat, ended);
    },
    offline: async (chat) => {
      await chat.page.getByRole('status').getByRole('button', { name: newConversation }).click();
      await chat.waitForMessage('greeting');
      await chat.page.context().setOffline(true);
      await says(chat, offline);
    },
  };
}
