import type { DeskCase } from '../../services/contract/desk.ts';
import type { DeskWords } from '../../words/deskPage.ts';
import { button, element } from '../kit/elements.ts';
import { api, DeskRefused, type Me } from './api.ts';
import { ConversationPanel } from './conversation.ts';
import type { DeskGiven } from './given.ts';
import { Queue } from './queue.ts';
import { Sound } from './sound.ts';

type RoomDependencies = { me: Me; given: DeskGiven; words: DeskWords; ends: () => void };

/** Between two looks at what is new, and between two signs that the page is open; in milliseconds. */
const looksEvery = 1500;
const showsEvery = 8000;

/** The desk of one agent: who waits, the case that is open, and whether they take more. */
export class Room {
  readonly root: HTMLElement;
  readonly #parts: RoomDependencies;
  readonly #queue: Queue;
  readonly #place = element('div', { class: 'place' });
  readonly #news = element('p', { class: 'news', role: 'status' });
  readonly #sound = new Sound();
  #open: { id: string; shown: ConversationPanel; standing: string } | undefined;
  #cases: readonly DeskCase[] = [];
  #agents: readonly string[] = [];
  #seen: ReadonlySet<string> | undefined;
  #isPaused = false;
  #shownAt = 0;
  #isOver = false;
  #isLooking = false;

