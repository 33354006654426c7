/** One sentence for the receiver, with the tags that TwiML gave it. */
export type Sentence = { words: string; language: string; voice: string; slowly: boolean };

/** What browsers call the languages that TwiML's voices are tagged with. */
const tags: Record<string, string> = {
  'cmn-CN': 'zh-CN',
  'cmn-TW': 'zh-TW',
  'yue-CN': 'zh-HK',
  'yue-HK': 'zh-HK',
};
/** A Polly voice can stand without a language: it has one of its own. */
const ownLanguages: Record<string, string> = { 'Polly.Hiujin-Neural': 'zh-HK' };

export function browserTag({ language, voice }: Pick<Sentence, 'language' | 'voice'>): string {
  return tags[language] ?? (language || ownLanguages[voice] || 'en-US');
}

/** How long a reader takes for a sentence that no voice reads out, in milliseconds. */
const perHan = 130;
const perSign = 35;
const shortest = 500;

function readingTime(words: string): number {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.max(shortest, han * perHan + (words.length - han) * perSign);
}

/** The shortest time for a sentence while the sound is off, when sentences follow each other at once. */
const quietly = 40;

/** Reads sentences out with the browser's own voices; without one it waits as long as reading takes. */
export class Voice {
  isOn = true;
  #round = 0;
  #stop: (() => void) | undefined;

  /** Reads one after the other. @returns whether it came to the end, and was not interrupted */
  async read(sentences: readonly Sentence[], begins: (place: number) => void): Promise<boolean> {
    this.interrupt();
    const round = this.#round;
    for (const [place, sentence] of sentences.entries()) {
      if (round !== this.#round) return false;
      begins(place);
      await this.#readOne(sentence);
    }
    return round === this.#round;
  }

  /** Falls silent at once. */
  interrupt(): void {
    this.#round++;
    globalThis.speechSynthesis?.cancel();
    this.#stop?.();
  }

  #readOne(sentence: Sentence): Promise<void> {
    return new Promise((resolve) => {
      const tag = browserTag(sentence);
      const voices = this.isOn ? (globalThis.speechSynthesis?.getVoices() ?? []) : [];
      const found = voices.find(({ lang }) => lang.replace('_', '-').toLowerCase() === tag.toLowerCase());
      const spoken = found ?? voices.find(({ lang }) => lang.slice(0, 2) === tag.slice(0, 2));
      const time = this.isOn ? readingTime(sentence.words) * (sentence.slowly ? 1.5 : 1) : quietly;
      // A voice that never says that it is done must not hold the line for ever.
      const timer = setTimeout(done, spoken ? time * 8 + 5000 : time);
      this.#stop = done;
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
      if (spoken === undefined) return;
      const utterance = new SpeechSynthesisUtterance(sentence.words);
      utterance.voice = spoken;
      utterance.lang = tag;
      utterance.rate = sentence.slowly ? 0.7 : 1;
      utterance.onend = done;
      utterance.onerror = done;
      speechSynthesis.speak(utterance);
    });
  }
}
