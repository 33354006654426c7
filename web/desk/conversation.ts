import { type DeskConversation, type DeskLine, longestAgentText } from '../../services/contract/desk.ts';
import type { DeskWords } from '../../words/deskPage.ts';
import { button, element } from '../kit/elements.ts';
import { type DeskGiven, namesIn } from './given.ts';

/** What an agent does with the case that is shown. */
type Acts = {
  claims(): void;
  writes(line: { text: string } | { answer: string }): void;
  authenticates(): void;
  unfreezes(): void;
  passesOn(to: string | null): void;
  closes(): void;
};
type ConversationDependencies = {
  words: DeskWords;
  given: DeskGiven;
  login: string;
  isSupervisor: boolean;
  acts: Acts;
};

/** One case: what is known of it, what was said, and what can be done. */
export class ConversationPanel {
  readonly root: HTMLElement;
  readonly #parts: ConversationDependencies;
  readonly #list = element('ol');
  readonly #log = element('div', { class: 'lines', role: 'log', tabindex: '0' }, this.#list);
  readonly #lines = new Map<string, HTMLLIElement>();
  readonly #colleagues = element('select', { id: 'colleagues' });
  readonly #text = element('textarea', { id: 'reply', rows: '2', maxlength: String(longestAgentText) });
  readonly #problem = element('p', { class: 'problem', role: 'alert' });
  #newest = 0;

