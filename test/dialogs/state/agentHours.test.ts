import assert from 'node:assert/strict';
import { AgentHours } from '../../../dialogs/state/agentHours.ts';

describe("the agents' hours", () => {
  const hours = new AgentHours('Mon-Fri 09:00-18:00, Sat 10:00-16:00 Asia/Shanghai');
  const until = (at: string, language: 'en' | 'zh-Hans' = 'en') => hours.waitsUntil(language, new Date(at));

  // 2026-11-24 is a Tuesday; Shanghai is eight hours ahead of UTC.
  const there = ['2026-11-24T01:00:00Z', '2026-11-24T09:59:00Z', '2026-11-28T02:00:00Z'];
  for (const at of there) {
    it(`has somebody there at ${at}`, () => {
      assert.equal(until(at), undefined);
    });
  }

  const away: [string, RegExp][] = [
    ['2026-11-24T00:59:00Z', /^Tuesday.*09:00$/],
    ['2026-11-24T10:00:00Z', /^Wednesday.*09:00$/],
    ['2026-11-27T10:00:00Z', /^Saturday.*10:00$/],
    ['2026-11-28T08:00:00Z', /^Monday.*09:00$/],
    ['2026-11-28T20:00:00Z', /^Monday.*09:00$/],
  ];
  for (const [at, when] of away) {
    it(`says when they are there again, at ${at}`, () => {
      assert.match(until(at) ?? '', when);
    });
  }

  it('says so in the language of the customer', () => {
    assert.equal(until('2026-11-24T10:00:00Z', 'zh-Hans'), '星期三09:00');
  });

  it('knows a week that turns over its end, and a single day', () => {
    const nights = new AgentHours('Sat-Mon 00:00-24:00 UTC');
    assert.equal(nights.waitsUntil('en', new Date('2026-11-22T23:59:00Z')), undefined);
    assert.match(nights.waitsUntil('en', new Date('2026-11-24T00:00:00Z')) ?? '', /^Saturday/);
    const sunday = new AgentHours('Sun 12:00-13:00 UTC');
    assert.match(sunday.waitsUntil('en', new Date('2026-11-22T13:00:00Z')) ?? '', /^Sunday/);
  });

  it('are told whole, in words', () => {
    assert.match(hours.inWords('en'), /^Mon\s–\sFri 09:00–18:00 · Sat 10:00–16:00$/);
    assert.match(hours.inWords('zh-Hans'), /^周一\s?.\s?周五 09:00–18:00 · 周六 10:00–16:00$/);
  });

  for (const [written, what] of [
    ['', /is no shift/],
    ['Mon-Fri 09:00-18:00', /is no shift|no time zone/],
    ['Mon-Fri 9-18 Asia/Shanghai', /"Mon-Fri 9-18" is no shift such as/],
    ['Mon-Fri 18:00-09:00 Asia/Shanghai', /is no shift/],
    ['Mon-Fri 09:00-25:00 Asia/Shanghai', /is no shift/],
    ['Moo-Fri 09:00-18:00 Asia/Shanghai', /is no shift/],
    ['Mon-Fri 09:00-18:00 Beijing', /Beijing is no time zone/],
  ] as const) {
    it(`refuses "${written}"`, () => {
      assert.throws(() => new AgentHours(written), { code: 'settingsInvalid', message: what });
    });
  }
});
