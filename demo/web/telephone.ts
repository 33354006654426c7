import type { HeardOnPhone, PhoneEvent, PhoneView } from '../contract/simulatedCall.ts';
import { CarrierLine } from './line.ts';
import type { Screen } from './screen.ts';
import type { Tones } from './tones.ts';
import { twimlText } from './twimlText.ts';
import { browserTag, type Sentence, type Voice } from './voice.ts';

/** How long the other side rings at least: a telephone that is answered at once startles. */
const ringing = 900;
const second = 1000;

/** One telephone: rings, speaks, listens, and lets the time of silence pass like a real line. */
export class DemoTelephone {
  readonly #screen: Screen;
  readonly #tones: Tones;
  readonly #voice: Voice;
  #line = new CarrierLine();
  #view: PhoneView | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #failed: string;

  constructor({
    screen,
    tones,
    voice,
    failed,
  }: { screen: Screen; tones: Tones; voice: Voice; failed: string }) {
    this.#screen = screen;
    this.#tones = tones;
    this.#voice = voice;
    this.#failed = failed;
  }

  get isOpen(): boolean {
    return this.#view !== undefined && this.#view.state !== 'ended';
  }

  async call(from: string | null): Promise<void> {
    this.#line = new CarrierLine();
    this.#screen.begins();
    this.#screen.show('ringing');
    this.#tones.ringing();
    const [view] = await Promise.all([
      this.#line.dial(from).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, ringing)),
    ]);
    if (view) await this.#take(view);
    else this.#fails();
  }

  async press(key: string): Promise<void> {
    this.#tones.key(key);
    if (!this.isOpen) return;
    this.#voice.interrupt();
    this.#screen.does('pressed', this.#isSecret ? '•' : key);
    await this.#happens({ what: 'key', key });
  }

  async speak(words: string): Promise<void> {
    if (!this.isOpen) return;
    this.#voice.interrupt();
    this.#screen.does('said', words);
    await this.#happens({ what: 'words', words });
  }

  async dialled(status: 'completed' | 'no-answer'): Promise<void> {
    await this.#happens({ what: 'dialled', status });
  }

  /** The other side may do something of its own, as where a person takes the call. */
  async looks(): Promise<void> {
    const before = this.#view;
    if (!before || before.state === 'ended') return;
    const view = await this.#line.happens({ what: 'looks' }).catch(() => undefined);
    if (!view || this.#view !== before) return;
    if (view.heard.length === 0 && view.state === before.state) return;
    this.#voice.interrupt();
    this.#stopTicking();
    await this.#take(view);
  }

  async hangUp(): Promise<void> {
    if (!this.isOpen) return;
    this.#voice.interrupt();
    await this.#happens({ what: 'hangUp' });
  }

  /** A line that takes keys alone, and more than one of them, is asking for something that nobody should see. */
  get #isSecret(): boolean {
    return this.#view?.gathering?.words === false;
  }

  async #happens(event: PhoneEvent): Promise<void> {
    this.#stopTicking();
    try {
      await this.#take(await this.#line.happens(event));
    } catch {
      this.#fails();
    }
  }

  async #take(view: PhoneView): Promise<void> {
    this.#view = view;
    this.#screen.document(twimlText(view.document));
    this.#screen.keyed(view.gathering?.count ?? 0);
    const sentences = view.heard.filter((heard) => heard.what === 'say');
    if (sentences.length > 0) {
      this.#screen.show('speaking');
      if (!(await this.#voice.read(sentences, (place) => this.#hears(sentences[place])))) return;
    }
    if (view !== this.#view) return;
    this.#settles(view);
  }

  #hears(sentence: Sentence | undefined): void {
    if (sentence) this.#screen.hears(sentence.words, browserTag(sentence), sentence.slowly);
  }

  #settles({ state, gathering, heard, problems }: PhoneView): void {
    for (const problem of problems) this.#screen.tells(problem);
    if (state === 'ended') {
      this.#tones.over();
      this.#screen.show('ended');
    } else if (state === 'dialling') {
      this.#screen.show('dialling', heard.findLast(isDial)?.number);
    } else if (gathering) {
      this.#screen.show(gathering.words ? 'listening' : 'listeningKeys');
      this.#ticks(gathering.timeout);
    }
  }

  #ticks(seconds: number): void {
    let left = seconds;
    this.#stopTicking();
    this.#screen.timer(left);
    this.#ticking = setInterval(() => {
      left--;
      this.#screen.timer(left);
      if (left > 0) return;
      if (!this.#view?.gathering?.count) this.#screen.does('silent');
      void this.#happens({ what: 'silence' });
    }, second);
  }

  #stopTicking(): void {
    clearInterval(this.#ticking);
    this.#screen.timer(undefined);
  }

  #fails(): void {
    this.#view = undefined;
    this.#stopTicking();
    this.#screen.tells(this.#failed);
    this.#screen.show('ended');
  }
}

function isDial(heard: HeardOnPhone): heard is Extract<HeardOnPhone, { what: 'dial' }> {
  return heard.what === 'dial';
}
