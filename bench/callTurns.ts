/** How long a telephone call's turn takes beside the least that can answer a call: `npm run bench`. */

import restify, { type Request, type Response } from 'restify';
import twilio from 'twilio';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { developmentAccount } from '../kit/twilioSettings.ts';
import { CallService } from '../test/demo/callService.ts';
import { liNa } from '../test/services/testBank.ts';
import { median } from './medians.ts';

const times = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 200);
const { sid: AccountSid, token } = developmentAccount;

/** restify, the signature, one sentence: what nobody can do without. */
async function bare(): Promise<{ url: string; close(): void }> {
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/twilio/voice', (request: Request, response: Response, next: () => void) => {
    const signature = String(request.headers['x-twilio-signature']);
    const isOurs = twilio.validateRequest(token, signature, `${url}/twilio/voice`, request.body);
    const answer = new twilio.twiml.VoiceResponse();
    answer.say(isOurs ? 'Hello.' : 'Goodbye.');
    response.sendRaw(200, answer.toString(), { 'Content-Type': 'text/xml' });
    next();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return { url, close: () => server.close() };
}

async function post(url: string, parameters: Record<string, string>): Promise<number> {
  const begun = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': getExpectedTwilioSignature(token, url, parameters),
    },
    body: new URLSearchParams(parameters),
  });
  await response.text();
  if (response.status !== 200) throw new Error(`answered with ${response.status}`);
  return performance.now() - begun;
}

const service = await CallService.open();
const least = await bare();
const turns: Record<string, string> = {
  'a call comes in': '',
  'the language': '3',
  'the choice to unfreeze': '2',
  'the card number, with its status': liNa.number,
  'no, not now': '2',
};
const series: Record<string, number[]> = { bare: [] };
for (let call = 0; call < times; call++) {
  const CallSid = `CA${call.toString(16).padStart(32, '0')}`;
  // A number of its own for each call: else the limit of queries would be measured.
  const parameters = { AccountSid, CallSid, From: `+1202${String(call).padStart(7, '0')}` };
  for (const [step, [name, Digits]] of Object.entries(turns).entries()) {
    series.bare?.push(await post(`${least.url}/twilio/voice`, parameters));
    const path = step === 0 ? '/twilio/voice' : `/twilio/voice/steps/${step}`;
    series[name] ??= [];
    series[name].push(await post(`${service.url}${path}`, { ...parameters, Digits }));
  }
}
const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
const base = median(series.bare ?? []);
process.stdout.write(`\nA turn of a call, ${times} calls one after the other\n`);
for (const [name, values] of Object.entries(series)) {
  const middle = median(values);
  process.stdout.write(
    `  ${name}: ${middle.toFixed(2)} ms, 99 % within ${percentile(values, 0.99).toFixed(1)} ms, ${(middle / base).toFixed(1)} times the bare one\n`,
  );
}
least.close();
await service.close();
