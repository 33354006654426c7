import { type Element, elementsOf, wordsOf } from './twimlDocument.ts';

/** What Twilio's reference allows of an element, as far as a call or a message like ours can come to it. */
type Rule = { attributes: Record<string, RegExp>; children: readonly string[]; text?: boolean };

const any = /^[^\n]{1,4000}$/s;
const whole = /^\d{1,3}$/;
const method = /^(GET|POST)$/;
const flag = /^(true|false)$/;
const ssml = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'];
const speech = ['Say', 'Play', 'Pause'];

/** A keypad has these keys; `finishOnKey` may name one, or none. */
const finishing = /^[\d*#]?$/;

const rules: Record<string, Rule> = {
  Response: {
    attributes: {},
    children: [...speech, 'Gather', 'Redirect', 'Dial', 'Hangup', 'Reject', 'Message'],
  },
  Message: { attributes: { action: any, method }, children: [], text: true },
  Say: { attributes: { voice: any, language: any, loop: whole }, children: ssml, text: true },
  Play: { attributes: { loop: whole, digits: any }, children: [], text: true },
  Pause: { attributes: { length: whole }, children: [] },
  Gather: {
    attributes: {
      action: any,
      method,
      input: /^(dtmf|speech|dtmf speech|speech dtmf)$/,
      timeout: whole,
      speechTimeout: /^(auto|\d{1,3})$/,
      maxSpeechTime: whole,
      finishOnKey: finishing,
      numDigits: whole,
      language: any,
      hints: any,
      bargeIn: flag,
      actionOnEmptyResult: flag,
      profanityFilter: flag,
      speechModel: any,
      enhanced: flag,
    },
    children: speech,
  },
  Redirect: { attributes: { method }, children: [], text: true },
  Dial: {
    attributes: { action: any, method, timeout: whole, callerId: any },
    children: ['Number', 'Sip'],
    text: true,
  },
  Number: { attributes: {}, children: [], text: true },
  Sip: { attributes: {}, children: [], text: true },
  Hangup: { attributes: {}, children: [] },
  Reject: { attributes: { reason: /^(rejected|busy)$/ }, children: [] },
  break: { attributes: { strength: any, time: any }, children: [] },
  prosody: { attributes: { rate: any, pitch: any, volume: any }, children: ssml, text: true },
  'say-as': { attributes: { 'interpret-as': any }, children: [], text: true },
};

/** `<Say>` and `<Message>` take so many characters, the document so many bytes. */
const longestSay = 4096;
const longestMessage = 1600;
const longestDocument = 64 * 1024;

/** What is wrong with a document by Twilio's reference; nothing for a good one. */
export function problemsOf(document: string, root: Element): string[] {
  const size = Buffer.byteLength(document);
  return [...(size > longestDocument ? [`a document of ${size} bytes`] : []), ...problemsIn(root)];
}

function problemsIn(element: Element): string[] {
  const { name, attributes, children } = element;
  const rule = rules[name];
  if (rule === undefined) return [`<${name}> is not known`];
  const wrong = Object.entries(attributes)
    .filter(([attribute, value]) => !(rule.attributes[attribute]?.test(value) ?? false))
    .map(([attribute]) => `<${name} ${attribute}> is not valid`);
  const misplaced = elementsOf(element)
    .filter((child) => !rule.children.includes(child.name))
    .map((child) => `<${child.name}> in <${name}>`);
  const hasText = children.some((node) => typeof node === 'string' && node.trim() !== '');
  return [
    ...wrong,
    ...misplaced,
    ...(hasText && !rule.text ? [`words in <${name}>`] : []),
    ...(name === 'Say' && wordsOf(element).trim() === '' ? ['an empty <Say>'] : []),
    ...(name === 'Say' && wordsOf(element).length > longestSay ? ['a <Say> that is too long'] : []),
    ...(name === 'Message' && wordsOf(element).trim() === '' ? ['an empty <Message>'] : []),
    ...(name === 'Message' && wordsOf(element).length > longestMessage
      ? ['a <Message> that is too long']
      : []),
    ...elementsOf(element).flatMap(problemsIn),
  ];
}
