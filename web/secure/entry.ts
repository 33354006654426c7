import { checkEnteredCode } from '../../services/contract/enteredCode.ts';
import type { CodeAnswer, EntryWords } from '../../services/contract/secureLink.ts';
import { ask, openWith } from './bank.ts';

/** For as long as this tab is open, so that who loads the page again need not have another code sent. */
const kept = 'thawline-code-token';
const keptBrowser = 'thawline-code-browser';

/** The token that a code was given for in this tab. */
export function keptToken(): string | undefined {
  return sessionStorage.getItem(kept) ?? undefined;
}

export function forgetToken(): void {
  sessionStorage.removeItem(kept);
}

/** What the conversation has given this browser, behind the # of the address: it goes to no server, and stays in no history. */
export function browserOf(): string | undefined {
  const given = location.hash.slice(1);
  if (given !== '') {
    if (/^[\w-]{24}$/.test(given)) sessionStorage.setItem(keptBrowser, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(keptBrowser) ?? undefined;
}

/** Where a code leads: to the form, or to what a notice has told of. `browser` as `browserOf` has it. */
type Leading = {
  browser: string | undefined;
  opens: () => Promise<void>;
  shows: (code: string, notice: CodeAnswer & { outcome: 'notice' }) => void;
};

/** Where a code is entered. A code is given for a token that is made here, and the same one again while nothing was answered. */
export class Entry {
  readonly #words: EntryWords;
  readonly #input: HTMLInputElement;
  readonly #problem: HTMLElement;
  readonly #submit: HTMLButtonElement;
  readonly #opens: Leading['opens'];
  readonly #shows: Leading['shows'];
  readonly #tokens = new Map<string, string>();
  readonly #browser: string | undefined;
  #isBusy = false;

  /** @param form as the page was sent, with what its script says in the block behind it */
  constructor(form: HTMLFormElement, { browser, opens, shows }: Leading) {
    const part = <Part extends Element>(selector: string) =>
      document.querySelector<Part>(selector) ?? missing();
    this.#words = JSON.parse(part('#entry-words').textContent ?? '') as EntryWords;
    this.#input = part<HTMLInputElement>('#code');
    this.#problem = part<HTMLElement>('#code-problem');
    this.#submit = part<HTMLButtonElement>('#entry .submit');
    this.#opens = opens;
    this.#shows = shows;
    this.#browser = browser;
    if (this.#browser !== undefined) part('#code-hint').textContent = this.#words.hintHere;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#enters();
    });
    this.#input.addEventListener('input', () => this.#says(''));
    this.#input.focus();
  }

  async #enters(): Promise<void> {
    if (this.#isBusy) return;
    const { problem, value, count } = {
      count: 0,
      ...checkEnteredCode(this.#input.value, this.#browser !== undefined),
    };
    if (problem !== undefined)
      return this.#says(this.#words.problems[problem].replaceAll('{{count}}', String(count)));
    this.#works(true);
    try {
      const token = this.#tokens.get(value) ?? newToken();
      this.#tokens.set(value, token);
      const answer = await ask<CodeAnswer>('code', { code: value, token, browser: this.#browser });
      // Begun elsewhere, or over: from now on all digits are needed.
      if (answer.outcome === 'thirteen') sessionStorage.removeItem(keptBrowser);
      if (answer.outcome === 'notice') return this.#shows(value, answer);
      if (answer.outcome !== 'entered') return this.#says(answer.text);
      sessionStorage.setItem(kept, token);
      openWith(token);
      await this.#opens();
    } catch {
      this.#says(this.#words.failed);
    } finally {
      this.#works(false);
    }
  }

  #works(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#submit.setAttribute('aria-disabled', String(isBusy));
    this.#submit.textContent = isBusy ? this.#words.sending : this.#words.submit;
    if (isBusy) this.#says('');
  }

  #says(problem: string): void {
    this.#problem.textContent = problem;
    this.#input.setAttribute('aria-invalid', String(problem !== ''));
    if (problem !== '') this.#input.focus();
  }
}

/** 144 random bits, as the bank's side makes them for an address. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

function missing(): never {
  throw new Error('the page lacks a part of its own');
}
