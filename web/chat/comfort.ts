import type { Language } from '../../kit/language.ts';

/** What makes the page easier for somebody, by how the address asks for it: `?largePrint=on`. */
export type Comfort = { largePrint: boolean; readAloud: boolean };

const names = ['largePrint', 'readAloud'] as const satisfies readonly (keyof Comfort)[];
const place = (name: keyof Comfort) => `thawline.${name}`;

/** As it was chosen in this tab, or as the address asks. */
export function comfortAsked(): Comfort {
  const asked = new URLSearchParams(location.search);
  const isOn = (name: keyof Comfort) => (sessionStorage.getItem(place(name)) ?? asked.get(name)) === 'on';
  const [largePrint = false, readAloud = false] = names.map(isOn);
  return { largePrint, readAloud: readAloud && canRead };
}

export function keepComfort(comfort: Comfort): void {
  for (const name of names) {
    const isKept = sessionStorage.getItem(place(name)) !== null;
    if (comfort[name] || isKept) sessionStorage.setItem(place(name), comfort[name] ? 'on' : 'off');
  }
  document.documentElement.classList.toggle('large-print', comfort.largePrint);
}

/** Whether this browser can speak at all. */
export const canRead = typeof speechSynthesis !== 'undefined';

/** The voices that devices have: Mandarin for both scripts, but for Hong Kong's own readers, who choose it on their device. */
const voices: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

/** Reads words aloud, slower than a voice does by itself; the ones before are broken off. */
export function reads(words: string, language: Language): void {
  if (!canRead) return;
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(words);
  said.lang = voices[language];
  said.rate = 0.9;
  speechSynthesis.speak(said);
}

export function stopsReading(): void {
  if (canRead) speechSynthesis.cancel();
}
