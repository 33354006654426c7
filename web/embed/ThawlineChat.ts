import type { Language } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';
import type { embed } from '../../words/embed.ts';
import { colours } from './colours.ts';
import { look } from './look.ts';

declare global {
  /** What the service puts around this script: the bank's words and colour. */
  const thawlineBrand: { words: typeof embed; colour: string };
}

/** What the frame says to the page around it; neither is about the conversation. */
type FrameMessage = 'ready' | 'close';

/**
 * With its own origin, since the chat keeps the conversation for a reload; what it prints, the window of a code's page, and the
 * number that it dials. No way to lead the page elsewhere.
 */
const allowed = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-top-navigation-to-custom-protocols',
];

/** Longer than the slowest telephone takes; a page that may not hold the frame never gets to hear of it. */
const patience = 20_000;

/**
 * `<thawline-chat colour="#0b3d5c" language="zh-Hans" position="left">`: a button that opens the chat in a frame.
 * The page around it sees nothing of the conversation, and the chat nothing of the page. The style is a sheet of the
 * shadow tree, so that a strict policy of the page (no inline styles) does not take it away.
 */
export class ThawlineChat extends HTMLElement {
  static readonly observedAttributes = ['colour', 'language', 'position'];
  /** The origin of the chat. */
  static service = '';

  readonly #button = element('button', 'button');
  readonly #panel = element('section', 'panel');
  readonly #title = element('span', 'title');
  readonly #bar = element('div', 'bar');
  readonly #close = element('button', 'close');
  readonly #frame = element('iframe', 'frame');
  readonly #failed = element('a', 'failed');
  #heard = (message: MessageEvent) => this.#hears(message);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const tree = this.attachShadow({ mode: 'open' });
    adopt(tree, look);
    this.#bar.append(this.#title, this.#close);
    this.#panel.append(this.#bar, this.#failed, this.#frame);
    tree.append(this.#panel, this.#button);
    this.#panel.id = 'panel';
    this.#panel.hidden = true;
    this.#failed.hidden = true;
    this.#failed.target = '_blank';
    this.#failed.rel = 'noopener';
    this.#failed.href = `${ThawlineChat.service}/`;
    this.#close.textContent = '×';
    this.#button.type = 'button';
    this.#close.type = 'button';
    this.#button.setAttribute('aria-controls', 'panel');
    this.#frame.setAttribute('sandbox', allowed.join(' '));
    this.#button.addEventListener('click', () => this.toggle());
    this.#close.addEventListener('click', () => this.close());
    this.#panel.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
  }

  connectedCallback(): void {
    addEventListener('message', this.#heard);
    this.#show();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#heard);
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#show();
  }

  get isOpen(): boolean {
    return !this.#panel.hidden;
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  /** Opens the chat; the first time it is loaded, later it stands where it stood. */
  open(): void {
    if (this.#frame.src === '') {
      this.#frame.src = `${ThawlineChat.service}/?${this.#asked}`;
      this.#timer = setTimeout(() => {
        this.#failed.hidden = false;
      }, patience);
    }
    this.#panel.hidden = false;
    this.#show();
    this.#frame.focus();
  }

  /** Closes the chat; the conversation goes on when it is opened again. */
  close(): void {
    this.#panel.hidden = true;
    this.#show();
    this.#button.focus();
  }

  /** What the chat is to know of the page: its language, its colour, and whether its readers are old. */
  get #asked(): string {
    const colour = /^#([\da-f]{6})$/i.exec(this.getAttribute('colour') ?? '')?.[1];
    return String(
      new URLSearchParams({
        language: this.#language,
        ...(colour && { colour }),
        ...(this.hasAttribute('large-print') && { largePrint: 'on' }),
      }),
    );
  }

  get #language(): Language {
    const asked = this.getAttribute('language') ?? '';
    return isLanguage(asked) ? asked : nearestLanguage(document.documentElement.lang || navigator.language);
  }

  #show(): void {
    const { chat, close, open, failed } = thawlineBrand.words[this.#language];
    const { ground, ink } = colours(this.getAttribute('colour'), thawlineBrand.colour);
    this.style.setProperty('--ground', ground);
    this.style.setProperty('--ink', ink);
    this.lang = this.#language;
    this.#panel.setAttribute('aria-label', chat);
    this.#title.textContent = chat;
    this.#frame.title = chat;
    this.#failed.textContent = failed;
    this.#close.setAttribute('aria-label', close);
    this.#button.textContent = this.isOpen ? close : open;
    this.#button.setAttribute('aria-expanded', String(this.isOpen));
  }

  #hears({ source, origin, data }: MessageEvent): void {
    if (source !== this.#frame.contentWindow || origin !== ThawlineChat.service) return;
    const message: FrameMessage | undefined = data?.thawline;
    if (message === 'close') this.close();
    if (message !== 'ready') return;
    clearTimeout(this.#timer);
    this.#failed.hidden = true;
    // From now on the chat's own header stands there alone.
    this.#bar.hidden = true;
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** Safari before 16.4 knows no constructed sheets; there a style element does it, where the page's policy lets it. */
function adopt(tree: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in tree) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    tree.adoptedStyleSheets = [sheet];
  } else {
    const style = document.createElement('style');
    style.textContent = css;
    (tree as ShadowRoot).append(style);
  }
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(thawlineBrand.words, tag);
}
