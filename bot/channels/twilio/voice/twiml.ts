import twilio from 'twilio';
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { Tongue, Voices } from './voices.ts';

/** One sentence in a tongue; `slowly` where it was not heard before. */
export type Saying = { text: string; tongue: Tongue; slowly?: boolean };

/**
 * What the caller can do while and after the sentences are said. Times in seconds.
 * - `keys`: one key, or as many as are pressed until `#` or the timeout
 */
export type Listening = {
  action: string;
  keys: 'one' | 'many';
  speech: boolean;
  timeout: number;
  tongue: Tongue;
  hints?: readonly string[];
};

/** What a call does next. */
export type Answer = { sayings: readonly Saying[] } & (
  | { next: 'listen'; listening: Listening }
  | { next: 'dial'; number: string; action: string }
  | { next: 'wait'; action: string }
  | { next: 'go'; action: string }
  | { next: 'hangUp' }
);

/** How long the telephone of a person rings before the call comes back. */
const ringing = 25;
/** The end of speech after a longer pause: people read a card in groups of four. */
const pauseInNumber = '3';

/** Writes an answer as TwiML. Whatever a caller should be able to interrupt stands inside a `<Gather>`. */
export function twiml(answer: Answer, voices: Voices): string {
  const response = new twilio.twiml.VoiceResponse();
  switch (answer.next) {
    case 'listen':
      sayAll(gather(response, answer.listening, voices), answer.sayings, voices);
      // Only a carrier that knows no actionOnEmptyResult comes here: its silence is a silence too.
      response.redirect({ method: 'POST' }, answer.listening.action);
      break;
    case 'wait': {
      const { action } = answer;
      const attributes = { action, method: 'POST', input: ['dtmf' as const], numDigits: 1, timeout: 1 };
      sayAll(response.gather({ ...attributes, actionOnEmptyResult: true }), answer.sayings, voices);
      response.redirect({ method: 'POST' }, action);
      break;
    }
    case 'go':
      sayAll(response, answer.sayings, voices);
      response.redirect({ method: 'POST' }, answer.action);
      break;
    case 'dial':
      sayAll(response, answer.sayings, voices);
      response.dial({ action: answer.action, method: 'POST', timeout: ringing }, answer.number);
      break;
    case 'hangUp':
      sayAll(response, answer.sayings, voices);
      response.hangup();
  }
  return response.toString();
}

function gather(response: VoiceResponse, listening: Listening, voices: Voices): VoiceResponse.Gather {
  const { action, keys, speech, timeout, tongue, hints = [] } = listening;
  return response.gather({
    action,
    method: 'POST',
    input: speech ? ['dtmf', 'speech'] : ['dtmf'],
    timeout,
    actionOnEmptyResult: true,
    ...(keys === 'one' ? { numDigits: 1, finishOnKey: '' } : { finishOnKey: '#' }),
    ...(speech && {
      language: voices[tongue].listen,
      speechTimeout: keys === 'one' ? 'auto' : pauseInNumber,
      ...(hints.length > 0 && { hints: hints.join(', ') }),
    }),
  });
}

type Speaks = Pick<VoiceResponse, 'say'>;

function sayAll(speaks: Speaks, sayings: readonly Saying[], voices: Voices): void {
  for (const saying of sayings) say(speaks, saying, voices);
}

/** Four digits in a row or more are a number that is read out: one by one, in groups, with pauses between. */
const readOut = /(\+?\d[\d ]{2,}\d)/;

function say(speaks: Speaks, { text, tongue, slowly }: Saying, voices: Voices): void {
  const node = speaks.say(voices[tongue].say, '');
  const words = slowly ? node.prosody({ rate: 'slow' }, '') : node;
  for (const [place, part] of text.split(readOut).entries()) {
    if (place % 2 === 0) {
      if (part !== '') words.addText(part);
      continue;
    }
    for (const [nth, group] of groups(part).entries()) {
      if (nth > 0) words.break({ strength: 'medium' });
      words.sayAs({ 'interpret-as': 'characters' }, group);
    }
  }
}

/** Groups of four, the last of up to five. */
function groups(number: string): string[] {
  const digits = number.replace(/\D/g, '');
  return digits.match(/\d{4}(?=\d{2})|\d{1,5}$/g) ?? [digits];
}
