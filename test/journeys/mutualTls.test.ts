import assert from 'node:assert/strict';
import { fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { TlsCertificates } from '../../kit/http/tls/tlsCertificates.ts';
import { TestAuthority } from '../kit/http/tls/testAuthority.ts';
import { liNa } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

describe('the bot and the bank’s side in two processes, by mutual TLS', () => {
  const folder = temporaryFolder();
  let thawline: Thawline;
  let authority: TestAuthority;
  before(async () => {
    authority = await TestAuthority.create(folder.path);
    const bot = await authority.issue({ role: 'client', name: 'bot.bank.example' });
    const processor = await authority.issue({ role: 'server', name: '127.0.0.1' });
    const PROCESSOR_TLS_CLIENT = 'bot.bank.example';
    thawline = await Thawline.startedApart(
      {},
      { link: { bot, processor: { ...processor, PROCESSOR_TLS_CLIENT } } },
    );
  });
  after(async () => {
    await thawline.close();
    folder.remove();
  });

  it('unfreeze a card, with no token at all', async () => {
    assert.match(thawline.processor?.url ?? '', /^https:/);
    const conversation = await Conversation.with(thawline);
    await conversation.say(`unfreeze ${liNa.number}`);
    await conversation.say('yes');
    await conversation.give('identityDocument', liNa.identityDocument);
    assert.equal((await conversation.say(liNa.transactionPassword))[0], 'outcome.unfrozen');
    assert.equal((await thawline.cards())['1114']?.status, 'active');
  });

  it('show how long their certificates last', async () => {
    const metrics = await (await fetch(`${thawline.url}/metrics`)).text();
    assert.match(metrics, /^thawline_tls_certificate_days_left\{setting="PROCESSOR_TLS_CERT"\} 2\d{4}/m);
  });

  it('serve the secure form to browsers, which have no certificate to show', async () => {
    const [, form = ''] = /"url":"(https:[^"]+)","msg":"the secure form is served"/.exec(thawline.log) ?? [];
    const files = { PROCESSOR_TLS_CA: authority.file };
    const trusting = fetchOverTls(new TlsCertificates({ files, role: 'client', clock: () => new Date() }));
    assert.equal((await trusting(`${form}/s/x`, {})).status, 200);
    await assert.rejects(trusting(`${thawline.processor?.url}/healthz`, {}));
  });

  it('let nobody in who shows no certificate', async () => {
    await assert.rejects(fetch(`${thawline.processor?.url}/healthz`), TypeError);
    assert.doesNotMatch(thawline.log, /"level":(50|60)/);
  });
});
