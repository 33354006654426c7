import type { Tongue, Voices } from './voices.ts';

/** The sentences of a call itself, beside those of the conversation. */
export type CallSentence =
  | 'press'
  | 'pressForPerson'
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
  say(
    id: CallSentence,
    voice: Pick<Voices[Tongue], 'language' | 'locale'>,
    facts?: Readonly<Record<string, string | number>>,
  ): string;
  /** "For English, press 3", in the words of each tongue. */
  pressFor(tongue: Tongue): string;
};
