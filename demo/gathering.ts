/** What a `<Gather>` ends with: parameters for its action, or none where the document goes on. */
export type Gathered = { action: string | undefined; parameters: Record<string, string> | undefined };

/** Twilio's default for the silence that ends a gathering, in seconds. */
const defaultTimeout = 5;

/** One `<Gather>` while it waits, with Twilio's defaults. */
export class Gathering {
  readonly timeoutSeconds: number;
  readonly hearsKeys: boolean;
  readonly hearsWords: boolean;
  readonly language: string;
  readonly #action: string | undefined;
  readonly #finishOnKey: string;
  readonly #numDigits: number;
  readonly #actionOnEmptyResult: boolean;
  #digits = '';

  constructor(attributes: Readonly<Record<string, string>>) {
    const input = (attributes.input ?? 'dtmf').split(' ');
    this.hearsKeys = input.includes('dtmf');
    this.hearsWords = input.includes('speech');
    this.language = attributes.language ?? 'en-US';
    this.timeoutSeconds = Number(attributes.timeout ?? defaultTimeout);
    this.#action = attributes.action;
    this.#finishOnKey = attributes.finishOnKey ?? '#';
    this.#numDigits = Number(attributes.numDigits ?? Number.POSITIVE_INFINITY);
    this.#actionOnEmptyResult = attributes.actionOnEmptyResult === 'true';
  }

  /** Whether the document goes on by itself where nothing comes, as between two breaths. */
  get goesOn(): boolean {
    return !this.#actionOnEmptyResult;
  }

  /** How many keys it has heard. */
  get count(): number {
    return this.#digits.length;
  }

  press(key: string): Gathered | undefined {
    if (!this.hearsKeys) return undefined;
    if (key === this.#finishOnKey) return this.#ends();
    this.#digits += key;
    return this.#digits.length >= this.#numDigits ? this.#ends() : undefined;
  }

  /** Words count only where no key was pressed before. */
  hear(words: string, confidence: number): Gathered | undefined {
    if (!this.hearsWords || this.#digits !== '') return undefined;
    return { action: this.#action, parameters: { SpeechResult: words, Confidence: String(confidence) } };
  }

  timeout(): Gathered {
    return this.#ends();
  }

  #ends(): Gathered {
    const isEmpty = this.#digits === '' && !this.#actionOnEmptyResult;
    return { action: this.#action, parameters: isEmpty ? undefined : { Digits: this.#digits } };
  }
}
