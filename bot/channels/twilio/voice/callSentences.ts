import type { Language } from '../../../../kit/language.ts';
import type { Tongue } from './voices.ts';

/** What a call says beside the conversation itself. */
export type CallSentence =
  | 'press'
  | 'oneMoment'
  | 'stillWorking'
  | 'noSuchKey'
  | 'unclear'
  | 'keypadOnly'
  | 'startAgain'
  | 'connecting'
  | 'nobodyThere'
  | 'resume'
  | 'resumeYes'
  | 'resumeNo'
  | 'trouble'
  | 'goodbye';

/** Where a call's own sentences come from: the catalogue, which a channel does not know. */
export type CallSentences = {
  say(id: CallSentence, language: Language, facts?: Readonly<Record<string, string | number>>): string;
  /** "For English, press 3": each tongue in its own words. */
  pressFor(tongue: Tongue): string;
};
