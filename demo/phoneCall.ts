import type { Carrier } from './carrier.ts';
import type { CallState, HeardOnPhone } from './contract/simulatedCall.ts';
import { Gathering } from './gathering.ts';
import { type Element, elementsOf, readTwiml, wordsOf } from './twimlDocument.ts';
import { problemsOf } from './twimlRules.ts';

/** More verbs than any call of ours needs, fewer than a loop of redirects. */
const mostVerbs = 1000;
const defaultDialTimeout = 30;

/** One call at a carrier: interprets the TwiML that the service answers, with Twilio's defaults. */
export class PhoneCall {
  readonly sid: string;
  readonly from: string | undefined;
  readonly heard: HeardOnPhone[] = [];
  /** What the carrier's debugger would show: TwiML that breaks a rule, and answers that are none. */
  readonly problems: string[] = [];
  /** Every document that the service answered with. */
  readonly documents: string[] = [];
  state: CallState = 'gathering';
  readonly #carrier: Carrier;
  #gathering: Gathering | undefined;
  #rest: Element[] = [];
  #address = '/twilio/voice';
  #dialAction: string | undefined;
  #verbs = 0;
  /** How often the service was asked. */
  #asked = 0;

  constructor(carrier: Carrier, { sid, from }: { sid: string; from: string | undefined }) {
    this.#carrier = carrier;
    this.sid = sid;
    this.from = from;
  }

  /** What the call waits for now, with the time of silence that ends it in seconds. */
  get gathering(): Gathering | undefined {
    return this.state === 'gathering' ? this.#gathering : undefined;
  }

  /** How long the person's telephone rings, in seconds. */
  dialTimeout = defaultDialTimeout;

  async begin(): Promise<void> {
    await this.#ask(this.#address, {}, 'ringing');
  }

  /** Presses keys, one after the other; those that nobody gathers are lost, as on a real line. */
  async press(keys: string): Promise<void> {
    for (const key of keys) {
      const done = this.gathering?.press(key);
      if (done) await this.#gathered(done);
    }
  }

  async speak(words: string, confidence = 0.9): Promise<void> {
    const done = this.gathering?.hear(words, confidence);
    if (done) await this.#gathered(done);
  }

  /** Lets the time of silence pass. */
  async wait(): Promise<void> {
    const done = this.gathering?.timeout();
    if (done) await this.#gathered(done);
  }

  /** Says nothing between two breaths, until the line waits for the caller. */
  async hearsOut(): Promise<void> {
    while (this.gathering?.goesOn && this.gathering.count === 0) {
      const done = this.gathering.timeout();
      await this.#gathered(done);
    }
  }

  /** The person's telephone was answered and the talk is over, or nobody answered. */
  async dialled(status: 'completed' | 'no-answer' | 'busy'): Promise<void> {
    if (this.state !== 'dialling') return;
    if (this.#dialAction !== undefined) await this.#ask(this.#dialAction, { DialCallStatus: status });
    else await this.#run();
  }

  /** Takes the call out of whatever it does, as where somebody updates it through the carrier's REST side. */
  async redirect(address: string): Promise<void> {
    if (this.state === 'ended') return;
    this.#gathering = undefined;
    this.#rest = [];
    this.state = 'gathering';
    await this.#ask(address, {});
  }

  async hangUp(): Promise<void> {
    if (this.state !== 'ended') await this.#end();
  }

  async #gathered({
    action,
    parameters,
  }: {
    action: string | undefined;
    parameters: Record<string, string> | undefined;
  }) {
    this.#gathering = undefined;
    if (parameters === undefined) await this.#run();
    else await this.#ask(action ?? this.#address, parameters);
  }

  /** Asks the service for the next document and runs it. */
  async #ask(path: string, parameters: Record<string, string>, status?: string): Promise<void> {
    const asked = ++this.#asked;
    const sent = { ...this.#carrier.parameters(this.sid, this.from, status), ...parameters };
    const { document, problem } = await this.#carrier.post(path, sent);
    // What was asked for before the call was taken out of it is not run any more.
    if (this.state === 'ended' || asked !== this.#asked) return;
    if (problem !== undefined) return this.#fails(problem);
    this.#address = path;
    this.documents.push(document);
    try {
      const root = readTwiml(document);
      this.problems.push(...problemsOf(document, root));
      this.#rest = elementsOf(root);
    } catch (error) {
      return this.#fails(error instanceof Error ? error.message : 'not TwiML');
    }
    await this.#run();
  }

  async #run(): Promise<void> {
    for (let verb = this.#rest.shift(); verb; verb = this.#rest.shift()) {
      if (++this.#verbs > mostVerbs) return this.#fails('a call without an end');
      switch (verb.name) {
        case 'Gather':
          for (const child of elementsOf(verb)) this.#hears(child);
          this.#gathering = new Gathering(verb.attributes);
          this.state = 'gathering';
          return;
        case 'Redirect':
          this.state = 'gathering';
          return this.#ask(wordsOf(verb), {});
        case 'Dial':
          this.heard.push({ what: 'dial', number: wordsOf(verb) });
          this.dialTimeout = Number(verb.attributes.timeout ?? defaultDialTimeout);
          this.#dialAction = verb.attributes.action;
          this.state = 'dialling';
          return;
        case 'Hangup':
        case 'Reject':
          return this.#end();
        default:
          this.#hears(verb);
      }
    }
    await this.#end();
  }

  #hears(verb: Element): void {
    const { voice = '', language = '', length = '1' } = verb.attributes;
    const slowly = elementsOf(verb).some(
      ({ name, attributes }) => name === 'prosody' && attributes.rate === 'slow',
    );
    if (verb.name === 'Say') this.heard.push({ what: 'say', words: wordsOf(verb), language, voice, slowly });
    if (verb.name === 'Play') this.heard.push({ what: 'play', address: wordsOf(verb) });
    if (verb.name === 'Pause') this.heard.push({ what: 'pause', seconds: Number(length) });
  }

  /** What callers hear of a service that answers wrongly, before the line goes dead. */
  async #fails(problem: string): Promise<void> {
    this.problems.push(problem);
    const words = 'We are sorry. An application error has occurred. Goodbye.';
    this.heard.push({ what: 'say', words, language: 'en-US', voice: '', slowly: false });
    await this.#end();
  }

  async #end(): Promise<void> {
    this.state = 'ended';
    this.#gathering = undefined;
    await this.#carrier.post('/twilio/status', this.#carrier.parameters(this.sid, this.from, 'completed'));
  }
}
