import { demoCustomers } from '../../demo/demoBank.ts';
import { ordinarySentences, type SentenceId } from '../../dialogs/messages/wording.ts';
import { Language } from '../../kit/language.ts';
import { FreezeReason } from '../../services/contract/freezeReason.ts';
import { type AuthenticationItem, authenticationItems } from '../../services/contract/items/index.ts';
import { catalogue, type MessageId } from '../../words/conversation.ts';
import { scenarioSentences } from './scenarioSentences.ts';

/** A sentence that the bot must say: its id, and words that must stand in its text. */
export type Expected = { messageId: SentenceId; containing: string[] };

/** What a customer can send that is no words. */
const things = ['attachment', 'location', 'sticker', 'adaptive card', 'the same form again'] as const;
export type Thing = (typeof things)[number];

export type Turn =
  | { does: 'says'; text: string }
  | { does: 'gives'; item: AuthenticationItem; value: string }
  | { does: 'sends'; thing: Thing }
  | { does: 'isSilent' };

type Step = { line: number } & (
  | { kind: 'customer'; turn: Turn }
  | { kind: 'bot'; expected: Expected[] }
  | { kind: 'speaks'; language: Language }
  | { kind: 'waits'; minutes: number }
  /** On the page of the newest link, beside the conversation; no item: it was not the customer. */
  | { kind: 'page'; item?: AuthenticationItem; value: string }
  | { kind: 'freezes'; number: string; reason: FreezeReason }
  | { kind: 'card'; lastFour: string; status: string }
  | { kind: 'cases'; waiting: number }
  /** Goes on in another conversation, which begins with the code that was given last. */
  | { kind: 'elsewhere' }
);

/** On what scenarios run; another channel is one more line here and in `scenarios.test.ts`. */
export const channelNames = ['in process', 'Direct Line', 'Bot Framework', 'voice', 'SMS'] as const;
export type ChannelName = (typeof channelNames)[number];

/** On which channels a scenario makes no sense, each with the reason. */
export type NotOn = Partial<Record<ChannelName, string>>;

/** One conversation as a bank's tester writes it; see the README beside this file. */
export type Scenario = {
  title: string;
  languages: Language[];
  notOn: NotOn;
  /** The registered phone that it is held from; a stranger's where nothing is said. */
  phone?: string;
  steps: Step[];
};

type Reader = (value: string, language: Language) => Omit<Step, 'line'> | undefined;

const says: Reader = (text, language) => ({
  kind: 'customer',
  turn: { does: 'says', text: spoken(text, language) },
});
const sends: Reader = (value) => {
  const thing = things.find((one) => one === value);
  return thing && { kind: 'customer', turn: { does: 'sends', thing } };
};
const gives =
  (item: AuthenticationItem): Reader =>
  (value) => ({ kind: 'customer', turn: { does: 'gives', item, value } });

const then: Reader = (value) => {
  const [, lastFour, status] = /^card (\d{4}) (frozen|active|closed)$/.exec(value) ?? [];
  if (lastFour && status) return { kind: 'card', lastFour, status };
  const [, count] = /^(\d+|no) cases? waits?$/.exec(value) ?? [];
  return count === undefined ? undefined : { kind: 'cases', waiting: count === 'no' ? 0 : Number(count) };
};

const readers: Record<string, Reader> = {
  customer: says,
  ...Object.fromEntries(authenticationItems.map((item) => [`gives ${item}`, gives(item)])),
  sends,
  silence: (value) => (value === '' ? { kind: 'customer', turn: { does: 'isSilent' } } : undefined),
  bot: (value) => ({ kind: 'bot', expected: expectedIn(value) }),
  speaks: (value) => {
    const language = Language.safeParse(value);
    return language.success ? { kind: 'speaks', language: language.data } : undefined;
  },
  waits: (value) => {
    const [, minutes] = /^(\d+) minutes$/.exec(value) ?? [];
    return minutes === undefined ? undefined : { kind: 'waits', minutes: Number(minutes) };
  },
  'page gives identityDocument': (value) => ({ kind: 'page', item: 'identityDocument', value }),
  'page gives transactionPassword': (value) => ({ kind: 'page', item: 'transactionPassword', value }),
  freezes: (value) => {
    const [, number = '', written] = /^(\d+) (\w+)$/.exec(value) ?? [];
    const reason = FreezeReason.safeParse(written);
    return reason.success ? { kind: 'freezes', number, reason: reason.data } : undefined;
  },
  page: (value) => (value === 'this was not me' ? { kind: 'page', value } : undefined),
  elsewhere: (value) => (value === 'gives the code' ? { kind: 'elsewhere' } : undefined),
  then,
};

