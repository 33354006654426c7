import type { Language } from '../../kit/language.ts';
import { heardIn } from '../../words/heard.ts';
import type { BanksPage } from './banksPage.ts';
import type { ChromiumProcess } from './chromiumProcess.ts';
import type { PreviewedService } from './service.ts';
import type { Tab, TabLook } from './tab.ts';

/** A picture of a surface, in light or in dark; a surface without a dark form has only the light one. */
export type Picture = { surface: string; scheme: 'light' | 'dark'; png: Buffer };

export type PreviewTools = {
  browser: ChromiumProcess;
  service: PreviewedService;
  banksPage: BanksPage;
  language: Language;
};

const telephone: TabLook = { width: 390, height: 780, isDark: false };
const desktop: TabLook = { width: 900, height: 780, isDark: false };

/** The key by which a caller chooses a language. */
const languageKey: Readonly<Record<Language, number>> = { 'zh-Hans': 1, 'zh-Hant': 2, en: 3 };

const heard = (messageId: string) => `document.querySelector('[data-message-id="${messageId}"]') !== null`;

/** A picture of every surface, in order. Each surface is reached in the way in which a customer reaches it. */
export async function* pictures(shown: PreviewTools): AsyncGenerator<Picture> {
  // The link is for the same card as the chat, and is over once that is unfrozen.
  yield* secureForm(shown, await sentLink(shown));
  yield* chat(shown);
  yield* embed(shown);
  yield* onTelephone(shown);
}

/** Has a link sent to the customer's telephone, and reads it there. */
async function sentLink({ browser, service, language }: PreviewTools): Promise<string> {
  const tab = await browser.tab(telephone);
  await tab.open(`${service.url}/?language=${language}`);
  await tab.until(heard('greeting'));
  await tab.write('.send__input', service.cardToTry.card);
  await tab.until(heard('unfreeze.confirm'));
  await tab.write('.send__input', heardIn(language).links.example);
  await tab.until(heard('secureLink.sent'));
  await tab.open(`${service.url}/phone?language=${language}`);
  const link = `/http\\S+\\/s\\/[\\w-]+/.exec(document.querySelector('.messages')?.innerText)?.[0]`;
  await tab.until(`${link} !== undefined`);
  return String(await tab.read(link));
}

async function* chat({ browser, service, language }: PreviewTools): AsyncGenerator<Picture> {
  const { card, identityDocument, transactionPassword } = service.cardToTry;
  const tab = await browser.tab(telephone);
  await tab.open(`${service.url}/?language=${language}`);
  await tab.until(heard('greeting'));
  yield* inBoth(tab, 'chat', telephone);
  await tab.write('.send__input', card);
  await tab.until(heard('unfreeze.confirm'));
  await tab.click('.choices__one');
  await tab.until(heard('identityDocument.ask'));
  await tab.until(`document.querySelector('.secure-form__input') !== null`);
  yield* inBoth(tab, 'secure form in the chat', telephone);
  await tab.write('.secure-form__input', identityDocument);
  await tab.until(heard('transactionPassword.ask'));
  await tab.write('.secure-form[data-item=transactionPassword] .secure-form__input', transactionPassword);
  await tab.until(`document.querySelector('[data-result=unfrozen]') !== null`);
  yield* inBoth(tab, 'result', telephone);
}

async function* embed({ browser, service, banksPage, language }: PreviewTools): AsyncGenerator<Picture> {
  banksPage.holds(service.url, language);
  const tab = await browser.tab(desktop);
  await tab.open(banksPage.origin);
  const tree = `document.querySelector('thawline-chat')?.shadowRoot`;
  await tab.until(`!!${tree}`);
  yield* inBoth(tab, 'button on the bank’s page', desktop);
  await tab.read(`${tree}.querySelector('.button').click()`);
  // The bar of the page around goes as soon as the chat's own header is there.
  await tab.until(`${tree}.querySelector('.bar').hidden`);
  yield* inBoth(tab, 'chat on the bank’s page', desktop);
}

async function* secureForm({ browser, language }: PreviewTools, link: string): AsyncGenerator<Picture> {
  const tab = await browser.tab(telephone);
  await tab.open(`${link}?language=${language}`);
  await tab.until(`document.querySelector('form input') !== null`);
  yield* inBoth(tab, 'secure form of a link', telephone);
}

/** The telephone of the demo bank draws the messages and the call; it has no dark form, and is not the bank's. */
async function* onTelephone({ browser, service, language }: PreviewTools): AsyncGenerator<Picture> {
  const tab = await browser.tab(desktop);
  await tab.open(`${service.url}/phone?language=${language}`);
  await tab.until(`document.querySelectorAll('.messages .transcript__line--them').length > 1`);
  yield { surface: 'text messages', scheme: 'light', png: await tab.picture('.messages') };
  await tab.click('#sound');
  await tab.click('.phone__call');
  const lines = `document.querySelectorAll('.transcript__line').length`;
  const listens = `document.querySelector('.layout').dataset.shown.startsWith('listening')`;
  // The telephone listens once it has said everything.
  await tab.until(listens);
  const before = await tab.read(lines);
  await tab.read(`document.querySelectorAll('.phone__key')[${languageKey[language] - 1}].click()`);
  await tab.until(`${lines} > ${before} + 1 && ${listens}`);
  yield { surface: 'telephone greeting', scheme: 'light', png: await tab.picture('.transcript') };
}

async function* inBoth(tab: Tab, surface: string, look: TabLook): AsyncGenerator<Picture> {
  for (const scheme of ['light', 'dark'] as const) {
    await tab.wears({ ...look, isDark: scheme === 'dark' });
    yield { surface, scheme, png: await tab.settledPicture() };
  }
  await tab.wears(look);
}
