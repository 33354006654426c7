import type { Language } from '../../kit/language.ts';
import { chatPage as words } from '../../words/chatPage.ts';
import type { ChatPage } from './chatPage.ts';

/** Leads the page from one of its states to the next, in one conversation with the scripted bot. */
export type Reach = (chat: ChatPage) => Promise<void>;

const result =
  (said: string, kind: string): Reach =>
  async (chat) => {
    await chat.say(said);
    await chat.page.locator(`[data-result="${kind}"]`).last().waitFor();
  };

/** Every state of the chat page, in the order in which a conversation comes to them. */
export function chatStates(language: Language): Readonly<Record<string, Reach>> {
  const { options, endChat, endIt, newConversation, offline } = words[language];
  const button = (chat: ChatPage, name: string) => chat.page.getByRole('button', { name, exact: true });
  return {
    greeting: async () => {},
    options: (chat) => button(chat, options).click(),
    'too long': async (chat) => {
      await button(chat, options).press('Escape');
      await chat.sendBox.fill('a'.repeat(2500));
    },
    unfrozen: async (chat) => {
      await chat.sendBox.fill('');
      await result('unfrozen', 'unfrozen')(chat);
    },
    refused: result('refused', 'notAccepted'),
    'too soon': result('hasty', 'tooSoon'),
    locked: result('locked', 'locked'),
    'a person': result('to a person', 'handedOver'),
    'code page': async (chat) => {
      await chat.say('code page');
      await chat.waitForMessage('secureCode.page');
    },
    form: async (chat) => {
      await chat.say('password');
      await chat.secureInput.waitFor();
    },
    'a wrong form': (chat) => chat.fillSecureForm('12'),
    leaving: async (chat) => {
      await button(chat, newConversation).click();
      await chat.page.getByRole('alertdialog').waitFor();
    },
    'a spent form': async (chat) => {
      await chat.page.keyboard.press('Escape');
      await chat.fillSecureForm('135790');
      await chat.waitForMessage('received');
    },
    'asked to end': async (chat) => {
      await button(chat, options).click();
      await button(chat, endChat).click();
      await chat.page.getByRole('alertdialog').waitFor();
    },
    ended: async (chat) => {
      await button(chat, endIt).click();
      await chat.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    },
    offline: async (chat) => {
      await chat.page.getByRole('status').getByRole('button', { name: newConversation }).click();
      await chat.waitForMessage('greeting');
      await chat.page.context().setOffline(true);
      await chat.page.getByRole('status').filter({ hasText: offline }).waitFor();
    },
  };
}