/** What a scenario's header says of where it runs. @throws Error with what is wrong, and where */
export function headerOf(file: string, source: string): { languages: Language[]; notOn: NotOn } {
  const { languages, notOn } = headed(file, source);
  return { languages, notOn };
}

/**
 * A scenario in one of its languages: a quick reply such as `[choice.yes]` becomes its words in that language.
 * @throws Error naming the file, the line and what would be right
 */
export function readScenario(file: string, source: string, language: Language): Scenario {
  const { body, ...header } = headed(file, source);
  const steps = body.map(({ line, name, value }): Step => {
    const read = readers[name];
    if (!read) throw wrong(file, line, `"${name}" is none of: ${Object.keys(readers).join(', ')}`);
    let step: Omit<Step, 'line'> | undefined;
    try {
      step = read(value, language);
    } catch (error) {
      throw wrong(file, line, String(error instanceof Error ? error.message : error));
    }
    if (step === undefined) throw wrong(file, line, `"${name}" cannot be "${value}"`);
    return { ...step, line } as Step;
  });
  if (steps.at(-1)?.kind === 'customer') {
    throw wrong(file, body.at(-1)?.line ?? 0, 'a scenario ends with what the bot says or what then holds');
  }
  return { ...header, steps };
}

type Line = { line: number; name: string; value: string };

function headed(file: string, source: string): Omit<Scenario, 'steps'> & { body: Line[] } {
  const lines = source
    .split('\n')
    .map((text, place) => ({ line: place + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map(({ line, text }): Line => {
      if (text === 'silence') return { line, name: text, value: '' };
      const colon = text.indexOf(':');
      if (colon < 0) throw wrong(file, line, 'a line has a name, a colon and what belongs to it');
      return { line, name: text.slice(0, colon), value: text.slice(colon + 1).trim() };
    });
  const [title, languages, ...rest] = lines;
  if (title?.name !== 'title') throw wrong(file, 1, 'a scenario begins with "title:"');
  if (languages?.name !== 'languages') throw wrong(file, 2, 'after its title a scenario has "languages:"');
  const known = languages.value.split(',').map((tag) => Language.safeParse(tag.trim()));
  const first = rest.findIndex(({ name }) => name !== 'not on' && name !== 'phone of');
  const header = rest.slice(0, first);
  const owner = header.find(({ name }) => name === 'phone of');
  return {
    title: title.value,
    notOn: Object.fromEntries(
      header.filter(({ name }) => name === 'not on').map((line) => leftOut(file, line)),
    ),
    ...(owner && { phone: phoneOf(file, owner) }),
    body: rest.slice(first),
    languages: known.map(({ data }) => {
      if (data === undefined)
        throw wrong(file, languages.line, `languages are ${Language.options.join(', ')}`);
      return data;
    }),
  };
}

function phoneOf(file: string, { line, value }: Line): string {
  const owner = demoCustomers().find(({ cards }) => cards.some(({ number }) => number.endsWith(value)));
  if (!owner || !/^\d{4}$/.test(value))
    throw wrong(file, line, '"phone of" is the last four digits of a card of the demo bank');
  return owner.phone;
}

function leftOut(file: string, { line, value }: Line): [ChannelName, string] {
  const [, name, reason] = /^([^(]+) \((.+)\)$/.exec(value) ?? [];
  const channel = channelNames.find((one) => one === name);
  if (channel === undefined || reason === undefined)
    throw wrong(file, line, `"not on" is one of ${channelNames.join(', ')}, and a reason in brackets`);
  return [channel, reason];
}

function expectedIn(value: string): Expected[] {
  return value.split(/,\s*(?![^(]*\))/).map((one) => {
    const [, id = '', words] = /^(\S+)(?: \((.+)\))?$/.exec(one.trim()) ?? [];
    if (!scenarioSentences.has(id as SentenceId)) throw new Error(`there is no sentence "${id || one}"`);
    return { messageId: id as SentenceId, containing: words?.split(';').map((word) => word.trim()) ?? [] };
  });
}

/** Quick replies in brackets, and sentences with a card's last four digits, become their words; `\u200b` and the like what they stand for. */
function spoken(value: string, language: Language): string {
  const [, sentence, lastFour = ''] = /^\[([\w.]+)(?: (\d{4}))?\]$/.exec(value) ?? [];
  if (sentence !== undefined) {
    if (!(sentence in catalogue)) throw new Error(`there is no sentence "${sentence}"`);
    return ordinarySentences.text(language, sentence as MessageId, { lastFour });
  }
  return value.replace(/\\u([0-9a-f]{4})/gi, (_escape, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function wrong(file: string, line: number, what: string): Error {
  return new Error(`${file}:${line}: ${what}`);
}
