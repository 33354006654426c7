import type { Language } from '../../kit/language.ts';
import { button, element } from '../../web/kit/elements.ts';
import { type TelephoneWords, telephonePage } from '../../words/telephonePage.ts';
import type { MessagingApp, ThreadMessage } from '../contract/simulatedMessages.ts';
import { Thread } from './thread.ts';

const apps: readonly MessagingApp[] = ['sms', 'whatsApp'];

type MessagesDependencies = {
  language: Language;
  /** The number of the telephone; empty where it is hidden. */
  number: () => string;
  /** What the service answered last, as TwiML. */
  document: (text: string) => void;
  /** A message came that answers none. */
  news: () => void;
};

/** The messages of the telephone: what came, what was written, and a field to write more. */
export class Messages {
  readonly root: HTMLElement;
  readonly #parts: MessagesDependencies;
  readonly #words: TelephoneWords;
  readonly #list = element('ol', { class: 'transcript__lines' });
  readonly #status = element('p', { class: 'messages__status', role: 'status' });
  readonly #app = element('select', { class: 'messages__app', id: 'app' });
  readonly #field = element('input', {
    class: 'messages__field',
    id: 'message',
    autocomplete: 'off',
    maxlength: '1600',
  });
  readonly #send: HTMLButtonElement;
  #thread: Thread | undefined;

  constructor(parts: MessagesDependencies) {
    const word = telephonePage[parts.language];
    this.#parts = parts;
    this.#words = word;
    this.#send = button(word.send, 'messages__send', () => void this.#writes());
    this.#app.append(...apps.map((app) => element('option', { value: app }, word.app[app])));
    this.#app.addEventListener('change', () => this.turnsTo());
    this.#field.addEventListener('keydown', ({ key, isComposing }) => {
      if (key === 'Enter' && !isComposing) void this.#writes();
    });
    this.root = this.#section();
  }

  /** Shows the thread of the telephone that is chosen now. */
  turnsTo(): void {
    this.stop();
    this.#list.replaceChildren();
    this.#status.textContent = '';
    const number = this.#parts.number();
    this.#field.disabled = this.#send.disabled = this.#app.disabled = number === '';
    this.#note(number === '' ? this.#words.noMessages : this.#words.emptyMessages);
    if (number === '') return;
    const app = this.#app.value as MessagingApp;
    this.#thread = new Thread({
      ...{ number, app },
      shows: (messages) => this.#shows(messages),
      answered: (document) => this.#parts.document(document),
      news: () => this.#parts.news(),
    });
  }

  stop(): void {
    this.#thread?.stop();
  }

  async #writes(): Promise<void> {
    const text = this.#field.value.trim();
    if (!text || !this.#thread) return;
    this.#field.value = '';
    this.#send.disabled = true;
    this.#status.textContent = '';
    const problems = await this.#thread.writes(text).catch(() => [this.#words.failed]);
    this.#send.disabled = false;
    this.#status.textContent = problems.join(' ');
    this.#field.focus();
  }

  #shows(messages: readonly ThreadMessage[]): void {
    if (messages.length > 0) this.#list.querySelector('.transcript__line--note')?.remove();
    for (const { from, text } of messages) {
      const whose = from === 'bank' ? 'them' : 'us';
      const bubble = element('span', { class: 'messages__text' }, ...withLinks(text));
      this.#list.append(element('li', { class: `transcript__line transcript__line--${whose}` }, bubble));
    }
    const log = this.#list.parentElement;
    if (log) log.scrollTop = log.scrollHeight;
  }

  #note(text: string): void {
    this.#list.append(element('li', { class: 'transcript__line transcript__line--note' }, text));
  }

  #section(): HTMLElement {
    const word = this.#words;
    return element(
      'section',
      { class: 'messages', 'aria-label': word.messages, id: 'messages' },
      element(
        'div',
        { class: 'messages__head' },
        element('h2', { class: 'record__title' }, word.messages),
        element('label', { class: 'visually-hidden', for: 'app' }, word.messages),
        this.#app,
      ),
      element(
        'div',
        { role: 'log', tabindex: '0', class: 'transcript__log', 'aria-label': word.messages },
        this.#list,
      ),
      element(
        'div',
        { class: 'messages__writing' },
        element('label', { class: 'visually-hidden', for: 'message' }, word.write),
        this.#field,
        this.#send,
      ),
      this.#status,
    );
  }
}

/** A text with its addresses as links, which open beside this page as they would beside a telephone's messages. */
function withLinks(text: string): (Node | string)[] {
  return text
    .split(/(https?:\/\/[\w\-./:?=&%~]+[\w/])/)
    .map((part, place) =>
      place % 2 === 1
        ? element('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part)
        : part,
    );
}
