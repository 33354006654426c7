import type { Language } from '../../kit/language.ts';
import { keepLanguage, pageLanguage } from '../../web/kit/pageLanguage.ts';
import { telephonePage } from '../../words/telephonePage.ts';
import { type Caller, Screen } from './screen.ts';
import { DemoTelephone } from './telephone.ts';
import { keys, Tones } from './tones.ts';
import { Voice } from './voice.ts';

const looksEvery = 1000;
let looking: ReturnType<typeof setInterval> | undefined;

const page = document.querySelector<HTMLElement>('#page');
if (page) put(page, pageLanguage());

/** Puts the telephone on the page; another language is a fresh one. */
function put(page: HTMLElement, language: Language): void {
  const callers: Caller[] = JSON.parse(page.dataset.callers ?? '[]');
  const tones = new Tones();
  const voice = new Voice();
  const screen: Screen = new Screen(language, callers, {
    call: (from) => void telephone.call(from),
    hangUp: () => void telephone.hangUp(),
    press: (key) => void telephone.press(key),
    speak: (said) => void telephone.speak(said),
    dialled: (status) => void telephone.dialled(status),
    sound: (isOn) => {
      tones.isOn = isOn;
      voice.isOn = isOn;
      if (!isOn) globalThis.speechSynthesis?.cancel();
    },
    language: (chosen) => {
      void telephone.hangUp();
      screen.leaves();
      keepLanguage(chosen);
      put(page, chosen);
    },
  });
  const telephone = new DemoTelephone({ screen, tones, voice, failed: telephonePage[language].failed });
  clearInterval(looking);
  looking = setInterval(() => void telephone.looks(), looksEvery);
  document.documentElement.lang = language;
  document.title = `${telephonePage[language].title} · Thawline`;
  page.replaceChildren(screen.root);
  // The keyboard is a keypad too, except where one types.
  document.onkeydown = ({ key, target, ctrlKey, altKey, metaKey }) => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (!isField && !ctrlKey && !altKey && !metaKey && keys.includes(key)) void telephone.press(key);
  };
  // Browsers load their voices in the background, from the first time that they are asked for.
  globalThis.speechSynthesis?.getVoices();
}
