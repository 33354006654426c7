import '../kit/withoutEval.ts';
import type { Language } from '../../kit/language.ts';
import { element } from '../kit/elements.ts';
import { keepLanguage, pageLanguage } from '../kit/pageLanguage.ts';
import { api, DeskRefused, type Me } from './api.ts';
import { readGiven } from './given.ts';
import { Room } from './room.ts';

const page = document.querySelector<HTMLElement>('#page');
if (page) void begin(page);

async function begin(page: HTMLElement): Promise<void> {
  const given = readGiven();
  const language = pageLanguage();
  document.documentElement.lang = language;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    if (link.lang === language) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.addEventListener('click', () => keepLanguage(link.lang as Language));
  }
  const words = given.words[language];
  document.title = words.title;
  const title = document.querySelector('#title');
  if (title) title.textContent = words.title;
  try {
    const me = await api.me();
    if (!me.roles.some((role) => role === 'agent' || role === 'supervisor'))
      return loggedOut(words.withoutRole);
    work(me);
  } catch (error) {
    const why = new URLSearchParams(location.search).get('login');
    if (!(error instanceof DeskRefused) || error.code !== 'loginWanted') return loggedOut(words.unavailable);
    loggedOut(why === null ? words.loggedOut : whyNot(why));
  }

  function whyNot(why: string): string {
    const { withoutRole, unavailable, loggedOut: ended } = words;
    const told: Readonly<Record<string, string>> = { withoutRole, unavailable, ended };
    return told[why] ?? words.refused;
  }

  function loggedOut(text: string): void {
    page.replaceChildren(
      element('p', { class: 'outcome', role: 'status' }, text),
      element('p', {}, element('a', { href: '/desk/login', class: 'submit' }, words.logIn)),
    );
  }

  function work(me: Me): void {
    const room = new Room({ me, given, words, ends: () => loggedOut(words.loggedOut) });
    page.replaceChildren(room.root);
    room.start();
  }
}
