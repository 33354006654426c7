import type { DeskCase } from '../../services/contract/desk.ts';
import type { DeskWords } from '../../words/deskPage.ts';
import { element } from '../kit/elements.ts';
import { type DeskGiven, namesIn } from './given.ts';

type QueueDependencies = { words: DeskWords; given: DeskGiven; login: string; opens: (id: string) => void };
type Section = 'queue' | 'own' | 'others' | 'callBacks';

const sections: readonly Section[] = ['own', 'queue', 'callBacks', 'others'];

/** The cases, by what is to be done with them. Arrow keys go from one to the next. */
export class Queue {
  readonly root = element('nav', { class: 'queue' });
  readonly #parts: QueueDependencies;
  readonly #lists: Record<Section, HTMLUListElement>;
  readonly #buttons = new Map<string, HTMLButtonElement>();
  #shown = '';

  constructor(parts: QueueDependencies) {
    this.#parts = parts;
    const { words } = parts;
    this.root.setAttribute('aria-label', words.title);
    const list = (section: Section) => {
      const id = `heading-${section}`;
      const made = element('ul', { 'aria-labelledby': id });
      this.root.append(element('h2', { id }, words[section]), made);
      return made;
    };
    const made = sections.map((section) => [section, list(section)]);
    this.#lists = Object.fromEntries(made);
    this.root.append(element('p', { class: 'keys' }, words.keys));
    this.root.addEventListener('keydown', (event) => this.#goes(event));
  }

  show(cases: readonly DeskCase[], open: string | undefined): void {
    const shown = JSON.stringify([cases, open]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = document.activeElement;
    for (const section of sections) {
      const of = cases.filter((one) => sectionOf(one, this.#parts.login) === section);
      const rows = of.map((one) => element('li', {}, this.#button(one, one.case === open)));
      const none = element('li', { class: 'none' }, this.#parts.words.noCase);
      this.#lists[section].replaceChildren(...(rows.length > 0 ? rows : [none]));
    }
    if (focused instanceof HTMLElement && this.root.contains(focused)) focused.focus();
  }

  #button(one: DeskCase, isOpen: boolean): HTMLButtonElement {
    const { words, given, opens } = this.#parts;
    const known = this.#buttons.get(one.case);
    const made = known ?? element('button', { type: 'button', class: 'case' });
    if (!known) {
      made.addEventListener('click', () => opens(one.case));
      this.#buttons.set(one.case, made);
    }
    const { reason, lastFour, waits, agent } = one;
    const channel = namesIn(given.channels)(one.channel);
    made.classList.toggle('first', reason === 'unfreezingDisowned' || reason === 'receiptUnreached');
    made.setAttribute('aria-current', String(isOpen));
    made.replaceChildren(
      element('strong', {}, one.case),
      ` ${words.reason[reason]}`,
      element(
        'small',
        {},
        [lastFour && `••••${lastFour}`, channel, agent, waits && words.waits].filter(Boolean).join(' · '),
      ),
    );
    return made;
  }

  #goes(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const all = [...this.root.querySelectorAll<HTMLButtonElement>('.case')];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function sectionOf({ agent, waits, callBack }: DeskCase, login: string): Section {
  if (agent !== null) return agent === login ? 'own' : 'others';
  return callBack && !waits ? 'callBacks' : 'queue';
}