  constructor(parts: RoomDependencies) {
    this.#parts = parts;
    const { words, given, me } = parts;
    this.#queue = new Queue({
      words,
      given,
      login: me.login,
      opens: (id) => void this.#does(() => this.#shows(id, true)),
    });
    this.#place.append(element('p', {}, words.choose));
    this.root = element('div', { class: 'room' }, this.#bar(), this.#news, this.#queue.root, this.#place);
  }

  start(): void {
    void this.#looks();
    setInterval(() => void this.#looks(), looksEvery);
    window.addEventListener('pagehide', () => void api.hasLeft().catch(() => {}));
  }

  #bar(): HTMLElement {
    const { words, me } = this.#parts;
    const standing = element('span', { role: 'status' }, words.present);
    const pauses = button(words.pause, 'quiet', () => {
      this.#isPaused = !this.#isPaused;
      pauses.textContent = this.#isPaused ? words.resume : words.pause;
      standing.textContent = this.#isPaused ? words.paused : words.present;
      this.#shownAt = 0;
      void this.#looks();
    });
    const sounds = button(this.#sound.isOn ? words.soundOn : words.soundOff, 'quiet', () => {
      this.#sound.toggle();
      sounds.textContent = this.#sound.isOn ? words.soundOn : words.soundOff;
    });
    const leaves = button(words.logOut, 'quiet', () => void this.#leaves());
    return element('div', { class: 'bar' }, element('strong', {}, me.name), standing, pauses, sounds, leaves);
  }

  async #leaves(): Promise<void> {
    await api.hasLeft().catch(() => {});
    const { goTo } = await api.leaves().catch(() => ({ goTo: '/desk' }));
    this.#isOver = true;
    this.#parts.ends();
    location.assign(goTo);
  }

  async #looks(): Promise<void> {
    if (this.#isOver || this.#isLooking) return;
    this.#isLooking = true;
    const { words } = this.#parts;
    try {
      await this.#does(async () => {
        if (Date.now() - this.#shownAt > showsEvery) {
          this.#agents = (await api.isThere(this.#isPaused)).agents;
          this.#shownAt = Date.now();
        }
        this.#cases = (await api.cases()).cases;
        this.#rings();
        await this.#follows();
        this.#queue.show(this.#cases, this.#open?.id);
        if (this.#news.textContent === words.lost) this.#news.textContent = '';
      });
    } finally {
      this.#isLooking = false;
    }
  }

  /** The open case: what was written since, or all of it where it stands otherwise than it did. */
  async #follows(): Promise<void> {
    if (!this.#open) return;
    const { id, shown, standing } = this.#open;
    const one = this.#cases.find((each) => each.case === id);
    if (!one) return this.#isClosed(id);
    shown.colleagues(this.#agents);
    if (standingOf(one) !== standing) return this.#shows(id, false);
    shown.add((await api.lines(id, shown.after)).lines);
  }

  #isClosed(id: string): void {
    const { words } = this.#parts;
    this.#open = undefined;
    this.#place.replaceChildren(element('p', {}, `${id}: ${words.closed}`));
  }

  async #shows(id: string, isChosen: boolean): Promise<void> {
    const { words, given, me } = this.#parts;
    const conversation = await api.conversation(id);
    const isSupervisor = me.roles.includes('supervisor');
    const typed = this.#open?.id === id ? this.#place.querySelector('textarea')?.value : undefined;
    const shown = new ConversationPanel(conversation, {
      words,
      given,
      login: me.login,
      isSupervisor,
      acts: this.#acts(id),
    });
    shown.colleagues(this.#agents);
    this.#open = { id, shown, standing: standingOf(conversation.case) };
    this.#place.replaceChildren(shown.root);
    const text = this.#place.querySelector('textarea');
    if (text && typed) text.value = typed;
    this.#queue.show(this.#cases, id);
    if (isChosen) shown.focus();
  }

  #acts(id: string) {
    const { words } = this.#parts;
    const act = (acts: () => Promise<{ outcome: string }>, after?: () => void) =>
      void this.#does(async () => {
        const { outcome } = await acts();
        const problems: Readonly<Record<string, string>> = {
          ...{
            taken: words.taken,
            closed: words.closed,
            noCard: words.noCardYet,
            onTelephone: words.onTelephone,
            notMatched: words.notMatchedYet,
          },
        };
        this.#open?.shown.says(problems[outcome] ?? '');
        if (outcome === 'done') after?.();
        await this.#again(id);
      });
    return {
      claims: () => act(() => api.claim(id)),
      writes: (line: { text: string } | { answer: string }) => {
        const written = { id: crypto.randomUUID(), ...line };
        act(
          () => api.write(id, written),
          () => 'text' in line && this.#open?.shown.clear(),
        );
      },
      authenticates: () => act(() => api.authenticate(id)),
      unfreezes: () => act(() => api.unfreeze(id)),
      passesOn: (to: string | null) => act(() => api.passOn(id, to)),
      closes: () => act(() => api.close(id)),
    };
  }

  async #again(id: string): Promise<void> {
    this.#cases = (await api.cases()).cases;
    if (this.#open?.id === id) {
      const one = this.#cases.find((each) => each.case === id);
      if (!one) this.#isClosed(id);
      else if (standingOf(one) !== this.#open.standing) await this.#shows(id, true);
      else await this.#follows();
    }
    this.#queue.show(this.#cases, this.#open?.id);
  }

  /** Who waits is counted in the title, and a new one is heard. */
  #rings(): void {
    const { words } = this.#parts;
    const waiting = this.#cases.filter(({ agent, waits }) => agent === null && waits);
    const isNew = this.#seen !== undefined && waiting.some((one) => !this.#seen?.has(one.case));
    this.#seen = new Set(this.#cases.map((one) => one.case));
    document.title = waiting.length > 0 ? `(${waiting.length}) ${words.title}` : words.title;
    void navigator.setAppBadge?.(waiting.length).catch(() => {});
    if (!isNew) return;
    this.#news.textContent = `${words.waits}: ${waiting.length}`;
    this.#sound.play();
  }

  async #does(work: () => Promise<void>): Promise<void> {
    const { words, ends } = this.#parts;
    try {
      await work();
    } catch (error) {
      const code = error instanceof DeskRefused ? error.code : 'internal';
      if (code === 'loginWanted' || code === 'roleMissing') {
        this.#isOver = true;
        ends();
      } else if (code === 'messageTooLarge') this.#open?.shown.says(words.tooLong);
      else if (code === 'addressUnknown' && this.#open) this.#isClosed(this.#open.id);
      else this.#news.textContent = words.lost;
    }
  }
}

/** What makes the page of a case another one. */
function standingOf({ agent, reachable, cards, reason, callBack }: DeskCase): string {
  return JSON.stringify([agent, reachable, cards, reason, callBack]);
}
