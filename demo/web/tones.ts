/** The two tones of each key, in hertz (ITU-T Q.23). */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
export const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

const keyTone = 0.16;
const loudness = 0.08;

/** The tones of a telephone. Browsers make no sound before the reader has clicked: the context is made with the first tone. */
export class Tones {
  #context: AudioContext | undefined;
  isOn = true;

  key(key: string): void {
    const place = keys.indexOf(key);
    this.#play([rows[Math.floor(place / 3)] ?? 0, columns[place % 3] ?? 0], keyTone);
  }

  /** The ringing that a caller hears. */
  ringing(): void {
    this.#play([440, 480], 0.9);
  }

  /** Three short ones: the other side has hung up. */
  over(): void {
    for (const start of [0, 0.3, 0.6]) this.#play([480, 620], 0.2, start);
  }

  #play(frequencies: readonly number[], seconds: number, after = 0): void {
    if (!this.isOn) return;
    this.#context ??= new AudioContext();
    const { currentTime, destination } = this.#context;
    const begin = currentTime + after;
    for (const frequency of frequencies) {
      const oscillator = this.#context.createOscillator();
      const gain = this.#context.createGain();
      oscillator.frequency.value = frequency;
      gain.gain.setValueAtTime(0, begin);
      gain.gain.linearRampToValueAtTime(loudness, begin + 0.01);
      gain.gain.setValueAtTime(loudness, begin + seconds - 0.02);
      gain.gain.linearRampToValueAtTime(0, begin + seconds);
      oscillator.connect(gain).connect(destination);
      oscillator.start(begin);
      oscillator.stop(begin + seconds);
    }
  }
}
