import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReceivedActivity } from '../../bot/channels/botFramework/receivedActivity.ts';
import { readPostedActivity } from '../../bot/channels/directLine/postedActivity.ts';
import { keywordOf } from '../../bot/channels/twilio/messages/keywords.ts';
import { IncomingMessage } from '../../bot/channels/twilio/messages/messageRequest.ts';
import { CallStep, callerNumber } from '../../bot/channels/twilio/voice/callRequest.ts';
import { meaningOf } from '../../bot/channels/twilio/voice/meaning.ts';
import { readEncrypted, readMessage } from '../../bot/channels/weChat/weChatMessage.ts';
import { loggedError } from '../../kit/loggedError.ts';
import { checkTypedItem } from '../../services/contract/typedItem.ts';
import { messageXml } from '../bot/channels/weChat/weChatPlatform.ts';

/** Something that reads what a customer wrote or said. */
export type Reader = { name: string; read: (text: string) => unknown };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where what customers write is read. Every function that these export and that begins with a text is a reader. */
const modules = globSync(
  ['dialogs/**/*.ts', 'bot/**/*.ts', 'services/contract/*.ts', 'kit/customerText.ts', 'words/numbers/*.ts'],
  { cwd: root },
);
const exported =
  /^export (?:async function|function|const) (\w+)(?:<[^>]*>)?(?: = (?:async )?)?\(\s*\w+: string\b/gm;

/** Those whose text no customer writes: files of ours, settings, ids, the documents of the simulated carrier. */
export const notCustomers: readonly string[] = [
  ...[
    'alternatives',
    'spread',
    'underHeadings',
    'voicesWith',
    'sid',
    'senderOf',
    'activityId',
    'askAgainTwiml',
  ],
  ...['tongueFor', 'conversationKey', 'deliveryKey', 'channelOfId'],
  // What is sealed has passed its check.
  'seal',
  // A name that the bank's side gives, or that stands in what it has written.
  ...['suiteNamed', 'isKnownSuite'],
  // Documents, which are read below with a text in them, and where anybody may write one as what they are not.
  ...['readEncrypted', 'readMessage'],
  // The token of another desk of the bank, of which a digest is compared.
  'admits',
  // A file or a folder that an operator or an installation names.
  ...['openTopics', 'ownModel', 'checkModel', 'readModel', 'writeModel', 'writeModelFile', 'readModelFile'],
  ...['checkPassingModel', 'readPassingModel', 'writePassingModel'],
  ...[
    'checkModelFile',
    'unfitIn',
    'learnModels',
    'learnModel',
    'checkTopicModel',
    'readTopicModel',
    'writeTopicModel',
  ],
];

const card = { card: 'card_abcdefghijklmnopqrstuv', lastFour: '1114' };

/** What follows the text, where a reader wants more than that; more than one of them where it reads otherwise by it. */
export const further: Readonly<Record<string, readonly unknown[]>> = {
  alarmIn: [undefined],
  ownsUpIn: [undefined],
  chosenIn: [[{ title: 'Yes', value: 'yes' }]],
  findCaseCode: [{ secretAsked: false }],
  doubtIn: [{ intent: 'unfreeze', confidence: 0.5, by: 'model' }],
  documentWritten: [{ digits: '12345678901234567', start: 0, end: 17 }],
  keyed: [true],
  masked: [[]],
  namesOther: [card],
  normalText: [500],
  replaceNumbers: [() => undefined],
  saysYesToUnfreezing: ['1114'],
  secretsIn: [{ cardNumberAsked: true }],
  isOfBank: [undefined],
  // No text so long is sealed.
  sealItem: [{ item: 'identityDocument' }, {}],
  featurePlace: ['x'],
  sealedWords: [undefined],
  typedWords: [500],
};

/** Readers that begin with something else than a text, or are schemas. */
const others: Readonly<Record<string, (text: string) => unknown>> = {
  IncomingMessage: (Body) =>
    IncomingMessage.parse({
      MessageSid: `SM${'0'.repeat(32)}`,
      From: '+12025550101',
      Body,
      ButtonPayload: Body,
    }),
  CallStep: (SpeechResult) => CallStep.parse({ CallSid: `CA${'0'.repeat(32)}`, SpeechResult }),
  keywordOf: (Body) => keywordOf({ Body, OptOutType: undefined }),
  meaningOf: (SpeechResult) =>
    meaningOf({ CallSid: '', SpeechResult, Confidence: undefined }, { what: 'number' }),
  callerNumber: (From) => callerNumber({ From }),
  'checkTypedItem, a document': (text) => checkTypedItem('identityDocument', text),
  'checkTypedItem, a password': (text) => checkTypedItem('transactionPassword', text),
  loggedError: (text) => loggedError(new Error(text)),
  'readEncrypted, no document': (text) => refused(() => readEncrypted(text)),
  'readMessage, a text': (text) =>
    refused(() => readMessage(messageXml(follower, new Date(0), { MsgType: 'text', Content: text }))),
  readPostedActivity: (text) => readPostedActivity({ type: 'message', text }),
  readReceivedActivity: (text) => readReceivedActivity({ ...received, text }),
};
const follower = 'oGZUI0egBJY1zhBYw2KhdUfwVJ';
const received = {
  type: 'message',
  channelId: 'webchat',
  serviceUrl: 'https://example.invalid/',
  conversation: { id: 'c' },
  from: { id: 'u' },
  recipient: { id: 'b' },
};

/** What a reader returns, or the error by which it refuses the text. */
function refused(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

/** The names of all that is exported and begins with a text, with the module of each. */
export function exportedWithText(): Map<string, string> {
  const found = new Map<string, string>();
  for (const module of modules)
    for (const [, name = ''] of readFileSync(`${root}/${module}`, 'utf8').matchAll(exported))
      found.set(name, module);
  return found;
}

export async function readers(): Promise<Reader[]> {
  const found: Reader[] = Object.entries(others).map(([name, read]) => ({ name, read }));
  for (const [name, module] of exportedWithText()) {
    if (notCustomers.includes(name)) continue;
    const read: unknown = (await import(`../../${module}`))[name];
    if (typeof read !== 'function') throw new Error(`${module} exports no function ${name}`);
    if (read.length > 1 && !(name in further))
      throw new Error(`${name} wants more than a text: add it to "further"`);
    found.push({ name, read: (text) => read(text, ...(further[name] ?? [])) });
  }
  return found;
}
