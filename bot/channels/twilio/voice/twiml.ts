import twilio from 'twilio';
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { inBreaths } from './breath.ts';
import type { Tongue, Voices } from './voices.ts';

/** A sentence in a tongue; `slowly` where it is repeated because it was not understood. */
export type Saying = { text: string; tongue: Tongue; slowly?: boolean };

/** A person's telephone: a number (E.164) or a SIP address, with the headers that this one gets. */
export type PersonLine = { to: string; headers?: Readonly<Record<string, string>> };

/**
 * The caller's possible actions during and after the sentences. Times are in seconds.
 * - `keys`: one key, or any number until `#` or the timeout
 */
export type Listening = {
  action: string;
  keys: 'one' | 'many';
  speech: boolean;
  timeout: number;
  tongue: Tongue;
  hints?: readonly string[];
};

/**
 * The sentences of an answer and the call's next action. `earlier` are the breaths before the last one: between two the
 * line listens, and goes on by itself where nothing comes.
 */
export type CallAnswer = { sayings: readonly Saying[] } & (
  | { next: 'listen'; listening: Listening; earlier?: readonly (readonly Saying[])[] }
  | { next: 'dial'; line: PersonLine; action: string }
  | { next: 'wait'; action: string }
  | { next: 'go'; action: string }
  | { next: 'hangUp' }
);

/** The time that a person's telephone rings before the call comes back. */
const ringing = 25;
/** The silence between two breaths. */
const betweenBreaths = 1;
/** The pause that ends a spoken number; it is longer, because people read a card in groups of four. */
const pauseInNumber = '3';

/** Writes an answer as TwiML. Everything that a caller may interrupt is inside a `<Gather>`. */
export function twiml(answer: CallAnswer, voices: Voices): string {
  const response = new twilio.twiml.VoiceResponse();
  switch (answer.next) {
    case 'listen':
      for (const breath of answer.earlier ?? []) {
        sayAll(gather(response, answer.listening, voices, true), breath, voices);
      }
      sayAll(gather(response, answer.listening, voices), answer.sayings, voices);
      // Only a carrier without actionOnEmptyResult comes here; to us it counts as a silence.
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
      sayInBreaths(response, answer.sayings, voices);
      dial(response.dial({ action: answer.action, method: 'POST', timeout: ringing }), answer.line);
      break;
    case 'hangUp':
      sayInBreaths(response, answer.sayings, voices);
      response.hangup();
  }
  return response.toString();
}

/** A SIP address takes headers with the call, written after it like a query. */
function dial(dials: VoiceResponse.Dial, { to, headers = {} }: PersonLine): void {
  if (!/^sips?:/.test(to)) return void dials.number(to);
  const named = Object.entries(headers).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  dials.sip(named.length > 0 ? `${to}?${named.join('&')}` : to);
}

/** @param goesOn whether the document goes on where nothing comes; a long number has its full time even then */
function gather(
  response: VoiceResponse,
  { action, keys, speech, timeout, tongue, hints = [] }: Listening,
  voices: Voices,
  goesOn = false,
): VoiceResponse.Gather {
  return response.gather({
    action,
    method: 'POST',
    input: speech ? ['dtmf', 'speech'] : ['dtmf'],
    timeout: goesOn && keys === 'one' ? betweenBreaths : timeout,
    ...(!goesOn && { actionOnEmptyResult: true }),
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

/** Between two breaths there is a pause, where nothing is listened for. */
function sayInBreaths(response: VoiceResponse, sayings: readonly Saying[], voices: Voices): void {
  for (const [place, breath] of inBreaths(sayings.map((saying) => [saying])).entries()) {
    if (place > 0) response.pause({ length: betweenBreaths });
    sayAll(response, breath, voices);
  }
}

/** Four or more digits are read out one by one, in groups with pauses between. */
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

/** The digits in groups of four; the last group has up to five. */
function groups(number: string): string[] {
  const digits = number.replace(/\D/g, '');
  return digits.match(/\d{4}(?=\d{2})|\d{1,5}$/g) ?? [digits];
}
