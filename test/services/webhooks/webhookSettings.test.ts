import assert from 'node:assert/strict';
import * as z from 'zod';
import {
  reasonsAgainstWebhooks,
  webhookSettings,
  webhookSettingsShape,
} from '../../../services/webhooks/webhookSettings.ts';

const own = `whsec_${'A'.repeat(43)}=`;
const next = `whsec_${'B'.repeat(32)}`;
const read = (given: object) => z.object(webhookSettingsShape).parse(given);
const reasons = (given: object, demo = false) =>
  reasonsAgainstWebhooks(read(given), { demo }).map((reason) => reason.split(':')[0]);

describe('the settings of the bank’s own system that is told of events', () => {
  it('are an address and the secrets that sign', () => {
    const url = 'https://events.bank.example/thawline';
    const given = { WEBHOOK_URL: url, WEBHOOK_SECRET: own, WEBHOOK_SECRET_NEXT: next };
    assert.deepEqual(webhookSettings(read(given)), { webhooksTo: { url, secrets: [own, next] } });
    assert.deepEqual(reasons(given), []);
    assert.deepEqual(webhookSettings(read({})), { webhooksTo: undefined });
    assert.deepEqual(reasons({}), []);
  });

  it('are not taken without a secret, over plain http, or to somewhere else from the demo bank', () => {
    const url = 'https://events.bank.example';
    assert.deepEqual(reasons({ WEBHOOK_URL: url }), ['WEBHOOK_SECRET']);
    assert.deepEqual(reasons({ WEBHOOK_SECRET: own }), ['WEBHOOK_URL']);
    assert.deepEqual(reasons({ WEBHOOK_URL: 'http://events.bank.example', WEBHOOK_SECRET: own }), [
      'WEBHOOK_URL',
    ]);
    assert.deepEqual(reasons({ WEBHOOK_URL: url, WEBHOOK_SECRET: own }, true), ['WEBHOOK_URL']);
    assert.deepEqual(reasons({ WEBHOOK_URL: 'http://127.0.0.1:8080/', WEBHOOK_SECRET: own }, true), []);
  });

  for (const wrong of [
    '',
    'whsec_',
    'secret',
    `whsec_${'A'.repeat(20)}`,
    `whsec_${'*'.repeat(40)}`,
    'A'.repeat(44),
  ])
    it(`take no secret that is weak or none: ${wrong || 'empty'}`, () => {
      assert.throws(() => read({ WEBHOOK_SECRET: wrong }));
    });
});
