import { withPlainSigns } from '../../bot/channels/twilio/messages/segments.ts';
import { messagingRoutes } from '../../bot/messaging.ts';
import { Carrier } from '../../demo/carrier.ts';
import { TextThread } from '../../demo/textThread.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import type { Language } from '../../kit/language.ts';
import { minutes as minute } from '../../kit/time.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import { testKey } from '../testKey.ts';
import { type ScenarioChannel, type ScenarioConversation, type Sentence, sentence } from './channel.ts';
import { Overheard } from './overheard.ts';
import type { Thing, Turn } from './scenario.ts';
import type { ScenarioBank } from './scenarioBank.ts';
import { scenarioSentences } from './scenarioSentences.ts';

/**
 * A customer on a telephone is asked one question more: for the card's number or its last four digits, and after a
 * report of a loss too.
 */
function asElsewhere(said: Sentence): Sentence[] {
  const as = (...ids: string[]) => ids.map((messageId) => ({ ...said, messageId }));
  switch (said.messageId) {
    case 'cardNumber.askByPhone':
      return as('cardNumber.ask');
    case 'freezing.which':
      return as('freezeOrReport', 'handoff.noted');
    case 'freezing.notHere':
      return [];
    default:
      return [said];
  }
}

/** A number whose country shows the language; the rest of it makes it somebody else's each time. */
const countryCodes: Record<Language, string> = { 'zh-Hans': '+8613', 'zh-Hant': '+8869', en: '+1202' };

/** What is no words, as Twilio brings it. */
const parameters: Partial<Record<Thing, Record<string, string>>> = {
  attachment: { NumMedia: '1', MediaContentType0: 'image/png', MediaUrl0: 'https://example.invalid/a.png' },
  location: { Latitude: '1', Longitude: '2' },
  sticker: { NumMedia: '1', MediaContentType0: 'image/webp', MessageType: 'sticker' },
};

class MessageConversation implements ScenarioConversation {
  /** Customers write first. */
  readonly greeting: Sentence[] = [];
  readonly #bank: ScenarioBank;
  readonly #thread: TextThread;
  /** Whether the number is a customer's. */
  readonly #isKnown: boolean;
  readonly #overheard: Overheard;

  constructor(bank: ScenarioBank, thread: TextThread, overheard: Overheard, isKnown: boolean) {
    this.#bank = bank;
    this.#isKnown = isKnown;
    this.#thread = thread;
    this.#overheard = overheard;
  }

  async takes(turn: Turn): Promise<Sentence[]> {
    const texts = await this.#sends(turn);
    if (this.#thread.problems.length > 0) throw new Error(this.#thread.problems.join('; '));
    // TwiML carries no ids of sentences: they are read where the conversation says them, and each must come over the wire.
    const said = this.#overheard.said().map(sentence);
    assertInOrder(said, texts);
    return this.#isKnown ? said : said.flatMap(asElsewhere);
  }

  async waits(minutes: number): Promise<void> {
    this.#bank.bank.passes(minutes * minute);
  }

  #sends(turn: Turn): Promise<string[]> {
    switch (turn.does) {
      case 'says':
        return this.#thread.send(turn.text);
      case 'gives':
        return this.#thread.send(turn.value);
      case 'sends':
        return this.#thread.send('', parameters[turn.thing] ?? noSense(turn.thing));
      case 'isSilent':
        return noSense('silence');
    }
  }
}

function noSense(what: string): never {
  throw new Error(`no message can be "${what}": the scenario should say "not on: SMS"`);
}

/** Where a long text was cut does not matter here. */
const closed = (text: string) => withPlainSigns(text).replace(/\s+/g, '');

function assertInOrder(said: readonly Sentence[], texts: readonly string[]): void {
  const wire = closed(texts.join('\n'));
  let place = 0;
  for (const { text, messageId } of said) {
    const found = wire.indexOf(closed(text), place);
    if (found < 0) throw new Error(`${messageId} did not come over the wire: ${texts.join(' | ')}`);
    place = found + closed(text).length;
  }
}

/** SMS over real, signed HTTP, as the carrier brings it. */
export async function overTwilioMessages(bank: ScenarioBank): Promise<ScenarioChannel> {
  const { log } = bank;
  const overheard = new Overheard(bank.terminal);
  let url = '';
  const publicUrl = () => url;
  const { sid, token } = developmentAccount;
  const routes = messagingRoutes({
    sentences: scenarioSentences,
    account: { sid, tokens: [token] },
    store: bank.bank.store,
    turns: bank.turnsOf(overheard),
    urgency: bank.terminal,
    secret: () => [testKey(7)],
    metrics: { sent: () => {} },
    agentPhone: undefined,
    clock: bank.bank.now,
    publicUrl,
    log,
  });
  const server = new HttpServer({ log, https: false, checks: { needed: {} }, routes: [routes] });
  url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  const carrier = new Carrier({ accountSid: sid, token, publicUrl });
  let begun = 0;
  return {
    name: 'SMS',
    async begin(language: Language, phone?: string) {
      const from = phone ?? `${countryCodes[language]}${String(++begun).padStart(7, '0')}`;
      return new MessageConversation(bank, new TextThread(carrier, from), overheard, phone !== undefined);
    },
    close: () => server.close(),
  };
}
