import { type Language, languages } from '../../kit/language.ts';
import { button, element } from '../../web/kit/elements.ts';
import { languageNames } from '../../words/languageNames.ts';
import { type TelephoneWords, telephonePage } from '../../words/telephonePage.ts';
import { Messages } from './messages.ts';
import { keys } from './tones.ts';
import { twimlText } from './twimlText.ts';

export type Caller = { name: string; number: string };

/** What can be done with the telephone. */
export type Actions = {
  call(from: string | null): void;
  hangUp(): void;
  press(key: string): void;
  speak(words: string): void;
  dialled(status: 'completed' | 'no-answer'): void;
  sound(isOn: boolean): void;
  language(language: Language): void;
};

/** What the telephone shows of its state. */
export type TelephoneState =
  | 'ready'
  | 'ringing'
  | 'speaking'
  | 'listening'
  | 'listeningKeys'
  | 'dialling'
  | 'ended';

/** The parts of the page that change while it is used. */
export class Screen {
  readonly root: HTMLElement;
  readonly #status = element('p', { class: 'phone__status', role: 'status' });
  readonly #keyed = element('p', { class: 'phone__keyed', 'aria-hidden': 'true' });
  /** The last sentence: on a small screen the transcript is out of sight. */
  readonly #saying = element('p', { class: 'phone__sentence', 'aria-hidden': 'true' });
  readonly #timer = element('span', { class: 'phone__timer' });
  readonly #transcript = element('ol', { class: 'transcript__lines' });
  readonly #document = element('pre', { class: 'document__text', tabindex: '0' });
  readonly #callButton: HTMLButtonElement;
  readonly #hangUpButton: HTMLButtonElement;
  readonly #caller = element('select', { class: 'phone__caller', id: 'caller' });
  readonly #speech = element('input', {
    class: 'phone__speech',
    id: 'speech',
    autocomplete: 'off',
    maxlength: '500',
  });
  readonly #say: HTMLButtonElement;
  readonly #person = element('div', { class: 'phone__person', hidden: '' });
  readonly #messages: Messages;
  /** On a small screen the messages are out of sight. */
  readonly #news: HTMLButtonElement;
  readonly #words: TelephoneWords;

  constructor(language: Language, callers: readonly Caller[], actions: Actions) {
    const word = telephonePage[language];
    this.#words = word;
    this.#callButton = button(word.call, 'phone__call', () => actions.call(this.#caller.value || null));
    this.#hangUpButton = button(word.hangUp, 'phone__hang-up', () => actions.hangUp());
    this.#say = button(word.say, 'phone__say', () => this.#speaks(actions));
    this.#speech.addEventListener('keydown', ({ key, isComposing }) => {
      if (key === 'Enter' && !isComposing) this.#speaks(actions);
    });
    this.#caller.append(
      ...callers.map(({ name, number }) => element('option', { value: number }, `${number} · ${name}`)),
      element('option', { value: '' }, word.hidden),
    );
    this.#person.append(
      button(word.personAnswers, 'phone__answer', () => actions.dialled('completed')),
      button(word.nobodyAnswers, 'phone__answer', () => actions.dialled('no-answer')),
    );
    this.#news = button(word.news, 'phone__news', () => {
      this.#news.hidden = true;
      this.#messages.root.scrollIntoView({ block: 'nearest' });
    });
    this.#news.hidden = true;
    this.#messages = new Messages({
      language,
      number: () => this.#caller.value,
      document: (text) => this.document(twimlText(text)),
      news: () => {
        this.#news.hidden = isInSight(this.#messages.root);
      },
    });
    this.#caller.addEventListener('change', () => {
      this.#news.hidden = true;
      this.#messages.turnsTo();
    });
    this.#messages.turnsTo();
    this.root = element(
      'div',
      { class: 'layout' },
      this.#header(language, actions),
      element('main', { class: 'main' }, this.#phone(actions), this.#record()),
    );
    this.show('ready');
    this.#empty();
  }

  /** Another screen takes the place of this one. */
  leaves(): void {
    this.#messages.stop();
  }

  show(shown: TelephoneState, person?: string): void {
    const isOpen = shown !== 'ready' && shown !== 'ended';
    this.#status.textContent = person ? `${this.#words.dialling} ${person}` : this.#words[shown];
    this.root.dataset.shown = shown;
    this.#callButton.disabled = isOpen;
    this.#caller.disabled = isOpen;
    this.#hangUpButton.disabled = !isOpen;
    const hears = shown === 'speaking' || shown === 'listening';
    this.#speech.disabled = !hears;
    this.#say.disabled = !hears;
    this.#person.hidden = shown !== 'dialling';
  }

  /** The keys that the line holds: as dots, for they may be a secret. */
  keyed(count: number): void {
    this.#keyed.textContent = '•'.repeat(Math.min(count, 20));
  }

  /** The seconds that are left to press a key or to speak. */
  timer(seconds: number | undefined): void {
    this.#timer.textContent = seconds === undefined ? '' : `${seconds} ${this.#words.seconds}`;
  }

  begins(): void {
    this.#transcript.replaceChildren();
    this.#document.textContent = '';
    this.#saying.textContent = '';
  }

  hears(text: string, language: string, slowly: boolean): void {
    this.#saying.textContent = text;
    this.#saying.lang = language;
    this.#line('them', element('span', { lang: language }, slowly ? `… ${text}` : text));
  }

  does(what: 'pressed' | 'said' | 'silent', text = ''): void {
    const last = this.#transcript.lastElementChild;
    if (what === 'pressed' && last instanceof HTMLElement && last.dataset.what === what) {
      last.append(text);
      return;
    }
    const label = this.#words[what];
    this.#line('us', element('span', {}, text ? `${label}: ${text}` : label), what);
  }

  tells(text: string): void {
    this.#line('note', element('span', {}, text));
  }

  document(text: string): void {
    this.#document.textContent = text;
  }

  #line(whose: string, content: HTMLElement, what?: string): void {
    const attributes = { class: `transcript__line transcript__line--${whose}`, 'data-what': what };
    const line = element('li', attributes, content);
    this.#transcript.append(line);
    // Not `scrollIntoView`, which on a small screen would take the keypad away from under the finger.
    const log = this.#transcript.parentElement;
    if (log) log.scrollTop = log.scrollHeight;
  }

  #empty(): void {
    this.tells(this.#words.emptyTranscript);
    this.#document.textContent = this.#words.emptyDocument;
  }

  #speaks(actions: Actions): void {
    const said = this.#speech.value.trim();
    this.#speech.value = '';
    if (said) actions.speak(said);
  }

  #header(language: Language, actions: Actions): HTMLElement {
    const select = element('select', { class: 'header__select', id: 'language' });
    select.append(
      ...languages.map((each) => element('option', { value: each, lang: each }, languageNames[each])),
    );
    select.value = language;
    select.addEventListener('change', () => {
      const chosen = languages.find((each) => each === select.value);
      if (chosen) actions.language(chosen);
    });
    return element(
      'header',
      { class: 'header' },
      element(
        'div',
        { class: 'header__inner' },
        element('h1', { class: 'header__title' }, this.#words.title),
        element('label', { class: 'visually-hidden', for: 'language' }, this.#words.language),
        select,
      ),
    );
  }

  #phone(actions: Actions): HTMLElement {
    const word = this.#words;
    const sound = element('input', { type: 'checkbox', id: 'sound', checked: '' });
    sound.addEventListener('change', () => actions.sound(sound.checked));
    return element(
      'section',
      { class: 'phone', 'aria-label': word.phone },
      element('label', { class: 'phone__label', for: 'caller' }, word.caller),
      this.#caller,
      element('div', { class: 'phone__display' }, this.#status, this.#timer, this.#saying, this.#keyed),
      this.#news,
      element(
        'div',
        { class: 'phone__keys', role: 'group', 'aria-label': word.keypad },
        ...this.#keys(actions),
      ),
      element('div', { class: 'phone__buttons' }, this.#callButton, this.#hangUpButton),
      this.#person,
      element('label', { class: 'phone__label', for: 'speech' }, word.speak),
      element('div', { class: 'phone__saying' }, this.#speech, this.#say),
      element('label', { class: 'phone__sound' }, sound, word.sound),
    );
  }

  #keys(actions: Actions): HTMLElement[] {
    const names: Record<string, string> = this.#words.keyName;
    return keys.map((key, place) => {
      const made = button(key, 'phone__key', () => actions.press(key));
      const name = names[key];
      if (name) made.setAttribute('aria-label', name);
      const letters = keyLetters[place] ?? '';
      made.append(element('span', { class: 'phone__letters', 'aria-hidden': 'true' }, letters));
      return made;
    });
  }

  #record(): HTMLElement {
    const word = this.#words;
    return element(
      'div',
      { class: 'record' },
      element('p', { class: 'record__about' }, word.about),
      element(
        'section',
        { class: 'transcript', 'aria-label': word.transcript },
        element('h2', { class: 'record__title' }, word.transcript),
        // Read out as it grows, and scrolled by the keyboard too.
        element(
          'div',
          { role: 'log', tabindex: '0', class: 'transcript__log', 'aria-label': word.transcript },
          this.#transcript,
        ),
      ),
      this.#messages.root,
      element(
        'section',
        { class: 'document', 'aria-label': word.document },
        element('h2', { class: 'record__title' }, word.document),
        this.#document,
      ),
    );
  }
}

const keyLetters = ['', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ', '', '', ''];

function isInSight(part: HTMLElement): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
