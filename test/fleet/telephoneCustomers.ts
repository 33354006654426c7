import { randomBytes } from 'node:crypto';
import type { MadeCard } from '../../bench/turns/madeCustomers.ts';
import { Carrier } from '../../demo/carrier.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import { persistently } from './persistently.ts';

const mostSteps = 60;

/** A carrier that brings the same again until it is answered. */
function carrierTo(url: string): Carrier {
  const { sid: accountSid, token } = developmentAccount;
  const send: typeof fetch = async (address, init = {}) => {
    const { method = 'POST', headers = {}, body = null } = init;
    const { status, text } = await persistently(String(address), { method, headers, body });
    return new Response(text, { status });
  };
  return new Carrier({ accountSid, token, publicUrl: () => url, send });
}

const phoneOf = (place: number) => `+1202${String(5_000_000 + place)}`;

/** What may be asked for, by the last words in which it is. */
type Cue = 'card' | 'yes' | 'document' | 'password' | 'unfrozen' | 'menu';
const cues: readonly [Exclude<Cue, 'unfrozen'>, RegExp][] = [
  ['menu', /check a card/gi],
  ['card', /card number/gi],
  ['yes', /shall I unfreeze/gi],
  ['document', /number of your identity document|identity document/gi],
  ['password', /transaction password/gi],
];

/** What is offered after the outcome asks for nothing. */
function cueIn(words: string): Cue | undefined {
  if (/is unfrozen/i.test(words)) return 'unfrozen';
  const last = (cue: RegExp) => [...words.matchAll(cue)].at(-1)?.index ?? -1;
  const found = cues.map(([cue, pattern]) => ({ cue, at: last(pattern) })).filter(({ at }) => at >= 0);
  return found.sort((one, other) => other.at - one.at)[0]?.cue;
}

/** Somebody who unfreezes a card by telephone: keys what is asked for, and waits while nothing is. */
export async function callsToUnfreeze(
  url: string,
  card: MadeCard,
  place: number,
  stepped: () => void,
): Promise<void> {
  const call = await carrierTo(url).call(phoneOf(place));
  const keys: Record<Exclude<Cue, 'unfrozen'>, string> = {
    menu: '1',
    card: `${card.number}#`,
    yes: '1',
    document: `${card.identityDocument.replace('X', '*')}#`,
    password: `${card.transactionPassword}#`,
  };
  let heard = call.heard.length;
  await call.press('3');
  for (let steps = 0; steps < mostSteps; steps++) {
    const words = call.heard.slice(heard).map((one) => (one.what === 'say' ? one.words : ''));
    const cue = cueIn(words.join(' '));
    if (cue === 'unfrozen') return call.hangUp();
    if (call.state !== 'gathering') throw new Error(`a call ended: ${call.problems} ${words.join(' ')}`);
    stepped();
    if (cue === undefined) await call.wait();
    else {
      heard = call.heard.length;
      await call.press(keys[cue]);
    }
  }
  throw new Error(`a call came to no end: ${JSON.stringify(call.heard.slice(heard))}`);
}

/** Somebody who unfreezes a card by SMS. */
export async function textsToUnfreeze(
  url: string,
  card: MadeCard,
  place: number,
  stepped: () => void,
): Promise<void> {
  const carrier = carrierTo(url);
  const answers: Record<Exclude<Cue, 'unfrozen'>, string> = {
    menu: 'check my card',
    card: card.number,
    yes: 'yes',
    document: card.identityDocument,
    password: card.transactionPassword,
  };
  let said = 'check my card';
  for (let steps = 0; steps < mostSteps; steps++) {
    const MessageSid = `SM${randomBytes(16).toString('hex')}`;
    const { replies, problems } = await carrier.text(phoneOf(place), said, { MessageSid });
    if (problems.length > 0) throw new Error(`a message was not answered: ${problems}`);
    const cue = cueIn(replies.join(' '));
    if (cue === 'unfrozen') return;
    stepped();
    // A caller who hears of trouble says the same once more.
    said = cue === undefined ? said : answers[cue];
  }
  throw new Error('messages came to no end');
}
