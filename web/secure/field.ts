import { type AuthenticationItem, items } from '../../services/contract/items/index.ts';
import type { PasswordLengths } from '../../services/contract/passwordLengths.ts';
import type { FieldWords, LinkWords } from '../../services/contract/secureLink.ts';
import { checkTypedItem } from '../../services/contract/typedItem.ts';
import { element } from '../kit/elements.ts';

/** An input that hides the typed text, with its label, its hint, and its problem. */
export class Field {
  readonly item: AuthenticationItem;
  readonly root: HTMLElement;
  readonly #lengths: PasswordLengths | undefined;
  readonly #words: FieldWords;
  readonly #input: HTMLInputElement;
  readonly #problem: HTMLElement;
  readonly #show: HTMLButtonElement;
  readonly #showWords: Pick<LinkWords, 'show' | 'hide'>;

  constructor(item: AuthenticationItem, words: LinkWords, lengths: PasswordLengths | undefined) {
    this.item = item;
    this.#lengths = lengths;
    this.#words = words.fields[item];
    this.#showWords = words;
    const { inputMode, autoCapitalize, autoComplete } = items[item].field;
    this.#input = element('input', {
      id: item,
      type: 'password',
      autocomplete: autoComplete,
      autocorrect: 'off',
      autocapitalize: autoCapitalize,
      spellcheck: 'false',
      inputmode: inputMode,
      maxlength: '64',
      'aria-describedby': `${item}-hint ${item}-problem`,
      'data-1p-ignore': '',
      'data-lpignore': 'true',
    });
    this.#show = element('button', { type: 'button', class: 'show', 'aria-controls': item });
    this.#problem = element('p', { id: `${item}-problem`, class: 'problem' });
    this.#shows(false);
    this.#show.addEventListener('click', () => this.#shows(this.#input.type === 'password'));
    this.#input.addEventListener('input', () => this.#says(''));
    this.root = element(
      'div',
      { class: 'field' },
      element('label', { for: item }, this.#words.label),
      element('div', { class: 'row' }, this.#input, this.#show),
      element('p', { id: `${item}-hint`, class: 'hint' }, this.#words.hint),
      this.#problem,
    );
  }

  /** The typed text in its normal form; undefined where its form is wrong, which the field then shows. */
  checked(): string | undefined {
    const checked = checkTypedItem(this.item, this.#input.value, this.#lengths);
    if (checked.problem === undefined) return checked.value;
    const problem = this.#words.problems[checked.problem] ?? this.#words.hint;
    this.#says(problem.replaceAll('{{count}}', String(checked.count)));
    return undefined;
  }

  /** Empties the input; called before waiting for anything. */
  clear(): void {
    this.#input.value = '';
    this.#shows(false);
    this.#says('');
  }

  focus(): void {
    this.#input.focus();
  }

  #says(problem: string): void {
    this.#problem.textContent = problem;
    this.#input.setAttribute('aria-invalid', String(problem !== ''));
  }

  #shows(isShown: boolean): void {
    this.#input.type = isShown ? 'text' : 'password';
    this.#show.textContent = isShown ? this.#showWords.hide : this.#showWords.show;
    this.#show.setAttribute('aria-pressed', String(isShown));
    this.#show.setAttribute('aria-label', `${this.#show.textContent}: ${this.#words.label}`);
  }
}
