import type { Language } from '../../../../kit/language.ts';
import type { Tongue } from './voices.ts';

/** The sentences of a call itself, beside those of the conversation. */
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

/** The source of a call's own sentences, the catalogue, which a channel does not know itself. */
export type CallSentences = {
  say(id: CallSentence, language: Language, facts?: Readonly<Record<string, string | number>>): string;
  /** "For English, press 3", in the words of each tongue. */
  pressFor(tongue: Tongue): string;
};
