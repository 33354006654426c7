import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import type { LinkAnswer, LinkView, PageOutcome } from '../../services/contract/secureLink.ts';
import { element } from '../kit/elements.ts';
import { askBank, FormRefused, Unanswered } from './bank.ts';
import { consentAsked } from './consent.ts';
import { Field } from './field.ts';

type Open = LinkView & { outcome: 'open' };
type Sealed = { item: AuthenticationItem; envelope: string };

/** An outcome with what the bank's side calls it. */
export type Ending = PageOutcome & { outcome?: string };

/** The page's part after the form: to open it again, or to show an outcome. */
export type FormExits = { reopen: () => Promise<void>; ends: (outcome: Ending) => void };

/**
 * The form. It sends all items at once, sealed on this device for the present attempt. An envelope is kept until it was
 * answered, so that a customer who was interrupted sends it again without typing.
 */
export class Form {
  readonly root: HTMLElement;
  readonly #open: Open;
  readonly #leaving: FormExits;
  readonly #fields: Field[];
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #submit: HTMLButtonElement;
  readonly #notMe: HTMLButtonElement;
  readonly #fieldset: HTMLFormElement;
  #attempt: number;
  /** The version of the consent that the reader has agreed to, where one is asked for. */
  #consented: string | undefined;
  #unanswered: Sealed[] = [];
  #busy = false;

  constructor(open: Open, leaving: FormExits) {
    const { words, authenticationRequest } = open;
    this.#open = open;
    this.#leaving = leaving;
    this.#attempt = authenticationRequest.attempt;
    this.#fields = authenticationRequest.items.map(
      (item) => new Field(item, words, authenticationRequest.passwordLengths),
    );
    this.#submit = element('button', { type: 'submit', class: 'submit' }, words.submit);
    this.#notMe = element('button', { type: 'button', class: 'not-me' }, words.notMe);
    const form = element('form', { novalidate: '' }, ...this.#fields.map(({ root }) => root), this.#submit);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submits();
    });
    this.#notMe.addEventListener('click', () => void this.#denies());
    const { consent } = authenticationRequest;
    this.#fieldset = form;
    this.root = element(
      'div',
      {},
      element('p', { class: 'about' }, words.about),
      ...(words.why === undefined ? [] : [element('p', { class: 'why-frozen' }, words.why)]),
      element('p', { class: 'asked' }, words.asked),
      this.#status,
      ...(consent ? [consentAsked(words.consent, this.#consents(consent.version), leaving)] : []),
      form,
      element('p', { class: 'why' }, words.whySafe),
      element('section', { class: 'stop' }, element('p', {}, words.notMeHint), this.#notMe),
    );
    form.hidden = consent !== undefined;
    if (authenticationRequest.attempt > 1) this.#says(words.tries);
  }

  focus(): void {
    if (this.#fieldset.hidden) this.root.querySelector<HTMLElement>('.consent .submit')?.focus();
    else this.#fields[0]?.focus();
  }

  #consents(version: string): () => void {
    return () => {
      this.#consented = version;
      this.#fieldset.hidden = false;
      this.focus();
    };
  }

  /** Empties the fields, since browsers otherwise keep them for the way back. */
  clear(): void {
    for (const field of this.#fields) field.clear();
  }

  async #submits(): Promise<void> {
    if (this.#busy) return;
    if (this.#unanswered.length === 0) {
      const values = this.#fields.map((field) => ({ field, value: field.checked() }));
      const wrong = values.find(({ value }) => value === undefined);
      if (wrong) return wrong.field.focus();
      this.clear();
      this.#works(true);
      try {
        for (const { field, value } of values) this.#unanswered.push(await this.#seal(field, value ?? ''));
      } catch {
        // A browser that cannot seal (without https) must not send the items unsealed instead.
        this.#unanswered = [];
        this.#works(false);
        return this.#says(this.#open.words.again, true);
      }
    }
    this.#works(true);
    await this.#sends();
    this.#works(false);
  }

  async #seal({ item }: Field, value: string): Promise<Sealed> {
    const authenticationRequest = { ...this.#open.authenticationRequest, attempt: this.#attempt };
    return { item, envelope: await seal(value, { authenticationRequest, item }) };
  }

  async #sends(): Promise<void> {
    try {
      for (let next = this.#unanswered[0]; next; next = this.#unanswered[0]) {
        const given = { ...next, consent: this.#consented };
        const answer = await askBank<LinkAnswer>('information', given).catch(taken);
        if (answer?.outcome === 'tooSoon') {
          this.#says(answer.text);
          await new Promise((resolve) => setTimeout(resolve, (answer.waitSeconds ?? 1) * 1000));
          continue;
        }
        this.#unanswered.shift();
        if (answer && answer.outcome !== 'itemTaken') return this.#hears(answer);
      }
      // The answer to the last item was lost; opening the form again shows the result.
      await this.#leaving.reopen();
    } catch (error) {
      if (error instanceof Unanswered) return this.#says(this.#open.words.failed, true);
      this.#unanswered = [];
      await this.#leaving.reopen();
    }
  }

  #hears(answer: LinkAnswer): void {
    if (answer.outcome !== 'notAccepted') {
      this.#leaving.ends(answer);
      return;
    }
    this.#attempt = answer.attempt;
    this.#says(answer.text, true);
    this.focus();
  }

  async #denies(): Promise<void> {
    if (this.#busy) return;
    this.clear();
    this.#works(true);
    try {
      this.#leaving.ends(await askBank<Ending>('notMe'));
    } catch {
      this.#says(this.#open.words.failed, true);
    }
    this.#works(false);
  }

  #works(isBusy: boolean): void {
    const { submit, sending, sendAgain } = this.#open.words;
    this.#busy = isBusy;
    for (const button of [this.#submit, this.#notMe]) button.setAttribute('aria-disabled', String(isBusy));
    this.#submit.textContent = isBusy ? sending : this.#unanswered.length > 0 ? sendAgain : submit;
    if (isBusy) this.#says('');
  }

  #says(words: string, isTrouble = false): void {
    this.#status.textContent = words;
    this.#status.classList.toggle('trouble', isTrouble);
  }
}

/** Accepts the refusal of an item that was sent before: it was received then, and only its answer was lost. */
function taken(error: unknown): undefined {
  if (error instanceof FormRefused && error.code === 'envelopeReused') return undefined;
  throw error;
}
