import assert from 'node:assert/strict';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { Carrier } from '../../demo/carrier.ts';

type Posted = { path: string; parameters: Record<string, string> };

/** A carrier whose service answers from a script: a document, or a status. */
function carrierWith(answers: (string | number)[]) {
  const posted: Posted[] = [];
  const send = async (url: string | URL | Request, { body, headers }: RequestInit = {}) => {
    const parameters = Object.fromEntries(new URLSearchParams(String(body))) as Record<string, string>;
    const { 'X-Twilio-Signature': signature } = headers as Record<string, string>;
    assert.equal(signature, getExpectedTwilioSignature('token', String(url), parameters));
    const path = new URL(String(url)).pathname;
    if (path === '/twilio/status') return new Response(null, { status: 204 });
    posted.push({ path, parameters });
    const answer = answers.shift() ?? '<Hangup/>';
    return typeof answer === 'number'
      ? new Response('', { status: answer })
      : new Response(`<Response>${answer}</Response>`);
  };
  const publicUrl = () => 'https://bank.example';
  return { carrier: new Carrier({ accountSid: 'AC0', token: 'token', publicUrl, send }), posted };
}

describe('a call of the simulator', () => {
  it('posts what was gathered to the action, and follows redirects', async () => {
    const { carrier, posted } = carrierWith([
      '<Redirect>/next</Redirect>',
      '<Gather action="/keys" numDigits="2"><Say>Two</Say></Gather>',
      '<Say>Bye</Say>',
    ]);
    const call = await carrier.call('+12025550101');
    await call.press('12');
    assert.deepEqual(
      posted.map(({ path }) => path),
      ['/twilio/voice', '/next', '/keys'],
    );
    assert.equal(posted[2]?.parameters.Digits, '12');
    assert.equal(call.state, 'ended');
    assert.deepEqual(
      call.heard.map((heard) => heard.what === 'say' && heard.words),
      ['Two', 'Bye'],
    );
  });

  it('loses keys that nobody gathers', async () => {
    const { carrier, posted } = carrierWith(['<Dial action="/back">+1</Dial>', '<Hangup/>']);
    const call = await carrier.call(undefined);
    await call.press('123');
    assert.equal(call.state, 'dialling');
    await call.dialled('no-answer');
    assert.deepEqual(posted[1]?.parameters.DialCallStatus, 'no-answer');
    assert.equal(posted[0]?.parameters.From, undefined);
  });

  it('goes on after a gather without input, and after a dial without an action', async () => {
    const { carrier } = carrierWith(['<Gather/><Dial>+1</Dial><Say>Last</Say>']);
    const call = await carrier.call(undefined);
    await call.wait();
    await call.dialled('completed');
    assert.deepEqual(call.heard.at(-1), {
      what: 'say',
      words: 'Last',
      language: '',
      voice: '',
      slowly: false,
    });
  });

  for (const [title, answers] of Object.entries({
    'a status that is no success': [500],
    'no TwiML': ['<Say>'],
    'a redirect without an end': Array.from({ length: 1100 }, () => '<Redirect>/x</Redirect>'),
  })) {
    it(`tells the caller of an application error, and ends: ${title}`, async () => {
      const { carrier } = carrierWith(answers);
      const call = await carrier.call(undefined);
      assert.equal(call.state, 'ended');
      assert.equal(call.problems.length, 1);
      const last = call.heard.at(-1);
      assert.match(last?.what === 'say' ? last.words : '', /application error/);
    });
  }
});
