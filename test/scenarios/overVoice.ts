import assert from 'node:assert/strict';
import { longestBreath } from '../../bot/channels/twilio/voice/breath.ts';
import { defaultVoices, tongues } from '../../bot/channels/twilio/voice/voices.ts';
import { telephoneRoutes } from '../../bot/telephone.ts';
import type { Reply } from '../../bot/turn/reply.ts';
import { Carrier } from '../../demo/carrier.ts';
import type { PhoneCall } from '../../demo/phoneCall.ts';
import { understand } from '../../dialogs/understanding/understand.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import type { Language } from '../../kit/language.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import { withArabicDigits } from '../../words/numbers/digits.ts';
import { attentive } from '../demo/attentive.ts';
import { tooLong } from '../demo/breaths.ts';
import { testKey } from '../testKey.ts';
import { type ScenarioChannel, type ScenarioConversation, type Sentence, sentence } from './channel.ts';
import { Overheard } from './overheard.ts';
import type { Turn } from './scenario.ts';
import type { ScenarioBank } from './scenarioBank.ts';
import { scenarioSentences } from './scenarioSentences.ts';

/** The key of the voice that a caller of each language chooses. */
const keyOf = (language: Language) =>
  String(tongues.findIndex((tongue) => defaultVoices[tongue].language === language) + 1);

/** The telephone over HTTP and a carrier in front of it; which sentence is said, only the conversation knows. */
class Line {
  readonly carrier: Carrier;
  readonly #overheard: Overheard;
  readonly #server: HttpServer;
  #port = 0;

  constructor(scenarioBank: ScenarioBank) {
    const { bank, terminal, log } = scenarioBank;
    this.#overheard = new Overheard(terminal);
    const clock = bank.now;
    const publicUrl = () => `http://127.0.0.1:${this.#port}`;
    const { sid, token } = developmentAccount;
    const routes = telephoneRoutes({
      sentences: scenarioSentences,
      account: { sid, tokens: [token] },
      ...{ voices: defaultVoices, store: bank.store, clock, log, publicUrl },
      turns: scenarioBank.turnsOf(this.#overheard),
      isUnfinished: (...left) => terminal.isUnfinished(...left),
      secret: () => [testKey(7)],
      agentPhone: undefined,
      agentHours: undefined,
    });
    this.#server = new HttpServer({ log, https: false, checks: { needed: {} }, routes: [routes] });
    this.carrier = new Carrier({ accountSid: sid, token, publicUrl });
  }

  async listens(): Promise<this> {
    this.#port = (await this.#server.listen('127.0.0.1', 0)).port;
    return this;
  }

  /** What the conversation said since it was last asked for. */
  said(): Reply[] {
    return this.#overheard.said();
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

class VoiceConversation implements ScenarioConversation {
  greeting: Sentence[] = [];
  readonly #line: Line;
  readonly #language: Language;
  readonly #call: PhoneCall;
  /** What the last question's keys stand for, from key 1. */
  #choices: string[] = [];

  constructor(line: Line, language: Language, call: PhoneCall) {
    this.#line = line;
    this.#language = language;
    this.#call = call;
  }

  async begins(): Promise<this> {
    this.greeting = await this.#hears(() => this.#call.press(keyOf(this.#language)));
    return this;
  }

  takes(turn: Turn): Promise<Sentence[]> {
    return this.#hears(() => this.#does(turn));
  }

  async waits(): Promise<never> {
    throw new Error('nobody waits for minutes with the telephone at the ear');
  }

  async #does(turn: Turn): Promise<void> {
    switch (turn.does) {
      case 'says':
        return this.#says(turn.text);
      case 'gives':
        return this.#call.press(`${turn.value.replace(/X$/i, '*')}#`);
      case 'isSilent':
        return this.#call.wait();
      case 'sends':
        throw new Error('nothing is sent by telephone');
    }
  }

  /** A choice by its key, a number by its digits where the line takes many, everything else aloud. */
  async #says(text: string): Promise<void> {
    const key = this.#choices.indexOf(text) + 1;
    if (key > 0) return this.#call.press(String(key));
    if (this.#call.gathering?.hearsWords === false) return this.#keysOnly(text);
    return this.#takesMany && /^\d+$/.test(text) ? this.#call.press(`${text}#`) : this.#call.speak(text);
  }

  /** Where a secret is asked for, a caller can key it or press zero for a person. */
  async #keysOnly(text: string): Promise<void> {
    const digits = withArabicDigits(text).replace(/[\s-]/g, '');
    if (/^\d+X?$/i.test(digits)) return this.#call.press(`${digits.replace(/X/i, '*')}#`);
    if (understand(text).intent === 'agent') return this.#call.press('0#');
    throw new Error(`where a secret is asked for the line takes keys alone, not "${text}"`);
  }

  get #takesMany(): boolean {
    return this.#call.documents.at(-1)?.includes('finishOnKey="#"') ?? false;
  }

  /** The conversation's sentences, once they have come over the wire, spoken and in their order. */
  async #hears(does: () => Promise<void>): Promise<Sentence[]> {
    const before = this.#call.heard.length;
    const documents = this.#call.documents.length;
    this.#line.said();
    await does();
    const said = this.#line.said();
    const heard = this.#call.heard.slice(before);
    const spoken = heard.map((one) => (one.what === 'say' ? bare(one.words) : '')).join('');
    let from = 0;
    for (const words of spokenOf(said)) {
      const place = spoken.indexOf(bare(words), from);
      assert.ok(place >= 0, `"${words}" was not said: ${spoken.slice(from)}`);
      from = place + bare(words).length;
    }
    assert.deepEqual(this.#call.problems, []);
    assert.deepEqual(tooLong(this.#call.documents.slice(documents), longestBreath), []);
    assert.notEqual(this.#call.state, 'ended', 'the call is over');
    const actions = said.at(-1)?.suggestedActions?.actions ?? [];
    this.#choices = this.#takesMany ? [] : actions.map(({ value }) => String(value));
    return said.map(sentence);
  }
}

/** What is heard of the replies: nothing is asked right behind the word that nobody is there. */
function spokenOf(replies: readonly Reply[]): string[] {
  const last = replies.findIndex(({ channelData }) => {
    const { leadsToPerson, nobodyThere } = channelData?.thawline ?? {};
    return leadsToPerson || nobodyThere;
  });
  const heard = last < 0 ? replies : replies.slice(0, last + 1);
  return heard.map(({ speak, text = '' }) => speak ?? text);
}

/** Numbers are read out in groups, so what stands between their digits does not count. */
const bare = (words: string) => words.replace(/[\s+]/g, '');

export async function overVoice(bank: ScenarioBank): Promise<ScenarioChannel> {
  const line = await new Line(bank).listens();
  return {
    name: 'voice',
    async begin(language, phone) {
      return new VoiceConversation(line, language, attentive(await line.carrier.call(phone))).begins();
    },
    close: () => line.close(),
  };
}
