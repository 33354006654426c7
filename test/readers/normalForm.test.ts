import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type Reader, readers } from './readers.ts';

/** What is given the normal form by the reader that calls it, or only laid out for eyes and logs. */
const furtherIn: Readonly<Record<string, string>> = {
  afterYes: 'reads plain text',
  asksToUnfreeze: 'reads plain text',
  conceptsIn: 'reads plain text',
  contextsIn: 'reads plain text',
  coreOf: 'reads plain text',
  featurePlace: 'reads a feature of plain text',
  featuresOf: 'reads plain text',
  guardOf: 'reads plain text',
  isAboutCard: 'reads plain text',
  isPlainRequest: 'reads plain text',
  namesReport: 'reads plain text',
  namesUnfreezing: 'reads plain text',
  outlineOf: 'reads plain text',
  overcomesLoss: 'reads plain text',
  reportsLoss: 'reads plain text',
  saysUnfreezing: 'reads plain text',
  scoresOf: 'reads plain text',
  speaksOfOtherThings: 'reads plain text',
  wishWithin: 'reads plain text',
  numbersOf: 'reads normal text',
  tokensOf: 'reads normal text',
  channelIdOf: 'keeps the id of a channel as it is',
  inGroups: 'parts what is shown',
  loggedError: 'writes what is logged',
  receiptNumber: 'writes what is shown',
  secondsToSay: 'counts what is said',
};

const said = [
  ...['yes please', 'no, I lost it', 'stop', 'X', '#', '1', '2.', 'ok 1', 'yes, 1114', 'English', 'found it'],
  ...[
    'unfreeze my card',
    'please unblock it',
    'is it safe',
    'when was it frozen',
    'which of my cards are frozen',
  ],
  ...[
    'send me a link',
    'call me back',
    'one moment please',
    'another day',
    'back to the bot',
    'the other card',
  ],
  ...['my card is 6200 0000 0000 0000 1111 4', 'A123456(7)', '1234 5678', 'code AB12-CD34', 'go on by phone'],
  ...[
    'that was not me',
    'my father died',
    '解冻我的卡1114',
    '不是我 OK',
    '我要link',
    'my visa 6200000000000011114',
  ],
];

/** The same letters, digits and signs as a Chinese keyboard writes them. */
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** What a reader makes of a text; where it hands on the text itself, that is named as it was first written. */
async function made({ read }: Reader, text: string, written = text): Promise<unknown> {
  const inJson = (_: string, value: unknown) =>
    value instanceof Set || value instanceof Map ? [...value] : value === text ? written : value;
  try {
    return JSON.parse(JSON.stringify((await read(text)) ?? null, inJson));
  } catch (error) {
    return String(error);
  }
}

async function readsOtherwise(reader: Reader): Promise<string[]> {
  const found: string[] = [];
  for (const text of said)
    if (!isDeepStrictEqual(await made(reader, text), await made(reader, fullWidth(text), text)))
      found.push(text);
  return found;
}

describe('every reader of what customers write', () => {
  it('takes one normal form: the width of letters and digits changes nothing', async () => {
    const complaints: string[] = [];
    for (const reader of await readers()) {
      if (reader.name in furtherIn) continue;
      const texts = await readsOtherwise(reader);
      if (texts.length > 0)
        complaints.push(`${reader.name} reads ${texts.join(', ')} otherwise in full width`);
    }
    assert.deepEqual(complaints, []);
  });

  it('is excepted only where it is one, and is given that form', async () => {
    const names = new Set((await readers()).map(({ name }) => name));
    assert.deepEqual(
      Object.keys(furtherIn).filter((name) => !names.has(name)),
      [],
    );
  });

  it('is complained of where it reads a text as it was typed', async () => {
    const typed: Reader = { name: 'typed', read: (text) => /unfreeze/.test(text) };
    assert.deepEqual(await readsOtherwise(typed), ['unfreeze my card']);
  });
});
