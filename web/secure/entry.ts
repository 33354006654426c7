import { checkEnteredCode } from '../../services/contract/enteredCode.ts';
import type { CodeAnswer, EntryWords } from '../../services/contract/secureLink.ts';
import { askBank, openWith } from './bank.ts';

/** The token is kept while this tab is open, so that reloading the page does not need another code. */
const kept = 'thawline-code-token';
const keptBrowser = 'thawline-code-browser';

/** The token that a code was exchanged for in this tab. */
export function keptToken(): string | undefined {
  return sessionStorage.getItem(kept) ?? undefined;
}

export function forgetToken(): void {
  sessionStorage.removeItem(kept);
}

/**
 * The secret that the conversation has given this browser, after the # of the address. It is removed from there, so
 * that it reaches no server and stays in no history.
 */
export function browserOf(): string | undefined {
  const given = location.hash.slice(1);
  if (given !== '') {
    if (/^[\w-]{24}$/.test(given)) sessionStorage.setItem(keptBrowser, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(keptBrowser) ?? undefined;
}

/**
 * The pages that a code leads to: the form, or the unfreezing that a notice was about. `browser` is from `browserOf`.
 */
type Leading = {
  browser: string | undefined;
  opens: () => Promise<void>;
  shows: (code: string, notice: CodeAnswer & { outcome: 'notice' }) => void;
};

/**
 * The page where a code is entered. The code is exchanged for a token made here; until an answer comes, each try sends
 * the same token.
 */
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

  /** @param form the form in the page, followed by a block with the texts of the script */
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
      const answer = await askBank<CodeAnswer>('code', { code: value, token, browser: this.#browser });
      // The code belongs to a case of another browser, or the case has ended: from now on all digits are needed.
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

/** A token of 144 random bits, like those that the bank's side makes for an address. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

function missing(): never {
  throw new Error('the page lacks a part of its own');
}
