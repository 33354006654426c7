import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PhoneCall } from '../../demo/phoneCall.ts';
import { seconds } from '../../kit/time.ts';
import { isLong } from '../counts.ts';
import { Thawline } from '../journeys/thawline.ts';
import * as progress from '../progress.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type AskedOfCarrier, CarrierOutside } from './carrierOutside.ts';

/** Kills of the process, each with something on its way on the web, by SMS and to a call: 201 between writing and delivery. */
const kills = isLong ? 67 : 7;
const linesEach = 3;
/** A line is told within some tens of milliseconds. */
const longestTelling = 60;
/** What died in its telling is told again after this. */
const toldAgainAfter = 6 * seconds;
const token = 'the-token-of-another-desk-of-the-bank';
const telephones: Record<string, string> = {
  wang: 'sip:wang@pbx.bank.example;transport=tls',
  li: '+12025550177',
};

/** Where it dies: at some moment, or as the carrier is asked, with or without having done it. */
const places: readonly ({ asked: AskedOfCarrier; taken: boolean } | undefined)[] = [
  undefined,
  { asked: 'text', taken: true },
  { asked: 'call', taken: false },
  undefined,
  { asked: 'text', taken: false },
  { asked: 'call', taken: true },
];

describe('what an agent writes while the process is killed', function () {
  this.timeout(30 * 60_000);
  const folder = temporaryFolder();
  let clockAhead = 0;
  let outside: CarrierOutside;
  let thawline: Thawline;
  before(async () => {
    outside = await CarrierOutside.open(
      () => thawline.url,
      () => new Date(Date.now() + clockAhead),
    );
    const lines = Object.entries(telephones).map(([login, to]) => `${login}=${to}`);
    const settings = {
      ...{ DESK: 'on', DESK_TOKEN: token, AGENT_LINES: lines.join() },
      ...{ TWILIO_API_URL: outside.url, CROSSINGS_FILE: join(folder.path, 'crossings') },
    };
    thawline = await Thawline.started(settings, { preload: 'test/kills/crossings.ts' });
  });
  after(async () => {
    await outside.close();
    await thawline.close();
    folder.remove();
  });

  async function asks(path: string, body?: object, login = 'wang'): Promise<Record<string, unknown>> {
    const headers = {
      ...{ Authorization: `Bearer ${token}`, 'Thawline-Agent': login },
      'Content-Type': 'application/json',
    };
    const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
    const response = await fetch(`${thawline.url}/desk/api/${path}`, init);
    return (await response.json()) as Record<string, unknown>;
  }
  const does = async (path: string, body: object, login?: string) =>
    assert.deepEqual(await asks(path, body, login), { outcome: 'done' }, path);

  /** The case that nobody has yet, taken. */
  async function taken(): Promise<string> {
    const { cases } = (await asks('cases')) as { cases: { case: string; agent: string | null }[] };
    const id = cases.find(({ agent }) => agent === null)?.case ?? assert.fail('no case');
    await does(`cases/${id}/claim`, {});
    return id;
  }
  let state = () => '';
  async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      if (await holds()) return;
      await setTimeout(50);
    }
    assert.fail(`${what}\n${state()}\n${thawline.failures}`);
  }
  const lineIn = (text: string) => /line \d+\.\d+$/.exec(text)?.[0] ?? [];
  const dialled = (call: PhoneCall) =>
    call.heard.flatMap((heard) => (heard.what === 'dial' ? (heard.number.split('?')[0] ?? '') : []));

  it(`comes in order and once, on the web, by SMS and to a call: ${3 * kills} kills between writing and delivery`, async () => {
    for (const login of ['wang', 'li']) await asks('presence', { paused: false }, login);
    const started = await thawline.start();
    await thawline.say(started, 'talk to a person');
    const web = await taken();
    await outside.carrier.text('+12025550188', 'talk to a person');
    const sms = await taken();
    const call = await outside.carrier.call('+12025550189');
    await call.press('3');
    await call.press('0');
    const spoken = await taken();
    state = () => JSON.stringify([call.state, call.problems, call.heard.slice(-4)]);
    await until('the call was not put through', () => call.state === 'dialling');
    const put = ['wang'];
    const written: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const place = places[kill % places.length];
      let died: Promise<void> | undefined;
      let killedAt = 0;
      const dies = () => {
        killedAt = Date.now();
        died = thawline.kill();
      };
      if (place) outside.next(place.asked, { taken: place.taken, dies });
      const [from = '', to = ''] = kill % 2 === 0 ? ['wang', 'li'] : ['li', 'wang'];
      // What gets no answer is sent again under the same id, as the page does.
      const again: (() => Promise<void>)[] = [];
      const sends = async (path: string, body: object, login?: string) => {
        again.push(() => does(path, body, login));
        await asks(path, body, login).catch(() => {});
      };
      for (let line = 0; line < linesEach; line++) {
        const text = `line ${kill}.${line}`;
        await Promise.all([web, sms].map((id) => sends(`cases/${id}/lines`, { id: randomUUID(), text })));
        written.push(text);
      }
      put.push(to);
      const passes = () => asks(`cases/${spoken}/pass`, { to }, from);
      await passes().catch(() => {});
      if (place) await until('the carrier was not asked', () => died !== undefined);
      else {
        await setTimeout(randomInt(longestTelling));
        dies();
      }
      await died;
      // How long a machine with much to do takes for all this counts for nobody: an agent would be gone.
      clockAhead += toldAgainAfter - (Date.now() - killedAt);
      await thawline.up({ CLOCK_AHEAD: String(clockAhead) });
      for (const one of again) await one();
      assert.match(String((await passes()).outcome), /^(done|taken)$/, 'passed on by now, or before');
      await until(`kill ${kill}, the call was not put through to ${to}`, () => {
        return call.state === 'dialling' && dialled(call).at(-1) === telephones[to];
      });
      progress.say(`${3 * (kill + 1)} kills`, kill % 20 === 19);
    }
    /** One page of the conversation after the other. */
    const onWeb = async () => {
      const lines: string[] = [];
      for (let watermark = ''; ; ) {
        const path = `/v3/directline/conversations/${started.conversationId}/activities?watermark=${watermark}`;
        const { body } = await thawline.call('GET', path, { token: started.token });
        const { activities, watermark: next } = body as {
          activities: { text?: string }[];
          watermark: string;
        };
        if (activities.length === 0) return lines;
        lines.push(...activities.flatMap(({ text = '' }) => lineIn(text)));
        watermark = next;
      }
    };
    const bySms = () => outside.received.flatMap(({ body }) => lineIn(body));
    await until('not all has come', async () => {
      return (await onWeb()).length >= written.length && bySms().length >= written.length;
    });
    assert.deepEqual(await onWeb(), written, thawline.failures);
    assert.deepEqual(bySms(), written, thawline.failures);
    const dials = dialled(call);
    // An update in doubt is made once more: the call is where it was to be, and never anywhere else.
    assert.deepEqual(
      dials.filter((to, place) => to !== dials[place - 1]),
      put.map((login) => telephones[login]),
    );
    assert.ok(dials.length - put.length <= kills, `${dials.length} dials for ${put.length}`);
    assert.deepEqual(call.problems, []);
  });
});
