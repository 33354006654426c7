import '../kit/withoutEval.ts';
import type { LinkView } from '../../services/contract/secureLink.ts';
import { element } from '../kit/elements.ts';
import { askBank, isEntry, openWith } from './bank.ts';
import { browserOf, Entry, forgetToken, keptToken } from './entry.ts';
import { type Ending, Form } from './form.ts';
import { noticeView } from './notice.ts';

const page = document.querySelector<HTMLElement>('#page');
if (page) void begin(page);

/** Starts with the link in the address, with the code that opened this tab before, or by asking for a code. */
async function begin(page: HTMLElement): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('#entry');
  if (!isEntry || !form) return open(page);
  const browser = browserOf();
  const token = keptToken();
  if (token !== undefined && (await isOpen(token))) {
    openWith(token);
    return open(page);
  }
  forgetToken();
  new Entry(form, {
    browser,
    opens: () => open(page),
    shows(code, notice) {
      readIn(notice.language);
      show(
        page,
        notice.title,
        noticeView(code, notice, (outcome) => end(page, outcome)),
      );
    },
  });
}

async function isOpen(token: string): Promise<boolean> {
  const view = await askBank<LinkView>('view', { token }).catch(() => undefined);
  return view?.outcome === 'open';
}

/** Asks the bank's side what the link opens and shows it. */
async function open(page: HTMLElement): Promise<void> {
  const { failed = '', tryAgain = '' } = page.dataset;
  const ends = (outcome: Ending) => end(page, outcome);
  try {
    const view = await askBank<LinkView>('view');
    readIn(view.language);
    if (view.outcome === 'gone') return ends(view);
    const service = document.querySelector('#service');
    if (service) service.textContent = view.words.service;
    const form = new Form(view, { reopen: () => open(page), ends });
    window.onpagehide = () => form.clear();
    show(page, view.words.title, form.root);
    form.focus();
  } catch {
    const again = element('button', { type: 'button', class: 'submit' }, tryAgain);
    again.addEventListener('click', () => void open(page));
    show(
      page,
      page.querySelector('h1')?.textContent ?? '',
      element('p', { class: 'outcome' }, failed),
      again,
    );
  }
}

/** An end looks like what it is: `outcome` names it for the style sheet. */
function end(page: HTMLElement, { title, text, outcome }: Ending): void {
  show(page, title, element('p', { class: 'outcome' }, text));
  if (outcome !== undefined) page.dataset.outcome = outcome;
}

/** Shows a headline with its content and moves the focus there. */
function show(page: HTMLElement, title: string, ...content: Node[]): void {
  const headline = element('h1', { tabindex: '-1' }, title);
  delete page.dataset.outcome;
  document.title = `${title} · ${page.dataset.bank}`;
  page.replaceChildren(headline, ...content);
  headline.focus();
}

/** Sets the page to the language of the conversation, unless the reader has chosen another. */
function readIn(language: string): void {
  document.documentElement.lang = language;
  for (const link of document.querySelectorAll('.languages a'))
    if (link.getAttribute('lang') === language) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}