  constructor(shown: DeskConversation, parts: ConversationDependencies) {
    this.#parts = parts;
    const { words } = parts;
    const title = element(
      'h2',
      { tabindex: '-1', id: 'case' },
      `${shown.case.case} · ${words.reason[shown.case.reason]}`,
    );
    this.#log.setAttribute('aria-label', words.customer);
    const before = shown.transcript.map(({ from, text }) =>
      element('li', { class: `line ${from}` }, element('span', { class: 'who' }, words[from]), text),
    );
    const earlier = element(
      'details',
      { open: '' },
      element('summary', {}, words.before),
      element(
        'div',
        { class: 'lines', role: 'region', 'aria-label': words.before, tabindex: '0' },
        element('ol', {}, ...before),
      ),
    );
    this.root = element(
      'section',
      { class: 'conversation', 'aria-labelledby': 'case' },
      title,
      this.#facts(shown),
      earlier,
      this.#log,
      this.#problem,
    );
    this.add(shown.lines);
    this.root.append(this.#actions(shown));
  }

  /** The number of the line after which there may be news: the first whose delivery is not known to have ended. */
  get after(): number {
    return this.#newest;
  }

  focus(): void {
    (
      this.root.querySelector<HTMLElement>('textarea:enabled') ?? this.root.querySelector<HTMLElement>('h2')
    )?.focus();
  }

  add(lines: readonly DeskLine[]): void {
    for (const line of lines) {
      const made = this.#line(line);
      const known = this.#lines.get(line.id);
      if (known) known.replaceWith(made);
      else this.#list.append(made);
      this.#lines.set(line.id, made);
    }
    const last = lines.at(-1);
    if (!last) return;
    const pending = lines.find(({ delivered }) => delivered === 'pending');
    this.#newest = (pending?.number ?? last.number + 1) - 1;
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  says(problem: string): void {
    this.#problem.textContent = problem;
  }

  /** Who a case can be handed to. */
  colleagues(logins: readonly string[]): void {
    const { words, login } = this.#parts;
    const wanted = logins.filter((one) => one !== login);
    const now = [...this.#colleagues.options].slice(1).map(({ value }) => value);
    if (JSON.stringify(now) === JSON.stringify(wanted) && this.#colleagues.options.length > 0) return;
    const options = wanted.map((one) => element('option', { value: one }, one));
    this.#colleagues.replaceChildren(element('option', { value: '' }, words.backToQueue), ...options);
  }

  clear(): void {
    this.#text.value = '';
  }

  #facts({ case: one }: DeskConversation): HTMLElement {
    const { words, given } = this.#parts;
    const cards = one.cards.map(({ lastFour }) => `••••${lastFour}`).join(', ');
    const facts: [string, string][] = [
      [words.card, cards || (one.lastFour ? `••••${one.lastFour}` : words.noCard)],
      [words.channel, namesIn(given.channels)(one.channel)],
      [words.spoken, given.languages[one.language]],
      ...(one.step === 'nothingBegun'
        ? []
        : [[words.step, namesIn(given.steps)(one.step)] as [string, string]]),
      ...(one.freezeReasons.length > 0
        ? [[words.reasons, one.freezeReasons.map(namesIn(given.reasons)).join(', ')] as [string, string]]
        : []),
      ...(one.attemptsLeft === null
        ? []
        : [[words.attemptsLeft, String(one.attemptsLeft)] as [string, string]]),
      [words.since, new Date(one.openedAt).toLocaleString(document.documentElement.lang)],
    ];
    return element(
      'dl',
      { class: 'facts' },
      ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    );
  }

  #line({ from, by, text, delivered, at }: DeskLine): HTMLLIElement {
    const { words } = this.#parts;
    const said = from === 'desk' ? (words.says[text as keyof DeskWords['says']] ?? text) : text;
    const standing = { pending: words.pending, told: words.told, lost: words.undelivered };
    const how = from === 'agent' && delivered !== null ? ` · ${standing[delivered]}` : '';
    const when = new Date(at).toLocaleTimeString(document.documentElement.lang);
    return element(
      'li',
      { class: `line ${from}`, 'data-delivered': delivered ?? undefined },
      element('span', { class: 'who' }, from === 'agent' ? (by ?? words.agent) : words[from]),
      said,
      element('small', {}, `${when}${how}`),
    );
  }

  #actions({ case: one }: DeskConversation): HTMLElement {
    const { words, login, isSupervisor, acts } = this.#parts;
    const isOwn = one.agent === login;
    const ends = button(words.close, 'quiet', acts.closes);
    this.colleagues([]);
    const passes = element(
      'div',
      { class: 'pass' },
      element('label', { for: 'colleagues' }, words.passOn),
      this.#colleagues,
      button(words.passOn, 'quiet', () => acts.passesOn(this.#colleagues.value || null)),
    );
    const verifies = button(words.authenticate, 'quiet', acts.authenticates);
    const unfreezes = button(words.unfreeze, 'quiet', acts.unfreezes);
    if (isOwn)
      return element(
        'div',
        { class: 'actions' },
        ...(one.reachable && !one.spoken
          ? [this.#composer(one.language)]
          : [element('p', {}, one.reachable ? words.onTelephone : words.unreachable)]),
        element('div', { class: 'acts' }, ...(one.reachable ? [verifies, unfreezes] : []), passes, ends),
      );
    if (one.agent === null)
      return element('div', { class: 'actions' }, button(words.claim, 'submit', acts.claims));
    return element(
      'div',
      { class: 'actions' },
      ...(isSupervisor ? [element('div', { class: 'acts' }, passes, ends)] : []),
    );
  }

  #composer(language: keyof DeskGiven['answers']): HTMLFormElement {
    const { words, given, acts } = this.#parts;
    const answers = element('select', { id: 'answers' }, element('option', { value: '' }, words.noAnswer));
    for (const [id, text] of Object.entries(given.answers[language]))
      answers.append(element('option', { value: id, lang: language }, text));
    answers.addEventListener('change', () => {
      if (answers.value) acts.writes({ answer: answers.value });
      answers.value = '';
    });
    const form = element(
      'form',
      { class: 'composer' },
      element('label', { for: 'answers' }, words.answers),
      answers,
      element('label', { for: 'reply' }, words.reply),
      this.#text,
      element('button', { type: 'submit', class: 'submit' }, words.send),
    );
    const sends = (event: Event) => {
      event.preventDefault();
      const text = this.#text.value.trim();
      if (text !== '') acts.writes({ text });
    };
    form.addEventListener('submit', sends);
    this.#text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) sends(event);
    });
    return form;
  }
}
